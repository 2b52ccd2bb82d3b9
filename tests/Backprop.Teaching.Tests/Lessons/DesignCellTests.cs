using MathNet.Numerics.LinearAlgebra;

namespace Backprop.Teaching.Tests.Lessons;

/// <summary>The three cells that the design promises, compiled as a notebook compiles them, and the numbers that they show.</summary>
public sealed class DesignCellTests : IDisposable
{
    readonly CellSession session = new();

    public void Dispose() => session.Dispose();

    [Fact]
    public async Task A_product_along_the_chain_its_explanation_and_a_nudge_show_the_same_number()
    {
        await session.Run(CellSession.FirstCell);
        var shown = await Show("""
            var trace = Backpropagation.Run(Examples.Chain);          // 1-1-1-1, x = 0.6, y = 1
            var last  = trace.Layer(3);
            var byHand = last.ActivationGradient[0] * last.ActivationDerivative[0] * trace.Layer(2).Activation[0];
            Show(byHand, last.WeightGradient[0, 0].Explain(), trace.Nudge("W[3][0,0]"))
            """);
        Close.Assert(-0.058323263870462598, session.Variable<double>("byHand"), "byHand");
        Assert.Equal(3, Count(shown, "-0.05832"));
        Assert.StartsWith("byHand = -0.05832\n", shown, StringComparison.Ordinal);
        Assert.Contains("last.WeightGradient[0, 0].Explain() =", shown, StringComparison.Ordinal);
        Assert.Contains("trace.Nudge(\"W[3][0,0]\") =", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hidden_unit_is_reached_through_both_outputs()
    {
        await session.Run(CellSession.FirstCell);
        await session.Run("var trace = Backpropagation.Run(Examples.TwoOutputs);");
        var shown = await Show("""
            var W2 = trace.Layer(2).Weights;  var delta2 = trace.Layer(2).Delta;             // Examples.TwoOutputs, 3-4-2
            var viaOutput0 = W2[0, 2] * delta2[0];
            var viaOutput1 = W2[1, 2] * delta2[1];
            Show(viaOutput0, viaOutput1, viaOutput0 + viaOutput1, trace.Nudge("a[1][2]"))    // each labelled by its own expression
            """);
        Close.Assert(-0.0336380558, session.Variable<double>("viaOutput0"), "viaOutput0", 1e-9);
        Close.Assert(0.0112190357, session.Variable<double>("viaOutput1"), "viaOutput1", 1e-9);
        Close.Assert(session.Variable<BackpropTrace>("trace").Value("dA[1][2]"), session.Variable<double>("viaOutput0") + session.Variable<double>("viaOutput1"), "sum");
        foreach (var line in (string[])["viaOutput0 = -0.03364", "viaOutput1 = 0.01122", "viaOutput0 + viaOutput1 = -0.02242", "trace.Nudge(\"a[1][2]\") ="]) Assert.Contains(line, shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quantities_calculate_as_the_matrices_that_they_are()
    {
        await session.Run(CellSession.FirstCell);
        await session.Run("var trace = Backpropagation.Run(Examples.TwoOutputs);");
        var shown = await Show("""
            Matrix<double> W2 = trace.Layer(2).Weights;
            Vector<double> delta2 = trace.Layer(2).Delta, fprime1 = trace.Layer(1).ActivationDerivative;
            var delta1 = (W2.Transpose() * delta2).PointwiseMultiply(fprime1);
            Compare(delta1, trace.Layer(1).Delta)                                            // side by side, largest difference
            """);
        var golden = (double[])[-0.010623059, 0.0245930677, -0.0051439642, -0.0305026855];
        var delta1 = session.Variable<Vector<double>>("delta1");
        for (var j = 0; j < golden.Length; j++) Close.Assert(golden[j], delta1[j], $"delta1[{j}]", 1e-9);
        foreach (var number in (string[])["-0.01062", "0.02459", "-0.005144", "-0.03050"]) Assert.Equal(2, Count(shown, number));
    }

    async Task<string> Show(string cell) => Assert.IsAssignableFrom<Displayable>(await session.Run(cell)).ToText();

    static int Count(string text, string part) => text.Split(part).Length - 1;
}
