using System.Security.Cryptography;

namespace Backprop.Teaching.Tests.Tracing;

/// <summary>Every engine on the processor at hand, forced: the same bits as the plain loops. What a processor lacks is emulated, to the bit.</summary>
public class EngineTests
{
    static readonly Engine[] All = [.. from inLanes in (bool[])[true, false] from bits in (int[])[512, 256, 64] select new Engine(inLanes, bits)];

    public static TheoryData<bool, int> Engines => new() { { true, 512 }, { true, 256 }, { true, 64 }, { false, 512 }, { false, 256 }, { false, 64 } };

    [Theory]
    [MemberData(nameof(Engines))]
    public void Every_number_of_generated_nets_has_the_bits_of_the_plain_loops(bool inLanes, int bits) =>
        GeneratedNets.ForEach(example => AssertLikePlain(example, new(inLanes, bits)), 150);

    [Theory]
    [MemberData(nameof(Engines))]
    public void Every_number_of_wider_nets_and_larger_batches_has_the_bits_of_the_plain_loops(bool inLanes, int bits)
    {
        foreach (var samples in (int[])[1, 2, 3, 4, 7, 8, 9, 16, 21])
            foreach (var activation in (ActivationFunction[])[ActivationFunction.Sigmoid, ActivationFunction.Tanh, ActivationFunction.ReLU])
                AssertLikePlain(WiderNets.Of(samples, activation, 13, 19, 40, 7), new(inLanes, bits));
    }

    [Fact]
    public void A_sample_has_the_same_bits_in_every_batch_and_at_every_position()
    {
        var whole = WiderNets.Of(13, ActivationFunction.Tanh, 5, 8, 3);
        foreach (var engine in All)
        {
            var trace = Backpropagation.Run(whole, engine);
            for (var i = 0; i < whole.SampleCount; i++)
            {
                var alone = Backpropagation.Run(whole.Only(i), engine);
                for (var l = 1; l <= trace.LayerCount; l++)
                    for (var j = 0; j < trace.Network.Layer(l).Units; j++)
                        Bits.AssertSame(alone.Layer(l).Delta[j], trace.Sample(i).Layer(l).Delta[j], $"{engine} delta[{l}][{j}]@{i}");
            }
        }
    }

    [Fact]
    public void An_overflow_has_the_same_name_in_every_engine()
    {
        var network = Network.Of(Layer.Identity([[1e200, 1], [1, 1]]), Layer.Identity([[1, 1]]));
        var example = Example.Of(network, [[0, 2], [1e200, 3]], [[0], [0]]);
        foreach (var engine in All)
        {
            Assert.Equal("z[1][0]@1", Assert.Throws<NumericOverflowException>(() => Backpropagation.Run(example, engine)).Quantity.ToString());
            Assert.Throws<NumericOverflowException>(() => _ = new BackpropagationPlan(example, engine).Run(example).DataLoss);
        }
    }

    [Fact]
    public void A_trace_of_a_plan_stays_as_it_is_when_the_plan_runs_again() => GeneratedNets.ForEach(example =>
    {
        foreach (var engine in All)
        {
            var plan = new BackpropagationPlan(example, engine);
            var trace = plan.Run(example).ToTrace();
            var before = Hash(trace);
            Assert.Equal(Hash(Backpropagation.Run(example)), before);
            var other = example with { Network = example.Network.WithLayer(1, example.Network.Layer(1).WithWeight(0, 0, 0.123)) };
            Assert.Equal(Hash(Backpropagation.Run(other)), Hash(plan.Run(other).ToTrace()));
            Assert.Equal(before, Hash(trace));
        }
    }, 40);

