namespace Backprop.Teaching;

/// <summary>Text 001: NumPy names, samples as rows. a[l] has our number; z, w, b, d, f are one lower; w[l−1] is the transpose of our W⁽ˡ⁾.</summary>
sealed class RowsNotation() : Notation("rows", "001", "text 001: samples as rows, z[l] = a[l] @ w[l] + b[l], w[l] is from × to; d[l] = dE/dz[l], * elementwise, @ matrix product; all from 0")
{
    internal override MathOperator HadamardSign { get; } = new("*", "*");

    internal override MathOperator ProductSign => HadamardSign;

    internal override MathOperator? MatrixProductSign { get; } = new("@", "@");

    internal override bool HasRowVectors => true;

    internal override MathNode Parameter(FormulaParameter parameter) => parameter switch
    {
        FormulaParameter.SampleCount => new MathCode("m"),
        FormulaParameter.OutputCount => new MathCode("Y.shape[1]"),
        _ => base.Parameter(parameter),
    };

    internal override MathNode Transposed(MathNode node) => MathRow.Of(node, new MathCode(".T"));

    internal override MathNode ActivationSymbol(IndexTerm layer, bool primed, NotationContext context) => new MathCode($"{(primed ? "df" : "f")}[{layer.Plus(-1)}]");

    // (A B)ᵀ = Bᵀ Aᵀ: every product turns round, and every name already stands for the transpose
    internal override Expression Arrange(Expression whole) => whole is Expression.MatrixProduct product
        ? new Expression.MatrixProduct(Arrange(product.Right), Arrange(product.Left))
        : whole.Map(Arrange);

    internal override MathNode Symbol(SymbolRequest request) => request.Kind switch
    {
        QuantityKind.ActivationDerivative => MathRow.Of(ActivationSymbol(request.Layer!.Value, true, request.Context), new MathFence(Code(Row("z", request.Layer.Value.Plus(-1), request)))),
        _ => Code(NameOf(request)),
    };

    internal override string? Remark(QuantityId id, NotationContext context) => id.Kind switch
    {
        QuantityKind.WeightGradient or QuantityKind.BiasGradient => "Text 001 has names for the whole batch only; one sample's part is written dE[i]/dw.",
        QuantityKind.ActivationJacobian => "Text 001 has no softmax; da/dz is written out.",
        QuantityKind.WeightDecayTerm or QuantityKind.DecayLoss => "Text 001 has no weight decay.",
        QuantityKind.WeightStep or QuantityKind.BiasStep or QuantityKind.WeightsAfter or QuantityKind.BiasesAfter => "Text 001 has no update and no learning rate; η is ours.",
        _ => null,
    };

    static MathCode Code(string text) => new(text);

    static string NameOf(SymbolRequest request)
    {
        var lower = request.Layer?.Plus(-1) ?? default;
        var loss = $"E[{request.Sample ?? "i"}]";
        return request.Kind switch
        {
            QuantityKind.Input => Row("a", 0, request),
            QuantityKind.Target => "Y" + Index(request),
            QuantityKind.Weights => $"w[{lower}]{Weight(request)}",
            QuantityKind.Biases => $"b[{lower}]{Bias(request)}",
            QuantityKind.PreActivation => Row("z", lower, request),
            QuantityKind.Activation => Row("a", request.Layer!.Value, request),
            QuantityKind.ActivationJacobian => $"da/dz[{lower}]{Index(request)}" + (request.Column is null ? "" : $"[{request.Column}]"),
            QuantityKind.SampleLoss => loss,
            QuantityKind.ActivationGradient => "dE/d" + Row("a", request.Layer!.Value, request),
            QuantityKind.Delta => Row("d", lower, request),
            QuantityKind.WeightGradient => $"d{loss}/dw[{lower}]{Weight(request)}",
            QuantityKind.BiasGradient => $"d{loss}/db[{lower}]{Bias(request)}",
            QuantityKind.InputGradient => "dE/d" + Row("a", 0, request),
            QuantityKind.WeightGradientSum => $"m*dw[{lower}]{Weight(request)}",
            QuantityKind.BiasGradientSum => $"m*db[{lower}]{Bias(request)}",
            QuantityKind.WeightGradientMean => $"dw[{lower}]{Weight(request)}",
            QuantityKind.BiasGradientMean => $"db[{lower}]{Bias(request)}",
            QuantityKind.WeightDecayTerm => $"dE_decay/dw[{lower}]{Weight(request)}",
            QuantityKind.TotalWeightGradient => $"dE/dw[{lower}]{Weight(request)}",
            QuantityKind.TotalBiasGradient => $"dE/db[{lower}]{Bias(request)}",
            QuantityKind.WeightStep => $"step_w[{lower}]{Weight(request)}",
            QuantityKind.BiasStep => $"step_b[{lower}]{Bias(request)}",
            QuantityKind.WeightsAfter => $"new_w[{lower}]{Weight(request)}",
            QuantityKind.BiasesAfter => $"new_b[{lower}]{Bias(request)}",
            QuantityKind.DataLoss => "E_data",
            QuantityKind.DecayLoss => "E_decay",
            QuantityKind.Loss => "E",
            QuantityKind.DataLossAfter => "new_E_data",
            QuantityKind.DecayLossAfter => "new_E_decay",
            QuantityKind.LossAfter => "new_E",
            _ => throw new ArgumentOutOfRangeException(nameof(request), request, "not a kind of quantity"),
        };
    }

    static string Row(string letter, IndexTerm layer, SymbolRequest request) => $"{letter}[{layer}]{Index(request)}";

    // [sample, unit]; one row of a batch is [sample], and a batch of one row needs no index
    static string Index(SymbolRequest request) => request.Row is { } unit ? $"[{request.Sample ?? "i"},{unit}]"
        : request.Sample is { IsNumber: true } sample && request.Context.ShowsSample ? $"[{sample}]" : "";

    // [from, to]
    static string Weight(SymbolRequest request) => request.Row is null ? "" : $"[{request.Column},{request.Row}]";

    static string Bias(SymbolRequest request) => request.Row is null ? "" : $"[{request.Row}]";
}
