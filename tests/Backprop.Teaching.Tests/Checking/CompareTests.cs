using MathNet.Numerics.LinearAlgebra;
using static Backprop.Teaching.Lesson;

namespace Backprop.Teaching.Tests.Checking;

public class CompareTests
{
    static readonly BackpropTrace Trace = Backpropagation.Run(Examples.TwoOutputs);

    [Fact]
    public void The_matrix_cell_of_the_design()
    {
        Matrix<double> W2 = Trace.Layer(2).Weights;
        Vector<double> delta2 = Trace.Layer(2).Delta, fprime1 = Trace.Layer(1).ActivationDerivative;
        var delta1 = (W2.Transpose() * delta2).PointwiseMultiply(fprime1);
        var comparison = Compare(delta1, Trace.Layer(1).Delta);
        Assert.True(comparison.SameShape);
        Assert.InRange(comparison.LargestDifference!.Value, 0, 1e-15);
        Assert.Contains("entry     delta1  delta[1]@0  difference\n[0]", comparison.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_vector_stands_beside_its_quantity()
    {
        Vector<double> mine = Trace.Layer(1).Delta;
        mine[2] += 0.001;
        var comparison = Compare(mine, Trace.Layer(1).Delta);
        Assert.Equal("[2]", comparison.LargestAt);
        Assert.InRange(comparison.LargestDifference!.Value, 0.001 - 1e-15, 0.001 + 1e-15);
        Assert.Equal(
            """
            Same shape, 4×1. Largest difference 0.001 at [2].

            entry       mine  delta[1]@0  difference
            [0]     -0.01062    -0.01062  0
            [1]      0.02459     0.02459  0
            [2]    -0.004144   -0.005144  0.001
            [3]     -0.03050    -0.03050  0
            """.ReplaceLineEndings("\n"), comparison.ToText());
    }

    [Fact]
    public void Every_form_of_the_same_numbers_is_equal_to_the_last_bit()
    {
        var delta = Trace.Layer(1).Delta;
        var dW = Trace.Layer(2).WeightGradient;
        Comparison[] all =
        [
            Compare(delta.ToVector(), delta), Compare(delta.ToArray(), delta), Compare(delta, delta), Compare(delta.ToVector().ToColumnMatrix(), delta),
            Compare(dW.ToMatrix(), dW), Compare(dW.ToRows(), dW), Compare(dW.ToMatrix().ToArray(), dW), Compare(dW, dW),
            Compare(delta[0].Value, delta[0]), Compare(delta[0], delta[0]), Compare(1.5, 1.5),
            Compare(delta.ToVector(), delta.ToVector()), Compare(dW.ToMatrix(), dW.ToMatrix()),
            Compare(delta.ToVector(), delta.ToVector().ToColumnMatrix()), Compare(delta.ToVector().ToColumnMatrix(), delta.ToVector()),
        ];
        Assert.All(all, comparison => Assert.StartsWith($"Equal to the last bit; shape {comparison.MyShape}.", comparison.ToText(), StringComparison.Ordinal));
        Assert.All(all, comparison => Assert.Equal(0, comparison.LargestDifference));
        Assert.Equal("", Compare(1.5, 1.5).LargestAt);
    }

    [Fact]
    public void A_missing_transpose_is_asked_for()
    {
        var dW = Trace.Layer(2).WeightGradient;
        var mine = dW.ToMatrix().Transpose();
        var comparison = Compare(mine, dW);
        Assert.True(comparison.TransposeWouldFit);
        Assert.Null(comparison.LargestDifference);
        Assert.Null(comparison.LargestAt);
        Assert.StartsWith(
            "The shapes differ: mine is 4×2, dW[2]@0 is 2×4.\nIs a transpose missing? With mine transposed the largest difference is 0.\n", comparison.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Other_shapes_are_shown_with_the_question()
    {
        var mine = Vector<double>.Build.Dense([1, 2, 3]);
        var comparison = Compare(mine, Trace.Layer(1).Delta);
        Assert.False(comparison.TransposeWouldFit);
        Assert.StartsWith(
            "The shapes differ: mine is 3×1, delta[1]@0 is 4×1.\nIs a transpose missing in one of the factors? W is to × from, a vector is n×1, and δ aᵀ is n×k.\n\nmine =\n  ⎡ 1 ⎤ 3×1",
            comparison.ToText(), StringComparison.Ordinal);
        Assert.False(Compare(mine, Trace.Layer(2).WeightGradient).SameShape);
    }

    [Fact]
    public void A_transposed_square_matrix_is_recognised()
    {
        var dW = Backpropagation.Run(Examples.Mazur).Layer(2).WeightGradient;
        var mine = dW.ToMatrix().Transpose();
        Assert.Contains("\nIs a transpose missing? mine transposed agrees with dW[2]@0.\n", Compare(mine, dW).ToText(), StringComparison.Ordinal);
        var other = 2 * dW.ToMatrix();
        Assert.False(Compare(other, dW).TransposeWouldFit);
        Assert.False(Compare(dW.ToMatrix(), dW).TransposeWouldFit);
    }

    [Fact]
    public void A_large_matrix_shows_its_largest_differences()
    {
        var first = Matrix<double>.Build.Dense(5, 4, (j, k) => j - k);
        var second = first.Clone();
        second[3, 1] += 0.5;
        second[0, 2] -= 0.25;
        Assert.EndsWith(
            """
            The largest differences:

            entry  first  second  difference
            [3,1]      2     2.5  -0.5
            [0,2]     -2   -2.25  0.25
            """.ReplaceLineEndings("\n"), Compare(first, second).ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_that_is_none_is_infinitely_far()
    {
        var comparison = Compare([0.1, double.NaN, 0.3, 0.4], Trace.Layer(1).Delta);
        Assert.Equal(double.PositiveInfinity, comparison.LargestDifference);
        Assert.Equal("[1]", comparison.LargestAt);
    }

    [Fact]
    public void What_holds_no_numbers_is_refused()
    {
        object mine = "0.14";
        Assert.Equal(
            "mine: found String, expected a number, a MathNet vector or matrix, double[], double[,], double[][] of equal rows or a quantity. (Parameter 'mine')",
            Assert.Throws<ArgumentException>(() => Compare(mine, Trace.Layer(1).Delta)).Message);
    }

    [Fact]
    public void One_weight_changes_what_comes_after_it_and_no_more()
    {
        var after = Backpropagation.Run(Examples.TwoOutputs.With("W[2][0,1]", 0.6));
        var comparison = Compare(Trace, after);
        var names = comparison.Changes.Select(change => change.Quantity.ToString()).ToList();
        Assert.Equal(["W[2][0,1]", "z[2][0]@0", "a[2][0]@0", "fprime[2][0]@0", "loss@0", "dA[2][0]@0", "delta[2][0]@0"], names.Take(7));
        Assert.DoesNotContain("z[1][0]@0", names);
        Assert.DoesNotContain("z[2][1]@0", names);
        Assert.Contains("dx[0]@0", names);
        var first = comparison.Changes[0];
        Assert.Equal((-0.4, 0.6, 1.0), (first.Old, first.New, first.Difference));
        Assert.All(comparison.Changes, change => Assert.Equal((Trace.Value(change.Quantity.ToString()), after.Value(change.Quantity.ToString())), (change.Old, change.New)));
        Assert.Contains(new QuantityId(QuantityKind.Activation, 1, Sample: 0), comparison.Unchanged);
        Assert.Empty(comparison.OnlyBefore);
        Assert.StartsWith("104 numbers changed\nname ", comparison.ToText(), StringComparison.Ordinal);
        Assert.Contains("\nW[2][0,1]", comparison.ToText(), StringComparison.Ordinal);
        Assert.Contains("\n… 6 more of dW[1]@0\n", comparison.ToText(), StringComparison.Ordinal);
        Assert.EndsWith("\nunchanged: W[1] b[1] b[2] x@0 y@0 z[1]@0 a[1]@0 fprime[1]@0 regLoss regW[2] regW[1]", comparison.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_trace_twice_shows_no_change() => Assert.Equal("Nothing changed", Compare(Trace, Backpropagation.Run(Examples.TwoOutputs)).ToText());

    [Fact]
    public void What_only_one_trace_has_is_listed()
    {
        var before = Backpropagation.Run(Network.Of(Layer.Sigmoid(w: [[1], [2]], b: [0, 0])), [1], [0.5, 0.5]);
        var after = Backpropagation.Run(Network.Of(Layer.Softmax(w: [[1], [2]])), [1], [0.5, 0.5]);
        var text = Compare(before, after).ToText();
        Assert.Contains("\nonly before: b[1] fprime[1]@0 db[1]@0 sumdb[1] meandb[1] gradb[1]\nonly after: jacobian[1]@0", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Traces_of_other_sizes_are_refused() => Assert.Equal(
        "Two traces can be compared number by number where their layers and samples are as many: found 3-4-2 with 4 samples, expected 3-4-2 with 1 sample as before. (Parameter 'after')",
        Assert.Throws<ArgumentException>(() => Compare(Trace, Backpropagation.Run(Examples.TwoOutputsFourSamples))).Message);
}
