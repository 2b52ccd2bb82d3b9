using static Backprop.Teaching.Letters;
using static Backprop.Teaching.Symbols;

namespace Backprop.Teaching;

/// <summary>Text 000: w⁽ˡ⁾ leads from layer l to l+1, so its number is ours; z, a and δ are one higher; the bias is w_{j0}.</summary>
sealed class BiasUnitNotation() : Notation("bias-unit", "000", "text 000: w⁽ˡ⁾ from layer l to l+1, the input is layer 1, units and samples from 1, bias as unit 0, Δ the sum and D the mean, ·* elementwise")
{
    internal override MathOperator HadamardSign { get; } = new(@"\cdot\!*", "·*");

    internal override MathNode ActivationSymbol(IndexTerm layer, bool primed, NotationContext context) =>
        layer.IsNumber && !context.Network.Layer(layer.Offset).Activation.IsElementwise ? base.ActivationSymbol(layer, primed, context)
        : primed ? new MathSymbol("g'", "g′") : "g";

    internal override MathNode Symbol(SymbolRequest request)
    {
        var loss = new MathScripts("J", request.Sample is { IsNumber: true } sample ? Index(sample.Plus(1)) : "i", null);
        return request.Kind switch
        {
            QuantityKind.Input => Scripted("x", WithSample(Indices(request.Row?.Plus(1)), request, 1), null),
            QuantityKind.Target => Scripted("y", request.Sample is { IsNumber: true } i ? Indices(i.Plus(1), request.Row?.Plus(1)) : Indices("i", request.Row?.Plus(1)), null),
            QuantityKind.Weights => Weight("w", request),
            QuantityKind.Biases => Bias("w", request),
            QuantityKind.PreActivation => Unit("z", request),
            QuantityKind.Activation => Unit("a", request),
            QuantityKind.ActivationDerivative => Of(ActivationSymbol(request.Layer!.Value, true, request.Context), Unit("z", request)),
            QuantityKind.ActivationJacobian => Derivative(Unit("a", request with { Column = null }), Unit("z", request with { Row = request.Column, Column = null })),
            QuantityKind.SampleLoss => loss,
            QuantityKind.ActivationGradient => Derivative(loss, Unit("a", request, withSample: false)),
            QuantityKind.Delta => Unit(Delta, request),
            QuantityKind.WeightGradient => Derivative(loss, Weight("w", request)),
            QuantityKind.BiasGradient => Derivative(loss, Bias("w", request)),
            QuantityKind.InputGradient => Derivative(loss, Scripted("x", Indices(request.Row?.Plus(1)), null)),
            QuantityKind.WeightGradientSum => Weight(DeltaSum, request),
            QuantityKind.BiasGradientSum => Bias(DeltaSum, request),
            QuantityKind.WeightGradientMean => Weight("D", request),
            QuantityKind.BiasGradientMean => Bias("D", request),
            _ => Common(request, "J", Weight("w", request), Bias("w", request)),
        };
    }

    internal override string? Remark(QuantityId id, NotationContext context) => id.Kind switch
    {
        QuantityKind.ActivationJacobian => "Text 000 has no softmax; ∂a/∂z is written out.",
        QuantityKind.WeightDecayTerm or QuantityKind.DecayLoss => "Text 000 has no weight decay.",
        QuantityKind.WeightStep or QuantityKind.BiasStep or QuantityKind.WeightsAfter or QuantityKind.BiasesAfter => "Text 000 has no symbol for the learning rate; η is ours.",
        _ => null,
    };

    static MathNode Unit(MathNode letter, SymbolRequest request, bool withSample = true)
    {
        var indices = Indices(request.Row?.Plus(1));
        return Scripted(letter, withSample ? WithSample(indices, request, 1) : indices, InParentheses(request.Layer!.Value.Plus(1)));
    }

    static MathNode Weight(MathNode letter, SymbolRequest request) =>
        Scripted(letter, Indices(request.Row?.Plus(1), request.Column?.Plus(1)), request.Layer is { } layer ? InParentheses(layer) : null);

    // column 0 of w
    static MathNode Bias(MathNode letter, SymbolRequest request) =>
        Scripted(letter, request.Row is { } row ? Indices(row.Plus(1), 0) : new MathSymbol(":0", ":0"), request.Layer is { } layer ? InParentheses(layer) : null);
}
