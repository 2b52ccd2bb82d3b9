namespace Backprop.Teaching.Tests.Networks;

/// <summary>A function that was added in one place and forgotten in the others: x², which nothing else knows.</summary>
public class UnknownActivationTests
{
    static readonly ActivationFunction Parabola = new("parabola", z => z * z, (z, _) => 2 * z);

    static readonly Example Example = Example.Of(
        Network.Of(Layer.Of(Parabola, [[0.5], [-0.25]]), Layer.Sigmoid([[1, 0.5]])), x: [0.5], y: [1], learningRate: 0.5);

    [Fact]
    public void The_engine_stops_at_a_function_that_it_does_not_know() => Forgotten("Elementwise", () => Backpropagation.Run(Example, new Engine(true, 512)));

    [Fact]
    public void The_plain_loops_stop_at_a_function_that_they_do_not_know() => Forgotten("PlainBackpropagation", () => PlainBackpropagation.Run(Example, 0));

    [Fact]
    public void A_function_without_a_derivative_among_the_definitions_has_none() =>
        Forgotten("ForwardDefinitions", () => Definition.Of(QuantityId.Parse("fprime[1][0]@0"), Example.Network, Example.Objective));

    [Fact]
    public void A_function_without_words_is_not_written_as_its_argument()
    {
        var writer = new AsciiFormulaWriter(_ => 0.5, _ => 1, 4);
        Forgotten("AsciiFormulaWriter", () => writer.Write(new Expression.Apply(Parabola, 1, new Expression.Literal(2))));
    }

    [Fact]
    public void The_doctor_stops_at_a_function_that_it_does_not_know() => Forgotten("PassCompiler", () => PassProgram.Of(Example).Run(Example));

    [Fact]
    public void Softmax_has_no_derivative_among_the_definitions()
    {
        var example = Examples.SoftmaxCrossEntropy;
        var error = Assert.Throws<InvalidOperationException>(() => Definition.Of(QuantityId.Parse("fprime[2][0]@0"), example.Network, example.Objective));
        Assert.Contains("Jacobian", error.Message, StringComparison.Ordinal);
    }

    static void Forgotten(string place, Action work)
    {
        var error = Assert.Throws<NotSupportedException>(work);
        Assert.StartsWith(place, error.Message, StringComparison.Ordinal);
        Assert.Contains("does not know the activation function parabola", error.Message, StringComparison.Ordinal);
    }
}
