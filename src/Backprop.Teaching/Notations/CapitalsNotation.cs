using static Backprop.Teaching.Letters;
using static Backprop.Teaching.Symbols;

namespace Backprop.Teaching;

/// <summary>Text 004: Z^{[l]}, A^{[l]}, dZ^{[l]}, dA^{[l]}; samples as columns.</summary>
sealed class CapitalsNotation() : Notation("capitals", "004", "text 004: Z^[l], A^[l], dZ^[l], dA^[l], dW^[l], db^[l]; samples as columns, units and samples from 0; α")
{
    internal override bool Inlines(QuantityKind part, QuantityKind formula) => false;

    internal override MathNode Parameter(FormulaParameter parameter) => parameter == FormulaParameter.LearningRate ? Alpha : base.Parameter(parameter);

    internal override MathNode ActivationSymbol(IndexTerm layer, bool primed, NotationContext context)
    {
        var above = $"[{layer}]";
        return primed ? new MathSymbol($"g^{{{above}\\prime}}", $"g{above}′") : new MathSymbol($"g^{{{above}}}", $"g{above}");
    }

    internal override MathNode Symbol(SymbolRequest request) => request.Kind switch
    {
        QuantityKind.Input => Column("X", request),
        QuantityKind.Target => Column(request.Context.ShowsSample ? "Y" : "y", request),
        QuantityKind.Weights => Parameter("W", request),
        QuantityKind.Biases => Parameter("b", request),
        QuantityKind.PreActivation => Column("Z", request),
        QuantityKind.Activation => Column("A", request),
        QuantityKind.ActivationDerivative => Of(ActivationSymbol(request.Layer!.Value, true, request.Context), Column("Z", request)),
        QuantityKind.ActivationJacobian => Derivative(Column("A", request with { Column = null }), Column("Z", request with { Row = request.Column, Column = null })),
        QuantityKind.SampleLoss => new MathScripts("J", request.Sample is { } sample ? Index(sample) : "i", null),
        QuantityKind.ActivationGradient => Column(D("A"), request),
        QuantityKind.Delta => Column(D("Z"), request),
        QuantityKind.WeightGradient => OneSample(D("W"), request),
        QuantityKind.BiasGradient => OneSample(D("b"), request),
        QuantityKind.InputGradient => Column(D("X"), request),
        QuantityKind.WeightGradientSum => Sum(AnySample(D("W"), request)),
        QuantityKind.BiasGradientSum => Sum(AnySample(D("b"), request)),
        QuantityKind.WeightGradientMean => Mean("m", AnySample(D("W"), request)),
        QuantityKind.BiasGradientMean => Mean("m", AnySample(D("b"), request)),
        _ => Common(request, "J", Parameter("W", request), Parameter("b", request)),
    };

    internal override string? Remark(QuantityId id, NotationContext context) => id.Kind switch
    {
        QuantityKind.ActivationJacobian => "Text 004 has no softmax; ∂A/∂Z is written out.",
        QuantityKind.WeightDecayTerm or QuantityKind.DecayLoss => "Text 004 has no weight decay.",
        QuantityKind.WeightGradient or QuantityKind.BiasGradient when context.ShowsSample => "Text 004 divides the batch's dW and db by m once; here one sample's part stands alone.",
        _ => null,
    };

    static MathSymbol D(string letter) => new("d" + letter, "d" + letter);

    // unit j of column i; a whole column of a batch is written :,i
    static MathNode Column(MathNode letter, SymbolRequest request)
    {
        var sample = request.Sample is { IsNumber: true } i && request.Context.ShowsSample ? $",{i}" : "";
        var row = request.Row?.ToString() ?? (sample.Length > 0 ? ":" : "");
        MathNode? below = row.Length + sample.Length == 0 ? null : new MathSymbol(row + sample, row + sample);
        return Scripted(letter, below, request.Layer is { } layer ? InBrackets(layer) : null);
    }

    static MathNode Parameter(MathNode letter, SymbolRequest request) =>
        Scripted(letter, Indices(request.Row, request.Column), request.Layer is { } layer ? InBrackets(layer) : null);

    static MathNode OneSample(MathNode letter, SymbolRequest request) =>
        Scripted(letter, WithSample(Indices(request.Row, request.Column), request, 0), InBrackets(request.Layer!.Value));

    // ΔW of the sample that a sum runs over
    static MathNode AnySample(MathNode letter, SymbolRequest request) =>
        Scripted(letter, Indices(request.Row, request.Column) is MathSymbol indices ? new MathSymbol(indices.Latex + "@i", indices.Text + "@i") : new MathSymbol("@i", "@i"), InBrackets(request.Layer!.Value));
}
