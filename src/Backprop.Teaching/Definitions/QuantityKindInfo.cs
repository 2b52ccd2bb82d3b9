using System.Collections.Frozen;

namespace Backprop.Teaching;

/// <summary>What is fixed for each kind of quantity: its name, its indices, its words.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Name">The ASCII name before the brackets.</param>
/// <param name="Indices">0 for one number, 1 for a unit, 2 for to and from.</param>
/// <param name="HasLayer">Whether a layer stands in the first bracket.</param>
/// <param name="PerSample">Whether it belongs to one sample.</param>
/// <param name="Member">The C# member that hands it out.</param>
/// <param name="Words">What it is, in words.</param>
/// <param name="Origin">The formula that it comes from, where it is the same in every network; otherwise null, and its definition says the one that applies.</param>
sealed record QuantityKindInfo(QuantityKind Kind, string Name, int Indices, bool HasLayer, bool PerSample, string Member, string Words, string? Origin)
{
    public static IReadOnlyList<QuantityKindInfo> All { get; } =
    [
        new(QuantityKind.Input, "x", 1, false, true, "Input", "input", "given"),
        new(QuantityKind.Target, "y", 1, false, true, "Target", "target", "given"),
        new(QuantityKind.Weights, "W", 2, true, false, "Weights", "weight (to, from)", "given"),
        new(QuantityKind.Biases, "b", 1, true, false, "Biases", "bias", "given"),
        new(QuantityKind.PreActivation, "z", 1, true, true, "PreActivation", "pre-activation", "z⁽ˡ⁾ = W⁽ˡ⁾ a⁽ˡ⁻¹⁾ + b⁽ˡ⁾"),
        new(QuantityKind.Activation, "a", 1, true, true, "Activation", "activation", "a⁽ˡ⁾ = f(z⁽ˡ⁾)"),
        new(QuantityKind.ActivationDerivative, "fprime", 1, true, true, "ActivationDerivative", "derivative of the activation, f′(z)", "f′(z⁽ˡ⁾), elementwise"),
        new(QuantityKind.ActivationJacobian, "jacobian", 2, true, true, "ActivationJacobian", "Jacobian ∂a/∂z of the softmax", "diag(a) − a aᵀ"),
        new(QuantityKind.SampleLoss, "loss", 0, false, true, "Loss", "loss of the sample, Jᵢ", null),
        new(QuantityKind.ActivationGradient, "dA", 1, true, true, "ActivationGradient", "∂Jᵢ/∂a", null),
        new(QuantityKind.Delta, "delta", 1, true, true, "Delta", "δ = ∂Jᵢ/∂z", null),
        new(QuantityKind.WeightGradient, "dW", 2, true, true, "WeightGradient", "per-sample ΔW = ∂Jᵢ/∂W: before 1/m and before −η", "ΔW⁽ˡ⁾ = δ⁽ˡ⁾ (a⁽ˡ⁻¹⁾)ᵀ"),
        new(QuantityKind.BiasGradient, "db", 1, true, true, "BiasGradient", "per-sample Δb = ∂Jᵢ/∂b: before 1/m and before −η", "Δb⁽ˡ⁾ = δ⁽ˡ⁾"),
        new(QuantityKind.InputGradient, "dx", 1, false, true, "InputGradient", "∂Jᵢ/∂x", "(W⁽¹⁾)ᵀ δ⁽¹⁾"),
        new(QuantityKind.WeightGradientSum, "sumdW", 2, true, false, "WeightGradientSum", "sum of ΔW over the samples", "Σ_i δ⁽ˡ⁾ (a⁽ˡ⁻¹⁾)ᵀ"),
        new(QuantityKind.BiasGradientSum, "sumdb", 1, true, false, "BiasGradientSum", "sum of Δb over the samples", "Σ_i δ⁽ˡ⁾"),
        new(QuantityKind.WeightGradientMean, "meandW", 2, true, false, "WeightGradientMean", "mean of ΔW over the samples", "the sum divided by m"),
        new(QuantityKind.BiasGradientMean, "meandb", 1, true, false, "BiasGradientMean", "mean of Δb over the samples", "the sum divided by m"),
        new(QuantityKind.WeightDecayTerm, "regW", 2, true, false, "WeightDecayTerm", "weight decay's part of the gradient", null),
        new(QuantityKind.TotalWeightGradient, "gradW", 2, true, false, "TotalWeightGradient", "gradient ∂J/∂W", null),
        new(QuantityKind.TotalBiasGradient, "gradb", 1, true, false, "TotalBiasGradient", "gradient ∂J/∂b", "the data part; biases have no decay"),
        new(QuantityKind.WeightStep, "stepW", 2, true, false, "WeightStep", "step of W", "−η ∂J/∂W⁽ˡ⁾"),
        new(QuantityKind.BiasStep, "stepb", 1, true, false, "BiasStep", "step of b", null),
        new(QuantityKind.WeightsAfter, "newW", 2, true, false, "WeightsAfter", "W after the step", "W⁽ˡ⁾ − η ∂J/∂W⁽ˡ⁾"),
        new(QuantityKind.BiasesAfter, "newb", 1, true, false, "BiasesAfter", "b after the step", null),
        new(QuantityKind.DataLoss, "dataLoss", 0, false, false, "DataLoss", "data loss", null),
        new(QuantityKind.DecayLoss, "regLoss", 0, false, false, "DecayLoss", "decay loss", null),
        new(QuantityKind.Loss, "J", 0, false, false, "Loss", "loss J", "data loss + decay loss"),
        new(QuantityKind.DataLossAfter, "newDataLoss", 0, false, false, "DataLossAfter", "data loss after the step", null),
        new(QuantityKind.DecayLossAfter, "newRegLoss", 0, false, false, "DecayLossAfter", "decay loss after the step", null),
        new(QuantityKind.LossAfter, "newJ", 0, false, false, "LossAfter", "loss J after the step", "data loss + decay loss after the step"),
    ];

    static readonly FrozenDictionary<string, QuantityKindInfo> ByName = All.ToFrozenDictionary(info => info.Name);

    /// <summary>Whether it belongs to a step and so needs a learning rate.</summary>
    public bool BelongsToStep => Kind is >= QuantityKind.WeightStep and <= QuantityKind.BiasesAfter or >= QuantityKind.DataLossAfter;

    // the table stands in the order of the enum
    public static QuantityKindInfo Of(QuantityKind kind) => All[(int)kind];

    public static QuantityKindInfo? Find(string name) => ByName.GetValueOrDefault(name);
}