    [Fact]
    public void A_plan_that_is_reused_allocates_nothing()
    {
        foreach (var example in (Example[])[WiderNets.Of(1, ActivationFunction.Sigmoid, 3, 4, 2), WiderNets.Of(32, ActivationFunction.Sigmoid, 5, 8, 8, 3), WiderNets.Of(16, ActivationFunction.Tanh, 60, 30, 10)])
        {
            var plan = new BackpropagationPlan(example);
            var norms = new double[example.SampleCount];
            var dense = new double[example.Network.Layer(1).Units * example.Network.InputCount];
            double Once()
            {
                var view = plan.Run(example);
                view.WeightGradientNorms(1, norms);
                view.CopyWeightGradient(1, 0, dense);
                return view.DataLoss + view.Delta(1)[0, 0] + view.WeightGradientSum(1)[0, 0] + view.BiasGradientSum(1)[0];
            }
            var first = Once();
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var n = 0; n < 10; n++) Bits.AssertSame(first, Once(), "sum");
            Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        }
    }

    [Fact]
    public void A_view_reads_the_numbers_of_the_trace() => GeneratedNets.ForEach(example =>
    {
        foreach (var engine in All)
        {
            var trace = Backpropagation.Run(example, engine);
            var view = new BackpropagationPlan(example, engine).Run(example);
            Bits.AssertSame(trace.DataLoss, view.DataLoss, "dataLoss");
            for (var l = 1; l <= view.LayerCount; l++)
            {
                var norms = new double[example.SampleCount];
                view.WeightGradientNorms(l, norms);
                var layer = example.Network.Layer(l);
                var dense = new double[layer.Units * layer.Inputs];
                for (var i = 0; i < view.SampleCount; i++)
                {
                    var traced = trace.Sample(i).Layer(l);
                    Bits.AssertSame(traced.WeightGradient.FrobeniusNorm, norms[i], "norm");
                    view.CopyWeightGradient(l, i, dense);
                    for (var j = 0; j < layer.Units; j++)
                    {
                        Bits.AssertSame(traced.PreActivation[j], view.PreActivation(l)[i, j], "z");
                        Bits.AssertSame(traced.Activation[j], view.Activation(l)[i, j], "a");
                        Bits.AssertSame(traced.ActivationGradient[j], view.ActivationGradient(l)[i, j], "dA");
                        Bits.AssertSame(traced.Delta[j], view.Delta(l)[i, j], "delta");
                        for (var k = 0; k < layer.Inputs; k++) Bits.AssertSame(traced.WeightGradient[j, k], dense[(j * layer.Inputs) + k], "dW");
                    }
                }
                for (var j = 0; j < layer.Units; j++)
                    for (var k = 0; k < layer.Inputs; k++)
                        Bits.AssertSame(trace.Layer(l).WeightGradientSum[j, k], view.WeightGradientSum(l)[j, k], "sumdW");
                if (layer.HasBias) Bits.AssertSame(trace.Layer(l).BiasGradientSum[0], view.BiasGradientSum(l)[0], "sumdb");
            }
        }
    }, 40);

    [Fact]
    public void A_view_of_an_earlier_run_says_so()
    {
        var plan = new BackpropagationPlan(Examples.TwoOutputs);
        Assert.Throws<InvalidOperationException>(() =>
        {
            var view = plan.Run(Examples.TwoOutputs);
            plan.Run(Examples.TwoOutputs);
            return view.DataLoss;
        });
        var message = Assert.Throws<ArgumentException>(() => _ = plan.Run(Examples.Chain).DataLoss).Message;
        Assert.Contains("expected 3-4-2", message, StringComparison.Ordinal);
    }

    static void AssertLikePlain(Example example, Engine engine)
    {
        var trace = Backpropagation.Run(example, engine);
        for (var i = 0; i < example.SampleCount; i++)
        {
            var plain = PlainBackpropagation.Run(example, i);
            var sample = trace.Sample(i);
            Bits.AssertSame(plain.Loss, sample.Loss, $"loss@{i}");
            AssertSame(plain.DA[0], sample.InputGradient);
            for (var l = 1; l <= trace.LayerCount; l++)
            {
                var layer = sample.Layer(l);
                AssertSame(plain.Z[l], layer.PreActivation);
                AssertSame(plain.A[l], layer.Activation);
                AssertSame(plain.DA[l], layer.ActivationGradient);
                AssertSame(plain.Delta[l], layer.Delta);
                if (layer.Layer.Activation.IsElementwise) AssertSame(plain.FPrime[l], layer.ActivationDerivative);
            }
        }
        var (weights, biases) = PlainBackpropagation.Gradients(example);
        for (var l = 1; l <= trace.LayerCount; l++)
        {
            var gradient = trace.Layer(l).TotalWeightGradient;
            foreach (var entry in Bits.Entries(gradient)) Bits.AssertSame(weights[l - 1][entry.Id.Row!.Value, entry.Id.Column!.Value], entry, entry.Name);
            if (biases[l - 1] is { } plain) AssertSame(plain, trace.Layer(l).TotalBiasGradient);
        }
    }

    static void AssertSame(double[] plain, VectorQuantity quantity)
    {
        Assert.Equal(plain.Length, quantity.Count);
        for (var j = 0; j < plain.Length; j++) Bits.AssertSame(plain[j], quantity[j], quantity[j].Name);
    }

    static string Hash(BackpropTrace trace) => Convert.ToHexStringLower(SHA256.HashData([.. Bits.Of(trace).Values.SelectMany(BitConverter.GetBytes)]));
}
