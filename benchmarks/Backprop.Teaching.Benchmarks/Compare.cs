namespace Backprop.Teaching.Benchmarks;

/// <summary>Our part of the comparison: one workload, through the public API.</summary>
static class Compare
{
    static readonly int[][] Small = [[3, 4, 2], [5, 8, 8, 3]];

    public static int Run(Data data, string workload)
    {
        switch (workload)
        {
            case "W1": Traces(data); break;
            case "W2": Epochs(data); break;
            case "threads": Threads(data); break;
            case "W3": PerSample(data); break;
            case "W4": GradientCheck(data); break;
            case "growth": Growth(); break;
            case "limits": Limits.Run(); break;
            default: return 2;
        }
        return 0;
    }

    // all intermediates; each sample's ΔW written out entry by entry, sums and means: what the peers have in their hands
    static void Traces(Data data)
    {
        foreach (var sizes in Small)
            foreach (var m in (int[])[1, 4, 32])
            {
                var example = data.Example(m, sizes);
                var name = $"{string.Join('-', sizes)} m={m}";
                var plan = new BackpropagationPlan(example);
                var dense = new double[sizes[1] * Math.Max(sizes[0], sizes[1])];
                var mean = new double[dense.Length];
                data.Save($"W1.{name}.dW", Enumerable.Range(0, m).SelectMany(i => Backpropagation.Run(example).Sample(i).Layer(1).WeightGradient.ToRows().SelectMany(row => row)));
                data.Save($"W1.{name}.sum", Backpropagation.Run(example).Layer(1).WeightGradientSum.ToRows().SelectMany(row => row));
                Stopwatches.Report($"W1 plan {name}", () => _ = plan.Run(example).SampleLosses[0], 20000, warmSeconds: 3);
                Stopwatches.Report($"W1 plan, all ΔW and means written out {name}", () => WriteOut(plan.Run(example), sizes, dense, mean), 20000);
                Stopwatches.Report($"W1 default {name}", () => _ = Backpropagation.Run(example), 20000, warmSeconds: 3);
                var mathNet = new MathNetTrace(example);
                mathNet.Check(example);
                Stopwatches.Report($"W1 MathNet {name}", mathNet.Run, 2000);
            }
    }

    static void WriteOut(PassView view, int[] sizes, Span<double> dense, Span<double> mean)
    {
        for (var l = 1; l < sizes.Length; l++)
        {
            for (var i = 0; i < view.SampleCount; i++) view.CopyWeightGradient(l, i, dense);
            view.WeightGradientSum(l).CopyTo(mean);
            foreach (ref var each in mean[..(sizes[l] * sizes[l - 1])]) each /= view.SampleCount;
        }
    }

    static void Epochs(Data data)
    {
        foreach (var sizes in (int[][])[[784, 30, 10], [784, 128, 64, 10]])
            foreach (var batch in (int[])[10, 128])
            {
                var example = data.Example(10_000, sizes);
                var name = $"{string.Join('-', sizes)} batch {batch}";
                var options = new TrainingOptions { Epochs = 1, BatchSize = batch, LossOnTheWay = true };
                data.Save($"W2.{name}.W1", GradientDescent.Train(example, options).Network.Layer(1).Weights.ToRowArrays().SelectMany(row => row));
                var clock = new EpochClock();
                GradientDescent.Train(example, options with { Epochs = 12 }, clock);
                Stopwatches.Say($"W2 {name}", clock.MedianSeconds);
                // with every gradient's norm and the loss measured afterwards on all samples
                clock = new EpochClock();
                GradientDescent.Train(example, options with { Epochs = 4, LossOnTheWay = false }, clock);
                Stopwatches.Say($"W2 measured on all samples {name}", clock.MedianSeconds);
            }
    }

    static void Threads(Data data)
    {
        foreach (var sizes in (int[][])[[784, 30, 10], [784, 128, 64, 10]])
            foreach (var batch in (int[])[10, 128])
                foreach (var threads in (int[])[1, 2])
                {
                    var clock = new EpochClock();
                    GradientDescent.Train(data.Example(10_000, sizes), new() { Epochs = 12, BatchSize = batch, LossOnTheWay = true, Threads = threads }, clock);
                    Stopwatches.Say($"threads {threads} {string.Join('-', sizes)} batch {batch}", clock.MedianSeconds);
                }
    }

    static void PerSample(Data data)
    {
        var example = data.Example(512, 784, 128, 10);
        var plan = new BackpropagationPlan(example);
        double[] first = new double[512], second = new double[512];
        void Norms()
        {
            var view = plan.Run(example);
            view.WeightGradientNorms(1, first);
            view.WeightGradientNorms(2, second);
        }
        Norms();
        data.Save("W3.norms", first);
        Stopwatches.Report("W3", Norms, 5);
        Stopwatches.Report("W3 with the sums", () => { var view = plan.Run(example); _ = view.WeightGradientSum(1)[0, 0] + view.WeightGradientSum(2)[0, 0]; }, 5);
        Stopwatches.Report("W3 default call", () => _ = Backpropagation.Run(example), 5);
        var before = GC.GetAllocatedBytesForCurrentThread();
        plan = new(example);
        Norms();
        Stopwatches.Say("W3 bytes", GC.GetAllocatedBytesForCurrentThread() - before);
    }

    static void GradientCheck(Data data)
    {
        var example = data.Example(16, 784, 30, 10);
        data.Save("W4.W2", NumericGradient.All(example).Where(each => each.Quantity is { Kind: QuantityKind.Weights, Layer: 2 }).Select(each => each.Value));
        Stopwatches.Report("W4", () => _ = NumericGradient.All(example).Count());
        Stopwatches.Report("W4 whole report", () => _ = Backprop.Teaching.GradientCheck.Run(example).Passed, 1, 5);
        // our naive way, on a part of the parameters
        var names = Enumerable.Range(0, 200).Select(k => $"W[1][0,{k}]").ToList();
        var start = System.Diagnostics.Stopwatch.GetTimestamp();
        foreach (var name in names) _ = NumericGradient.Of(example, name);
        Stopwatches.Say("W4 naive", System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalSeconds / names.Count * 23_860);
    }

    static void Growth()
    {
        foreach (var samples in (int[])[10, 100, 1_000, 10_000]) Grown($"samples {samples}", samples, 64, 64, 64);
        foreach (var units in (int[])[32, 100, 320, 1_000]) Grown($"weights {2 * units * units}", 64, units, units, units);
    }

    static void Grown(string name, int samples, params int[] sizes)
    {
        var random = new Random(1);
        var network = Network.Create(WeightInitializer.Xavier(1), sizes[0], [.. sizes.Skip(1).Select(units => (units, ActivationFunction.Sigmoid))]);
        double[][] Numbers(int width) => [.. Enumerable.Range(0, samples).Select(_ => Enumerable.Range(0, width).Select(_ => random.NextDouble()).ToArray())];
        var example = Example.Of(network, Numbers(sizes[0]), Numbers(sizes[^1]));
        var plan = new BackpropagationPlan(example);
        Stopwatches.Report($"growth {name}", () => { var view = plan.Run(example); _ = view.WeightGradientSum(1)[0, 0] + view.WeightGradientSum(2)[0, 0]; }, 1, 15, 0.4);
        var numbers = 8.0 * samples * 5 * sizes.Skip(1).Sum();
        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = plan.Run(example).ToTrace();
        Stopwatches.Say($"growth bytes of a trace over its numbers, {name}", (GC.GetAllocatedBytesForCurrentThread() - before) / numbers);
    }
}
