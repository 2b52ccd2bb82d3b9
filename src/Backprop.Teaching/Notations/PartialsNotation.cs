using static Backprop.Teaching.Letters;
using static Backprop.Teaching.Symbols;

namespace Backprop.Teaching;

/// <summary>Text 002: L_i, a_{ij}^{(l)} with the sample first; what is passed back is ∂L_i/∂a, and δ has no symbol.</summary>
sealed class PartialsNotation() : Notation("partials", "002", "text 002: Lᵢ the loss of sample i, a_{ij} = sample i, unit j, both from 0; ∂L/∂a is passed back, δ has no symbol; n samples, ∇W, η")
{
    internal override MathOperator HadamardSign { get; } = new(@"\odot", "⊙");

    // every factor of the chain is written out: nothing stands for ∂L/∂z
    internal override bool Inlines(QuantityKind part, QuantityKind formula) => part == QuantityKind.Delta;

    internal override MathNode Parameter(FormulaParameter parameter) => parameter switch
    {
        FormulaParameter.SampleCount => "n",
        FormulaParameter.OutputCount => new MathScripts("n", InParentheses("L"), null),
        _ => base.Parameter(parameter),
    };

    internal override MathNode Symbol(SymbolRequest request)
    {
        var loss = new MathScripts("L", request.Sample is { IsNumber: true } sample ? Index(sample) : "i", null);
        return request.Kind switch
        {
            QuantityKind.Input => Unit("x", request),
            QuantityKind.Target => Unit("y", request),
            QuantityKind.Weights => Parameter("w", "W", request),
            QuantityKind.Biases => Parameter("b", "B", request),
            QuantityKind.PreActivation => Unit("z", request),
            QuantityKind.Activation => Unit("a", request),
            QuantityKind.ActivationDerivative => Of(ActivationSymbol(request.Layer!.Value, true, request.Context), Unit("z", request)),
            QuantityKind.ActivationJacobian => Derivative(Unit("a", request with { Column = null }), Unit("z", request with { Row = request.Column, Column = null })),
            QuantityKind.SampleLoss => loss,
            QuantityKind.ActivationGradient => Derivative(loss, Unit("a", request)),
            QuantityKind.Delta => Derivative(loss, Unit("z", request)),
            QuantityKind.WeightGradient => Derivative(loss, Parameter("w", "W", request)),
            QuantityKind.BiasGradient => Derivative(loss, Parameter("b", "B", request)),
            QuantityKind.InputGradient => Derivative(loss, Unit("x", request)),
            QuantityKind.WeightGradientSum => Sum(Derivative(new MathScripts("L", "i", null), Parameter("w", "W", request))),
            QuantityKind.BiasGradientSum => Sum(Derivative(new MathScripts("L", "i", null), Parameter("b", "B", request))),
            QuantityKind.WeightGradientMean => IsMean(request) ? Gradient("W", request) : Mean("n", Derivative(new MathScripts("L", "i", null), Parameter("w", "W", request))),
            QuantityKind.BiasGradientMean => IsMean(request) ? Gradient("B", request) : Mean("n", Derivative(new MathScripts("L", "i", null), Parameter("b", "B", request))),
            _ => Common(request, "L", Parameter("w", "W", request), Parameter("b", "B", request)),
        };
    }

    internal override string? Remark(QuantityId id, NotationContext context) => id.Kind switch
    {
        QuantityKind.Delta => "Text 002 has no symbol for δ: it is ∂Lᵢ/∂z, the same number as ∂Lᵢ/∂b.",
        QuantityKind.ActivationJacobian => "Text 002 has no softmax; ∂a/∂z is written out.",
        QuantityKind.WeightDecayTerm or QuantityKind.DecayLoss => "Text 002 has no weight decay.",
        _ => null,
    };

    static MathNode Unit(MathNode letter, SymbolRequest request) => Scripted(
        letter,
        request.Row is null ? (request.Sample is { } whole ? Indices(whole) : null) : Indices(request.Sample ?? "i", request.Row),
        request.Layer is { } layer ? InParentheses(layer) : null);

    static MathNode Parameter(string entry, string whole, SymbolRequest request) => Scripted(
        request.Row is null ? whole : entry, Indices(request.Row, request.Column), request.Layer is { } layer ? InParentheses(layer) : null);

    // ∇W is the gradient of L: where the loss is a sum and no mean, the mean of ∂L_i/∂W is not it
    static bool IsMean(SymbolRequest request) => request.Context.Objective.OverSamples == Reduction.Mean;

    // ∇W is the mean of ∂L_i/∂W; with decay there is a gradient beyond it, written as a derivative
    static MathNode Gradient(string letter, SymbolRequest request) => Scripted(
        MathRow.Of(Nabla, letter), Indices(request.Row, request.Column), request.Layer is { } layer ? InParentheses(layer) : null);
}
