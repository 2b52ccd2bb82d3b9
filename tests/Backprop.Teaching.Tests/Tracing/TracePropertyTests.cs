using MathNet.Numerics.LinearAlgebra;

namespace Backprop.Teaching.Tests.Tracing;

public class TracePropertyTests
{
    [Fact]
    public void The_gradient_of_the_mean_loss_is_the_mean_of_the_samples_gradients() => GeneratedNets.ForEach(example =>
    {
        var mean = Backpropagation.Run(example with { Objective = example.Objective with { OverSamples = Reduction.Mean, WeightDecay = 0 } });
        for (var l = 1; l <= mean.LayerCount; l++)
        {
            Matrix<double> weights = mean.Layer(l).Weights.ToMatrix() * 0;
            for (var i = 0; i < mean.SampleCount; i++) weights += mean.Sample(i).Layer(l).WeightGradient.ToMatrix();
            foreach (var entry in Bits.Entries(mean.Layer(l).TotalWeightGradient))
                Close.Assert(weights[entry.Id.Row!.Value, entry.Id.Column!.Value] / mean.SampleCount, entry, entry.Name);
            if (!mean.Network.Layer(l).HasBias) continue;
            foreach (var entry in Bits.Entries(mean.Layer(l).TotalBiasGradient))
                Close.Assert(Enumerable.Range(0, mean.SampleCount).Average(i => mean.Sample(i).Layer(l).BiasGradient[entry.Id.Row!.Value]), entry, entry.Name);
        }
    });

    [Fact]
    public void Permuting_hidden_units_permutes_their_deltas() => GeneratedNets.ForEach(example =>
    {
        for (var l = 1; l < example.Network.LayerCount; l++)
        {
            var layer = example.Network.Layer(l);
            int[] order = [.. Enumerable.Range(0, layer.Units).Select(j => (j + 1) % layer.Units)];
            var permuted = Backpropagation.Run(example with { Network = Permuted(example.Network, l, order) });
            var trace = Backpropagation.Run(example);
            for (var i = 0; i < trace.SampleCount; i++)
                for (var j = 0; j < order.Length; j++)
                {
                    Close.Assert(trace.Sample(i).Layer(l).Delta[order[j]], permuted.Sample(i).Layer(l).Delta[j], $"delta[{l}][{j}]@{i}");
                    Bits.AssertSame(trace.Sample(i).Layer(l).Activation[order[j]], permuted.Sample(i).Layer(l).Activation[j], $"a[{l}][{j}]@{i}");
                }
            // what the outside sees does not change
            Close.Assert(trace.Loss, permuted.Loss, "J");
        }
    });

    [Fact]
    public void A_sample_alone_and_in_a_batch_has_identical_bits() => GeneratedNets.ForEach(example =>
    {
        var batch = Bits.Of(Backpropagation.Run(example));
        for (var i = 0; i < example.SampleCount; i++)
        {
            var alone = Bits.Of(Backpropagation.Run(example.Only(i)));
            var perSample = batch.Where(pair => pair.Key.EndsWith($"@{i}", StringComparison.Ordinal)).ToList();
            Assert.NotEmpty(perSample);
            Assert.Equal(alone.Keys.Count(name => name.Contains('@', StringComparison.Ordinal)), perSample.Count);
            foreach (var (name, number) in perSample) Bits.AssertSame(number, alone[name[..name.IndexOf('@', StringComparison.Ordinal)] + "@0"], name);
        }
    });

