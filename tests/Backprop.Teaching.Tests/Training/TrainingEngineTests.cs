namespace Backprop.Teaching.Tests.Training;

/// <summary>Weights that are moved in place have the bits of those that a trace for each step gives.</summary>
public class TrainingEngineTests
{
    static readonly Engine[] All = [.. from inLanes in (bool[])[true, false] from bits in (int[])[512, 256, 64] select new Engine(inLanes, bits)];

    [Fact]
    public void Every_engine_trains_generated_nets_to_the_bits_of_traced_steps() => GeneratedNets.ForEach(example =>
    {
        AssertLikeTraced(example, 2, 0);
        AssertLikeTraced(example, example.SampleCount - 1, 0.9);
    }, 60);

    [Fact]
    public void Every_engine_trains_wider_nets_to_the_bits_of_traced_steps()
    {
        foreach (var batchSize in (int[])[1, 4, 10, 16])
            AssertLikeTraced(WiderNets.Of(37, ActivationFunction.Sigmoid, 19, 33, 12, 10), batchSize, batchSize == 10 ? 0.5 : 0);
    }

    [Fact]
    public void Threads_change_no_bit_of_a_history()
    {
        var example = WiderNets.Of(70, ActivationFunction.Tanh, 40, 48, 24, 5);
        var options = new TrainingOptions { Epochs = 3, BatchSize = 16, LearningRate = 0.2, Momentum = 0.5, Threads = 1 };
        var alone = GradientDescent.Train(example, options);
        foreach (var threads in (int[])[2, 3, 7])
        {
            var shared = GradientDescent.Train(example, options with { Threads = threads });
            Assert.Equal(alone.Network, shared.Network);
            for (var epoch = 0; epoch <= 3; epoch++) Bits.AssertSame(alone.Epochs[epoch].Loss, shared.Epochs[epoch].Loss, $"{threads} threads, epoch {epoch}");
        }
        Assert.Throws<ArgumentOutOfRangeException>(() => new TrainingOptions { Threads = 0 });
    }

    [Fact]
    public void A_training_of_two_threads_that_diverges_or_is_cancelled_ends_as_that_of_one()
    {
        var example = WiderNets.Of(40, ActivationFunction.ReLU, 40, 48, 5);
        var options = new TrainingOptions { Epochs = 50, BatchSize = 8, LearningRate = 1e200, Threads = 1 };
        var alone = Assert.Throws<TrainingDivergedException>(() => GradientDescent.Train(example, options));
        var shared = Assert.Throws<TrainingDivergedException>(() => GradientDescent.Train(example, options with { Threads = 2 }));
        Assert.Equal(alone.Message, shared.Message);

        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.False(GradientDescent.Train(example, options with { Threads = 2 }, null, source.Token).IsComplete);
    }

    [Fact]
    public void The_mean_of_a_gradient_is_divided_as_a_division_divides_it()
    {
        var random = new Random(7);
        for (var trial = 0; trial < 20_000; trial++)
        {
            var sum = BitConverter.Int64BitsToDouble(random.NextInt64());
            if (trial % 3 == 0) sum = random.NextDouble() - 0.5;
            if (!double.IsFinite(sum)) continue;
            var divisor = random.Next(1, trial % 2 == 0 ? 300 : 2_000_000);
            var step = new GradientStep(divisor, 0, 1, 0);
            Bits.AssertSame(Moved<OneLane>(step, sum), Moved<Lanes512>(step, sum), "vector");
            Bits.AssertSame(-(sum / divisor), Moved<OneLane>(step, sum), $"{sum:R} / {divisor}");
        }
    }

    [Fact]
    public void A_loss_met_on_the_way_is_the_mean_of_what_the_samples_met()
    {
        var example = WiderNets.Of(6, ActivationFunction.Tanh, 3, 4, 2);
        var options = new TrainingOptions { Epochs = 1, BatchSize = 2, LossOnTheWay = true };
        var history = GradientDescent.Train(example, options);
        var order = new SeededRandom(0).Permutation(6);
        var (state, sum) = (example, 0.0);
        for (var start = 0; start < 6; start += 2)
        {
            var trace = Backpropagation.Run(Example.Of(
                state.Network, [.. order.Skip(start).Take(2).Select(i => example.Input(i).ToArray())], [.. order.Skip(start).Take(2).Select(i => example.Target(i).ToArray())], example.Objective, 0.1));
            sum += trace.Sample(0).Loss;
            sum += trace.Sample(1).Loss;
            state = example with { Network = trace.Step().Network };
        }
        Bits.AssertSame(sum / 6, history.Last.DataLoss, "data loss");
        Assert.Empty(history.Last.GradientNorms);
        Assert.Throws<InvalidOperationException>(() => history.GradientNorms(1));
        Assert.NotEmpty(history.ToString());
        Assert.Equal(GradientDescent.Train(example, options with { LossOnTheWay = false }).Network, history.Network);
    }

    static unsafe double Moved<V>(GradientStep step, double sum)
        where V : struct, ILanes<V>
    {
        double* w = stackalloc double[8], sums = stackalloc double[8];
        new Span<double>(sums, 8).Fill(sum);
        step.Apply<V>(w, sums, V.Count);
        return w[0];
    }

    static void AssertLikeTraced(Example example, int batchSize, double momentum)
    {
        // all samples at once are no batch
        if (batchSize < 1 || batchSize >= example.SampleCount) return;
        var run = new TrainingRun(example, new() { BatchSize = batchSize, Momentum = momentum, LearningRate = 0.3, Seed = 5 });
        foreach (var (engine, threads) in from engine in All from threads in engine.InLanes ? (int[])[1] : [1, 2, 3] select (engine, threads))
        {
            var memory = new TrainingMemory(run, batchSize, engine, threads);
            var random = run.Random();
            TrainingState fast = new(example.Network), traced = new(example.Network);
            for (var epoch = 1; epoch <= 2; epoch++)
            {
                var order = run.Order(random)!;
                fast = memory.Epoch(fast, order, CancellationToken.None, out _)!;
                traced = run.NamedEpoch(traced, order, CancellationToken.None)!;
                for (var l = 1; l <= example.Network.LayerCount; l++)
                {
                    var (expected, found) = (traced.Network.Layer(l), fast.Network.Layer(l));
                    for (var n = 0; n < expected.WeightColumns.Length; n++) Bits.AssertSame(expected.WeightColumns[n], found.WeightColumns[n], $"{engine} {threads} threads W[{l}] number {n}");
                    for (var n = 0; n < expected.BiasSpan.Length; n++) Bits.AssertSame(expected.BiasSpan[n], found.BiasSpan[n], $"{engine} {threads} threads b[{l}] number {n}");
                }
            }
        }
    }
}
