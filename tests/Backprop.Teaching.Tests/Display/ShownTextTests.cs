using MathNet.Numerics.LinearAlgebra;
using static Backprop.Teaching.Lesson;

namespace Backprop.Teaching.Tests.Display;

/// <summary>What a student sees in plain text, as approved files in Expectations/.</summary>
public class ShownTextTests
{
    static readonly BackpropTrace Mazur = Backpropagation.Run(Examples.Mazur);

    [Fact]
    public void A_trace() => Expectation.Matches("Mazur.trace.txt", Mazur.ToString());

    [Fact]
    public void Everything_of_a_trace() => Expectation.Matches("Mazur.everything.txt", Mazur.Everything().ToString());

    [Fact]
    public void A_layer() => Expectation.Matches("Mazur.layer.txt", Mazur.Layer(2).ToString());

    [Fact]
    public void A_step() => Expectation.Matches("Mazur.step.txt", Mazur.Step().ToString());

    [Fact]
    public void Quantities_of_every_shape() => Expectation.Matches(
        "Mazur.quantities.txt",
        string.Join("\n\n", ((Quantity[])[Mazur.Layer(2).Delta[0], Mazur.Layer(2).Delta, Mazur.Layer(2).WeightGradient, Mazur["dx[1]"], Mazur["newW[1][0,0]"], Mazur.Loss]).Select(quantity => quantity.ToString())));

    [Fact]
    public void A_trace_with_a_layer_of_12_units_says_how_to_see_the_rest() => Expectation.Matches("TwelveUnits.trace.txt", Backpropagation.Run(TwelveUnits(1)).ToString());

    [Fact]
    public void A_trace_of_6_samples_says_how_to_see_the_rest() => Expectation.Matches("SixSamples.trace.txt", Backpropagation.Run(TwelveUnits(6)).ToString());

    [Fact]
    public void A_layer_of_several_samples_says_whose_its_numbers_are() =>
        Expectation.Matches("FourSamples.layer.txt", Backpropagation.Run(Examples.TwoOutputsFourSamples).Layer(2).ToString());

    [Fact]
    public void A_softmax_layer_of_one_sample() => Expectation.Matches("Softmax.layer.txt", Backpropagation.Run(Examples.SoftmaxCrossEntropy).Sample(1).Layer(2).ToString());

    [Fact]
    public void A_network_and_an_example() => Expectation.Matches("Xor.example.txt", Examples.Xor.ToString() + "\n\n" + Examples.Mazur.Network);

    [Fact]
    public void Six_values_each_labelled_by_its_own_expression()
    {
        Matrix<double> W2 = Mazur.Layer(2).Weights;
        var delta = Mazur.Layer(2).Delta;
        var text = Show(1.0 / 3, delta[0], W2.Transpose() * delta, W2, delta, "a text").ToString();
        Expectation.Matches("Show.six.txt", text);
    }

    [Fact]
    public void One_value_and_nothing_at_all_are_shown_too()
    {
        object? nothing = null;
        Assert.Equal("nothing = null", Show(nothing).ToString());
        Assert.Equal("Mazur.Loss =\n  J = 0.2984\n  trace.Loss  J\n  loss J: data loss + decay loss", Show(Mazur.Loss).ToString());
    }

    [Fact]
    public void MathNet_values_stand_in_brackets_with_their_shape()
    {
        var matrix = Matrix<double>.Build.Dense(20, 15, (j, k) => (j * 100) + k);
        Expectation.Matches("MathNet.txt", string.Join("\n\n",
            MathNetView.Of(Vector<double>.Build.Dense([1, -0.5, 1.0 / 3])), MathNetView.Of(Matrix<double>.Build.Dense(2, 3, (j, k) => j - (k / 4.0))),
            MathNetView.Of(Matrix<double>.Build.Dense(1, 2)), MathNetView.Of(matrix)));
    }

    [Fact]
    public void An_array_of_numbers_is_shown_as_a_vector() =>
        Assert.Equal(Lesson.Show(Vector<double>.Build.Dense([0.5, -2]), labelA: "a").ToText(), Lesson.Show(new[] { 0.5, -2 }, labelA: "a").ToText());

    [Fact]
    public void As_many_digits_as_are_asked_for()
    {
        Assert.StartsWith("δ⁽²⁾₀ = 0.13849856\n", Mazur.Layer(2).Delta[0].ToText(new NumberFormat(8)), StringComparison.Ordinal);
        Assert.StartsWith("δ⁽²⁾₀ = 0.1385\n", Mazur.Layer(2).Delta[0].ToText(), StringComparison.Ordinal);
    }

    static Example TwelveUnits(int samples)
    {
        var network = Network.Of(
            Layer.Tanh([.. Enumerable.Range(0, 12).Select(j => (double[])[j / 10.0, 0.5 - (j / 8.0)])], [.. Enumerable.Range(0, 12).Select(j => 0.25)]),
            Layer.Identity([[.. Enumerable.Range(0, 12).Select(k => k % 2 == 0 ? 0.5 : -0.25)]]));
        return Example.Of(
            network,
            [.. Enumerable.Range(0, samples).Select(i => (double[])[1 - (i / 2.0), i])],
            [.. Enumerable.Range(0, samples).Select(i => (double[])[i % 2])], learningRate: 0.1, name: "twelve");
    }
}
