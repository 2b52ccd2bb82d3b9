using MathNet.Numerics.LinearAlgebra;

namespace Backprop.Teaching.Tests.Checking;

public class GivenGradientsTests
{
    static readonly Example Example = Golden.Example("b2");
    static readonly BackpropTrace Trace = Backpropagation.Run(Example);

    static Matrix<double> W(int l) => Trace.Layer(l).TotalWeightGradient;

    static Vector<double> B(int l) => Trace.Layer(l).TotalBiasGradient;

    [Fact]
    public void MathNet_arrays_rows_and_quantities_are_read_alike()
    {
        Assert.True(GradientCheck.Compare(Example, [W(1), W(2)], [B(1), B(2)]).Passed);
        Assert.True(GradientCheck.Compare(Example, [W(1).ToArray(), W(2).ToRowArrays()], [B(1).ToArray(), B(2).ToColumnMatrix()]).Passed);
        Assert.True(GradientCheck.Compare(Example, [Trace.Layer(1).TotalWeightGradient, W(2)], [Trace.Layer(1).TotalBiasGradient, B(2)]).Passed);
        Assert.True(GradientCheck.Compare(Example, PlainBackpropagation.Gradients(Example)).Passed);
        Assert.True(GradientCheck.Compare(Example, ([W(1), W(2)], null)).Passed);
    }

    [Fact]
    public void Without_biases_only_the_weights_are_judged() =>
        Assert.Equal(20, GradientCheck.Compare(Example, [W(1), W(2)]).Parameters.Length);

    [Fact]
    public void A_transposed_matrix_is_recognised_and_judged_as_transposed()
    {
        var report = GradientCheck.Compare(Example, [W(1), W(2).Transpose()]);
        Assert.False(report.Passed);
        Assert.Equal(["∂J/∂W of layer 2: found 4×2, expected 2×4: a transpose is missing. Its entries are judged as transposed."], report.ShapeProblems.ToArray());
        Assert.Empty(report.Failures);
        Assert.Contains("\nNo entry that was judged fails, but a shape is wrong.\n", report.ToText(), StringComparison.Ordinal);
        Assert.Equal(8, GradientCheck.Compare(Example, [W(1), -W(2).Transpose()]).Failures.Count());
    }

    [Fact]
    public void A_transposed_square_matrix_is_recognised_by_its_numbers()
    {
        var example = Golden.Example("g1");
        var trace = Backpropagation.Run(example);
        Matrix<double> first = trace.Layer(1).TotalWeightGradient, second = trace.Layer(2).TotalWeightGradient;
        var report = GradientCheck.Compare(example, [first, second.Transpose()]);
        Assert.False(report.Passed);
        Assert.Equal(["∂J/∂W of layer 2: every entry would pass in the transposed matrix: a transpose is missing."], report.ShapeProblems.ToArray());
        Assert.Equal(["W[2][0,1]", "W[2][1,0]"], report.Failures.Select(each => each.Parameter.ToString()).Order(StringComparer.Ordinal));
        Assert.Empty(GradientCheck.Compare(example, [first, 2 * second]).ShapeProblems);
    }

    [Fact]
    public void A_wrong_shape_is_named_and_not_judged()
    {
        var report = GradientCheck.Compare(Example, [W(1), Matrix<double>.Build.Dense(2, 3)], [B(1), new double[3]]);
        Assert.Equal(
            ["∂J/∂W of layer 2: found 2×3, expected 2×4. It is not judged.", "∂J/∂b of layer 2: found 3×1, expected 2×1. It is not judged."], report.ShapeProblems.ToArray());
        Assert.Equal(16, report.Parameters.Length);
        Assert.Equal("W[2][0,0]: it was not judged, expected a gradient of the right shape for its layer.", Assert.Throws<UnknownQuantityException>(() => report["W[2][0,0]"]).Message);
    }

    [Fact]
    public void A_bias_where_there_is_none_is_named()
    {
        var example = Example.Of(Network.Of(Layer.Tanh(w: [[0.5], [-0.3]]), Layer.Identity(w: [[0.2, 0.4]], b: [0.1])), x: [0.7], y: [1]);
        var trace = Backpropagation.Run(example);
        Matrix<double>[] weights = [trace.Layer(1).TotalWeightGradient, trace.Layer(2).TotalWeightGradient];
        Assert.True(GradientCheck.Compare(example, weights, [null, trace.Layer(2).TotalBiasGradient]).Passed);
        var report = GradientCheck.Compare(example, weights, [new double[2], trace.Layer(2).TotalBiasGradient]);
        Assert.False(report.Passed);
        Assert.Equal(["b of layer 1: found 2×1, expected none: the layer has no bias."], report.ShapeProblems.ToArray());
    }

    [Fact]
    public void What_is_no_gradient_is_refused()
    {
        void Says(string message, IReadOnlyList<object?> weights, IReadOnlyList<object?>? biases = null) =>
            Assert.Equal(message, Assert.Throws<InvalidInputException>(() => GradientCheck.Compare(Example, weights, biases)).Message);
        Says("weights: found 1 gradient, expected 2, one for each layer", [W(1)]);
        Says("biases: found 3 gradients, expected 2, one for each layer", [W(1), W(2)], [B(1), B(2), B(2)]);
        Says("weights[1] (layer 2): found null, expected a MathNet vector or matrix, double[], double[,] or double[][] of rows", [W(1), null]);
        Says("weights[0] (layer 1): found String, expected a MathNet vector or matrix, double[], double[,] or double[][] of rows", ["W", W(2)]);
        Says("weights[0] (layer 1): found rows of different lengths, expected a MathNet vector or matrix, double[], double[,] or double[][] of rows", [new double[][] { [1, 2], [3] }, W(2)]);
        Says("weights[0] (layer 1): found no rows, expected a MathNet vector or matrix, double[], double[,] or double[][] of rows", [Array.Empty<double[]>(), W(2)]);
    }
}
