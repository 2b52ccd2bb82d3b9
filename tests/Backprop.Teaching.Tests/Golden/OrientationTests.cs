using MathNet.Numerics.LinearAlgebra;

namespace Backprop.Teaching.Tests.Golden;

/// <summary>The same numbers in the orientations of the documents: bias as index 0, samples as rows, samples as columns.</summary>
public class OrientationTests
{
    [Theory]
    [InlineData("c2", 134)]
    [InlineData("c3", 82)]
    public void With_the_bias_as_index_0(string shortName, int count)
    {
        var golden = GoldenCase.Of(shortName);
        var trace = Backpropagation.Run(golden.Example);
        var augmented = new Dictionary<string, object?>
        {
            ["w"] = Each(trace, l => WithBias(trace.Layer(l).Biases, trace.Layer(l).Weights)),
            ["samples"] = Samples(trace).Select(sample => new Dictionary<string, object?>
            {
                ["a"] = Each(trace, l => (double[])[1, .. sample.Layer(l).Input.ToArray()]).Append(sample.Layer(trace.LayerCount).Activation.ToArray()).ToList(),
                ["dw"] = Each(trace, l => WithBias(sample.Layer(l).BiasGradient, sample.Layer(l).WeightGradient)),
            }).ToList(),
            ["D"] = Each(trace, l => WithBias(trace.Layer(l).BiasGradientMean, trace.Layer(l).WeightGradientMean)),
        };
        Assert.Equal(count, Close.AssertTree(golden.Extras.GetProperty("augmented"), augmented, shortName));
    }

    [Fact]
    public void With_samples_as_rows()
    {
        var golden = GoldenCase.Of("d1");
        var trace = Backpropagation.Run(golden.Example);
        var rowBatch = new Dictionary<string, object?>
        {
            ["w"] = Each(trace, l => trace.Layer(l).Weights.ToMatrix().Transpose().ToRowArrays()),
            ["b"] = Each(trace, l => trace.Layer(l).Biases.ToArray()),
            ["z"] = Each(trace, l => Rows(trace, sample => sample.Layer(l).PreActivation)),
            ["a"] = Each(trace, l => Rows(trace, sample => sample.Layer(l).Input)).Append(Rows(trace, sample => sample.Layer(trace.LayerCount).Activation)).ToList(),
            ["d"] = Each(trace, l => Rows(trace, sample => sample.Layer(l).Delta)),
            ["dw"] = Each(trace, l => trace.Layer(l).WeightGradientMean.ToMatrix().Transpose().ToRowArrays()),
            ["db"] = Each(trace, l => trace.Layer(l).BiasGradientMean.ToArray()),
            ["E"] = trace.DataLoss.Value,
        };
        Assert.Equal(137, Close.AssertTree(golden.Extras.GetProperty("rowBatch"), rowBatch, "d1"));
    }

    [Fact]
    public void With_samples_as_columns()
    {
        var golden = GoldenCase.Of("f1");
        var trace = Backpropagation.Run(golden.Example);
        var columnBatch = new Dictionary<string, object?>
        {
            ["Z"] = Each(trace, l => Columns(trace, sample => sample.Layer(l).PreActivation)),
            ["A"] = Each(trace, l => Columns(trace, sample => sample.Layer(l).Input)).Append(Columns(trace, sample => sample.Layer(trace.LayerCount).Activation)).ToList(),
            ["dA"] = Each(trace, l => Columns(trace, sample => sample.Layer(l).ActivationGradient)).Prepend(Columns(trace, sample => sample.InputGradient)).ToList(),
            ["dZ"] = Each(trace, l => Columns(trace, sample => sample.Layer(l).Delta)),
            ["dW"] = Each(trace, l => trace.Layer(l).WeightGradientMean.ToRows()),
            ["db"] = Each(trace, l => trace.Layer(l).BiasGradientMean.ToArray()),
        };
        Assert.Equal(225, Close.AssertTree(golden.Extras.GetProperty("columnBatch"), columnBatch, "f1"));
    }

    static List<object> Each(BackpropTrace trace, Func<int, object> of) => [.. Enumerable.Range(1, trace.LayerCount).Select(of)];

    static IEnumerable<SampleTrace> Samples(BackpropTrace trace) => Enumerable.Range(0, trace.SampleCount).Select(trace.Sample);

    static double[][] Rows(BackpropTrace trace, Func<SampleTrace, VectorQuantity> of) => [.. Samples(trace).Select(sample => of(sample).ToArray())];

    static double[][] Columns(BackpropTrace trace, Func<SampleTrace, VectorQuantity> of) =>
        Matrix<double>.Build.DenseOfRowArrays(Rows(trace, of)).Transpose().ToRowArrays();

    static double[][] WithBias(VectorQuantity bias, MatrixQuantity weights) => [.. weights.ToRows().Select((row, j) => (double[])[bias[j], .. row])];
}
