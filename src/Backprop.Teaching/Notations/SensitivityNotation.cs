using static Backprop.Teaching.Letters;
using static Backprop.Teaching.Symbols;

namespace Backprop.Teaching;

/// <summary>Text 003: δ as sensitivity, J(w,b;x,y); w⁽ˡ⁾ and b⁽ˡ⁾ lead into layer l+1, so their number is ours and that of z, a, δ is one higher.</summary>
sealed class SensitivityNotation() : Notation("sensitivity", "003", "text 003: δ is the sensitivity, J(w,b;x,y) the loss of a sample; w⁽ˡ⁾, b⁽ˡ⁾ from layer l to l+1, the input is layer 1, units from 1; λ, α")
{
    internal override MathOperator HadamardSign { get; } = new(@"\cdot", "·");

    internal override MathNode Parameter(FormulaParameter parameter) => parameter switch
    {
        FormulaParameter.LearningRate => Alpha,
        FormulaParameter.OutputCount => new MathScripts("S", "L", null),
        _ => base.Parameter(parameter),
    };

    internal override MathNode ActivationSymbol(IndexTerm layer, bool primed, NotationContext context) =>
        layer.IsNumber && !context.Network.Layer(layer.Offset).Activation.IsElementwise ? base.ActivationSymbol(layer, primed, context)
        : primed ? new MathSymbol("f'", "f′") : "f";

    internal override MathNode Symbol(SymbolRequest request)
    {
        var loss = SampleLoss(request);
        return request.Kind switch
        {
            QuantityKind.Input => Sample("x", request),
            QuantityKind.Target => Sample("y", request),
            QuantityKind.Weights => Parameter("w", request),
            QuantityKind.Biases => Parameter("b", request),
            QuantityKind.PreActivation => Unit("z", request),
            QuantityKind.Activation => Unit("a", request),
            QuantityKind.ActivationDerivative => Of(ActivationSymbol(request.Layer!.Value, true, request.Context), Unit("z", request)),
            QuantityKind.ActivationJacobian => Derivative(Unit("a", request with { Column = null }), Unit("z", request with { Row = request.Column, Column = null })),
            QuantityKind.SampleLoss => loss,
            QuantityKind.ActivationGradient => Derivative(loss, Unit("a", request)),
            QuantityKind.Delta => Unit(Delta, request),
            QuantityKind.WeightGradient => Derivative(loss, Parameter("w", request)),
            QuantityKind.BiasGradient => Derivative(loss, Parameter("b", request)),
            QuantityKind.InputGradient => Derivative(loss, Sample("x", request)),
            QuantityKind.WeightGradientSum => Sum(Derivative(AnySampleLoss, Parameter("w", request))),
            QuantityKind.BiasGradientSum => Sum(Derivative(AnySampleLoss, Parameter("b", request))),
            QuantityKind.WeightGradientMean => Mean("m", Derivative(AnySampleLoss, Parameter("w", request))),
            QuantityKind.BiasGradientMean => Mean("m", Derivative(AnySampleLoss, Parameter("b", request))),
            _ => Common(request, new MathSymbol("J(w,b)", "J(w,b)"), Parameter("w", request), Parameter("b", request)),
        };
    }

    internal override string? Remark(QuantityId id, NotationContext context) => id.Kind switch
    {
        QuantityKind.ActivationJacobian => "Text 003 names softmax and gives no formula; ∂a/∂z is written out.",
        QuantityKind.WeightDecayTerm or QuantityKind.DecayLoss when context.Objective.WeightDecay > 0 && context.Objective.Decay != DecayScaling.HalfLambda =>
            "Text 003 has (λ/2) Σ w² and so λ w; this example has another factor.",
        _ => null,
    };

    static readonly MathNode AnySampleLoss = new MathSymbol("J(w,b;x^{(i)},y^{(i)})", "J(w,b;x⁽ⁱ⁾,y⁽ⁱ⁾)");

    static MathNode SampleLoss(SymbolRequest request)
    {
        if (request.Sample is not { IsNumber: true } sample) return AnySampleLoss;
        if (!request.Context.ShowsSample) return new MathSymbol("J(w,b;x,y)", "J(w,b;x,y)");
        var number = sample.Offset + 1;
        var raised = "⁽" + QuantitySymbol.Raised(number) + "⁾";
        return new MathSymbol($"J(w,b;x^{{({number})}},y^{{({number})}})", $"J(w,b;x{raised},y{raised})");
    }

    static MathNode Sample(MathNode letter, SymbolRequest request) => Scripted(
        letter, Indices(request.Row?.Plus(1)), request.Sample is { } sample && request.Context.ShowsSample ? InParentheses(sample.IsNumber ? sample.Plus(1) : sample) : null);

    static MathNode Unit(MathNode letter, SymbolRequest request) =>
        Scripted(letter, WithSample(Indices(request.Row?.Plus(1)), request, 1), InParentheses(request.Layer!.Value.Plus(1)));

    static MathNode Parameter(MathNode letter, SymbolRequest request) =>
        Scripted(letter, Indices(request.Row?.Plus(1), request.Column?.Plus(1)), request.Layer is { } layer ? InParentheses(layer) : null);
}