    [Fact]
    public void A_target_that_is_met_gives_zero_loss_and_zero_deltas() => GeneratedNets.ForEach(example =>
    {
        var outputs = Backpropagation.Run(example);
        var met = example;
        for (var i = 0; i < example.SampleCount; i++)
            for (var j = 0; j < example.Network.OutputCount; j++)
                // a distribution is checked after each change: with cross-entropy build the whole target at once
                if (example.Objective.Loss != LossFunction.CrossEntropy)
                    met = met.With($"y[{j}]@{i}", outputs.Value($"a[{outputs.LayerCount}][{j}]@{i}"));
        if (example.Objective.Loss == LossFunction.CrossEntropy)
            met = Example.Of(example.Network, [.. Samples(example, example.Input)], [.. Enumerable.Range(0, example.SampleCount).Select(i => outputs.Sample(i).Layer(outputs.LayerCount).Activation.ToArray())], example.Objective);

        var trace = Backpropagation.Run(met);
        // an entropy is not 0 at its least, but its slope is
        if (example.Objective.Loss == LossFunction.SquaredError) Assert.Equal(0.0, trace.DataLoss);
        for (var i = 0; i < trace.SampleCount; i++)
        {
            for (var l = 1; l <= trace.LayerCount; l++) Assert.Equal(0.0, trace.Sample(i).Layer(l).Delta.LargestMagnitude);
            Assert.Equal(0.0, trace.Sample(i).InputGradient.LargestMagnitude);
        }
    });

    [Fact]
    public void A_sum_over_the_samples_divided_by_m_is_the_mean() => GeneratedNets.ForEach(example =>
    {
        var trace = Backpropagation.Run(example);
        for (var l = 1; l <= trace.LayerCount; l++)
            foreach (var sum in Bits.Entries(trace.Layer(l).WeightGradientSum))
            {
                var (j, k) = (sum.Id.Row!.Value, sum.Id.Column!.Value);
                var layer = trace.Layer(l);
                Bits.AssertSame(sum / trace.SampleCount, layer.WeightGradientMean[j, k], $"meandW[{l}][{j},{k}]");
                var data = example.Objective.OverSamples == Reduction.Mean ? layer.WeightGradientMean[j, k] : sum;
                Bits.AssertSame(data + layer.WeightDecayTerm[j, k], layer.TotalWeightGradient[j, k], $"gradW[{l}][{j},{k}]");
            }
    });

    [Fact]
    public void A_step_moves_each_parameter_by_minus_rate_times_gradient() => GeneratedNets.ForEach(example =>
    {
        var trace = Backpropagation.Run(example);
        var step = trace.Step(0.25);
        for (var l = 1; l <= trace.LayerCount; l++)
        {
            foreach (var gradient in Bits.Entries(trace.Layer(l).TotalWeightGradient))
            {
                var (j, k) = (gradient.Id.Row!.Value, gradient.Id.Column!.Value);
                Bits.AssertSame(-(0.25 * gradient), step.Layer(l).WeightStep[j, k], $"stepW[{l}][{j},{k}]");
                Bits.AssertSame(trace.Network.Layer(l).Weight(j, k) + step.Layer(l).WeightStep[j, k], step.Network.Layer(l).Weight(j, k), $"newW[{l}][{j},{k}]");
            }
            if (!trace.Network.Layer(l).HasBias) continue;
            foreach (var gradient in Bits.Entries(trace.Layer(l).TotalBiasGradient))
            {
                var moved = step.Layer(l).BiasStep[gradient.Id.Row!.Value];
                if (example.Network.TrainBias) Bits.AssertSame(-(0.25 * gradient), moved, moved.Name);
                else Assert.Equal(0.0, moved);
            }
        }
    });

    static Network Permuted(Network network, int l, int[] order)
    {
        DenseLayer layer = network.Layer(l), next = network.Layer(l + 1);
        var rows = layer.Weights.ToRowArrays();
        var permuted = Layer.Of(layer.Activation, [.. order.Select(j => rows[j])], layer.Biases is { } biases ? [.. order.Select(j => biases[j])] : null);
        var following = Layer.Of(next.Activation, [.. next.Weights.ToRowArrays().Select(row => order.Select(k => row[k]).ToArray())], next.Biases?.ToArray());
        return network with { Layers = network.Layers.SetItem(l - 1, permuted).SetItem(l, following) };
    }

    static IEnumerable<double[]> Samples(Example example, Func<int, Vector<double>> of) => Enumerable.Range(0, example.SampleCount).Select(i => of(i).ToArray());
}
