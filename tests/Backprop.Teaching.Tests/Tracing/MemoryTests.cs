namespace Backprop.Teaching.Tests.Tracing;

public class MemoryTests
{
    [Fact]
    public void A_trace_of_512_samples_of_784_128_10_takes_at_most_12_megabytes_beyond_its_inputs()
    {
        var random = new Random(784);
        var network = Network.Create(WeightInitializer.Xavier(784), 784, (128, ActivationFunction.ReLU), (10, ActivationFunction.Softmax));
        var example = Example.Of(
            network,
            [.. Enumerable.Range(0, 512).Select(_ => Enumerable.Range(0, 784).Select(_ => random.NextDouble()).ToArray())],
            [.. Enumerable.Range(0, 512).Select(i => Enumerable.Range(0, 10).Select(j => j == i % 10 ? 1.0 : 0.0).ToArray())],
            new() { Loss = LossFunction.CrossEntropy }, 0.1);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var trace = Backpropagation.Run(example);
        // a sample's ΔW is stored nowhere: asking for one, and for the gradients, stays within the same bound
        _ = trace.Sample(511).Layer(1).WeightGradient[127, 783];
        _ = trace.Layer(1).TotalWeightGradient[127, 783] + trace.Layer(2).TotalWeightGradient[9, 127];
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 12_000_000);
        Assert.NotEqual(0.0, trace.Sample(511).Layer(1).WeightGradient.FrobeniusNorm);
    }
}
