using BenchmarkDotNet.Attributes;

namespace Backprop.Teaching.Benchmarks;

/// <summary>One forward and backward pass of a lesson's net: the default call, a reused plan, and MathNet by hand.</summary>
[MemoryDiagnoser]
public class TraceBenchmarks
{
    Example example = Examples.TwoOutputs;
    BackpropagationPlan plan = new(Examples.TwoOutputs);
    MathNetTrace mathNet = new(Examples.TwoOutputs);

    /// <summary>The number of samples.</summary>
    [Params(1, 4, 32)]
    public int Samples { get; set; }

    /// <summary>Repeats the example's first sample.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var one = Examples.TwoOutputs;
        example = Example.Of(one.Network, [.. Enumerable.Repeat(one.Input(0).ToArray(), Samples)], [.. Enumerable.Repeat(one.Target(0).ToArray(), Samples)]);
        (plan, mathNet) = (new(example), new(example));
    }

    /// <summary>A new trace.</summary>
    [Benchmark(Baseline = true)]
    public BackpropTrace Default() => Backpropagation.Run(example);

    /// <summary>The same numbers in memory that is used again.</summary>
    [Benchmark]
    public double Plan() => plan.Run(example).SampleLosses[0];

    /// <summary>Matrices by hand.</summary>
    [Benchmark]
    public void MathNet() => mathNet.Run();
}
