using static Backprop.Teaching.Symbols;

namespace Backprop.Teaching;

/// <summary>What the published notations have in common when they write letters with indices.</summary>
static class Letters
{
    public static readonly MathNode DeltaSum = new MathSymbol(@"\Delta", "Δ");
    public static readonly MathNode Nabla = new MathSymbol(@"\nabla", "∇");
    public static readonly MathNode Alpha = new MathSymbol(@"\alpha", "α");
    public static readonly MathNode SumOverSamples = new MathScripts(new MathSymbol(@"\textstyle\sum", "Σ"), "i", null);

    public static MathNode Scripted(MathNode letter, MathNode? below, MathNode? above) => below is null && above is null ? letter : new MathScripts(letter, below, above);

    /// <summary>Indices with the sample behind @ where several samples must be told apart.</summary>
    public static MathNode? WithSample(MathNode? indices, SymbolRequest request, int firstSample)
    {
        if (request.Sample is not { IsNumber: true } sample || !request.Context.ShowsSample) return indices;
        var behind = $"@{sample.Plus(firstSample)}";
        return indices is MathSymbol symbol ? new MathSymbol(symbol.Latex + behind, symbol.Text + behind) : new MathSymbol(behind, behind);
    }

    public static MathNode Named(MathNode letter, string name) => new MathScripts(letter, new MathWords(name), null);

    public static MathNode Worded(string word, MathNode symbol) => MathRow.Of(new MathWords(word + " "), symbol);

    public static MathNode OneOver(MathNode count) => new MathFraction(new MathNumber("1"), count);

    public static MathNode Sum(MathNode term) => MathRow.Of(SumOverSamples, term);

    public static MathNode Mean(MathNode count, MathNode term) => MathRow.Of(OneOver(count), SumOverSamples, term);

    /// <summary>The symbols that each text leaves to the reader: losses of the whole batch, steps and what is after them.</summary>
    public static MathNode Common(SymbolRequest request, MathNode loss, MathNode weights, MathNode biases) => request.Kind switch
    {
        QuantityKind.WeightDecayTerm => Derivative(Named(loss, "decay"), weights),
        QuantityKind.TotalWeightGradient => Derivative(loss, weights),
        QuantityKind.TotalBiasGradient => Derivative(loss, biases),
        QuantityKind.WeightStep => Worded("step", weights),
        QuantityKind.BiasStep => Worded("step", biases),
        QuantityKind.WeightsAfter => Worded("new", weights),
        QuantityKind.BiasesAfter => Worded("new", biases),
        QuantityKind.DataLoss => Named(loss, "data"),
        QuantityKind.DecayLoss => Named(loss, "decay"),
        QuantityKind.Loss => loss,
        QuantityKind.DataLossAfter => Worded("new", Named(loss, "data")),
        QuantityKind.DecayLossAfter => Worded("new", Named(loss, "decay")),
        QuantityKind.LossAfter => Worded("new", loss),
        _ => throw new ArgumentOutOfRangeException(nameof(request), request, "not a quantity of the batch or the step"),
    };
}
