using static Backprop.Teaching.Symbols;

namespace Backprop.Teaching;

/// <summary>z⁽ˡ⁾, a⁽ˡ⁾, δ⁽ˡ⁾; with several samples the sample stands behind @, as in the ASCII name.</summary>
sealed class CanonicalNotation() : Notation("canonical", null, "layers 1…L, W⁽ˡ⁾ into layer l, units and samples from 0, columns: z⁽ˡ⁾ = W⁽ˡ⁾a⁽ˡ⁻¹⁾ + b⁽ˡ⁾")
{
    public override bool TryParse(string text, Example example, out QuantityId id)
    {
        if (base.TryParse(text, example, out id)) return true;
        if (!QuantityId.TryParse(text, out id)) return false;
        if (id.IsPerSample && id.Sample is null && example.SampleCount == 1) id = id with { Sample = 0 };
        return true;
    }

    internal override MathNode Symbol(SymbolRequest request)
    {
        var loss = new MathScripts("J", request.Sample is { } sample ? Index(sample) : "i", null);
        MathNode Letter(MathNode letter) => Scripted(letter, request);
        return request.Kind switch
        {
            QuantityKind.Input => Letter("x"),
            QuantityKind.Target => Letter("y"),
            QuantityKind.Weights => Letter("W"),
            QuantityKind.Biases => Letter("b"),
            QuantityKind.PreActivation => Letter("z"),
            QuantityKind.Activation => Letter("a"),
            QuantityKind.ActivationDerivative => Of(ActivationSymbol(request.Layer!.Value, primed: true, request.Context), Letter("z")),
            QuantityKind.ActivationJacobian => Derivative(Scripted("a", request with { Column = null }), Scripted("z", request with { Row = request.Column, Column = null })),
            QuantityKind.SampleLoss => loss,
            QuantityKind.ActivationGradient => Derivative(loss, Scripted("a", request, withSample: false)),
            QuantityKind.Delta => Letter(Delta),
            QuantityKind.WeightGradient => Derivative(loss, Scripted("W", request, withSample: false)),
            QuantityKind.BiasGradient => Derivative(loss, Scripted("b", request, withSample: false)),
            QuantityKind.InputGradient => Derivative(loss, Scripted("x", request, withSample: false)),
            QuantityKind.WeightGradientSum => MathRow.Of(SumOverSamples, Derivative(new MathScripts("J", "i", null), Letter("W"))),
            QuantityKind.BiasGradientSum => MathRow.Of(SumOverSamples, Derivative(new MathScripts("J", "i", null), Letter("b"))),
            QuantityKind.WeightGradientMean => MathRow.Of(OneOverM, SumOverSamples, Derivative(new MathScripts("J", "i", null), Letter("W"))),
            QuantityKind.BiasGradientMean => MathRow.Of(OneOverM, SumOverSamples, Derivative(new MathScripts("J", "i", null), Letter("b"))),
            QuantityKind.WeightDecayTerm => Derivative(Named("J", "decay"), Letter("W")),
            QuantityKind.TotalWeightGradient => Derivative("J", Letter("W")),
            QuantityKind.TotalBiasGradient => Derivative("J", Letter("b")),
            QuantityKind.WeightStep => MathRow.Of(new MathWords("step "), Letter("W")),
            QuantityKind.BiasStep => MathRow.Of(new MathWords("step "), Letter("b")),
            QuantityKind.WeightsAfter => New(Letter("W")),
            QuantityKind.BiasesAfter => New(Letter("b")),
            QuantityKind.DataLoss => Named("J", "data"),
            QuantityKind.DecayLoss => Named("J", "decay"),
            QuantityKind.Loss => "J",
            QuantityKind.DataLossAfter => New(Named("J", "data")),
            QuantityKind.DecayLossAfter => New(Named("J", "decay")),
            QuantityKind.LossAfter => New("J"),
            _ => throw new ArgumentOutOfRangeException(nameof(request), request, "not a kind of quantity"),
        };
    }

    static readonly MathNode SumOverSamples = new MathScripts(new MathSymbol(@"\textstyle\sum", "Σ"), "i", null);
    static readonly MathNode OneOverM = new MathFraction(new MathNumber("1"), "m");

    static MathRow New(MathNode after) => MathRow.Of(new MathWords("new "), after);

    static MathScripts Named(MathNode letter, string name) => new(letter, new MathWords(name), null);

    static MathNode Scripted(MathNode letter, SymbolRequest request, bool withSample = true)
    {
        var below = Indices(request.Row, request.Column);
        if (withSample && request.Sample is { IsNumber: true } sample && request.Context.ShowsSample)
            below = below is MathSymbol indices ? new MathSymbol($"{indices.Latex}@{sample}", $"{indices.Text}@{sample}") : new MathSymbol($"@{sample}", $"@{sample}");
        var above = request.Layer is { } layer ? InParentheses(layer) : null;
        return below is null && above is null ? letter : new MathScripts(letter, below, above);
    }
}
