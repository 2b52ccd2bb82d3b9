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
/// <param name="Origin">What it comes from, one line.</param>
sealed record QuantityKindInfo(QuantityKind Kind, string Name, int Indices, bool HasLayer, bool PerSample, string Member, string Words, string Origin)
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
        new(QuantityKind.SampleLoss, "loss", 0, false, true, "Loss", "loss of the sample, J_i", "the loss function at a⁽ᴸ⁾ and y"),
        new(QuantityKind.ActivationGradient, "dA", 1, true, true, "ActivationGradient", "∂J_i/∂a", "output: the derivative of the loss; hidden: (W⁽ˡ⁺¹⁾)ᵀ δ⁽ˡ⁺¹⁾"),
        new(QuantityKind.Delta, "delta", 1, true, true, "Delta", "δ = ∂J_i/∂z", "δ⁽ˡ⁾ = ∂J_i/∂a⁽ˡ⁾ ⊙ f′(z⁽ˡ⁾); softmax: the Jacobian times ∂J_i/∂a, a − y with cross-entropy"),
        new(QuantityKind.WeightGradient, "dW", 2, true, true, "WeightGradient", "per-sample ΔW = ∂J_i/∂W: before 1/m and before −η", "ΔW⁽ˡ⁾ = δ⁽ˡ⁾ (a⁽ˡ⁻¹⁾)ᵀ"),
        new(QuantityKind.BiasGradient, "db", 1, true, true, "BiasGradient", "per-sample Δb = ∂J_i/∂b: before 1/m and before −η", "Δb⁽ˡ⁾ = δ⁽ˡ⁾"),
        new(QuantityKind.InputGradient, "dx", 1, false, true, "InputGradient", "∂J_i/∂x", "(W⁽¹⁾)ᵀ δ⁽¹⁾"),
        new(QuantityKind.WeightGradientSum, "sumdW", 2, true, false, "WeightGradientSum", "sum of ΔW over the samples", "Σ_i δ⁽ˡ⁾ (a⁽ˡ⁻¹⁾)ᵀ"),
        new(QuantityKind.BiasGradientSum, "sumdb", 1, true, false, "BiasGradientSum", "sum of Δb over the samples", "Σ_i δ⁽ˡ⁾"),
        new(QuantityKind.WeightGradientMean, "meandW", 2, true, false, "WeightGradientMean", "mean of ΔW over the samples", "the sum divided by m"),
        new(QuantityKind.BiasGradientMean, "meandb", 1, true, false, "BiasGradientMean", "mean of Δb over the samples", "the sum divided by m"),
        new(QuantityKind.WeightDecayTerm, "regW", 2, true, false, "WeightDecayTerm", "weight decay's part of the gradient", "λ W⁽ˡ⁾"),
        new(QuantityKind.TotalWeightGradient, "gradW", 2, true, false, "TotalWeightGradient", "gradient ∂J/∂W", "the data part and λ W⁽ˡ⁾"),
        new(QuantityKind.TotalBiasGradient, "gradb", 1, true, false, "TotalBiasGradient", "gradient ∂J/∂b", "the data part; biases have no decay"),
        new(QuantityKind.WeightStep, "stepW", 2, true, false, "WeightStep", "step of W", "−η ∂J/∂W⁽ˡ⁾"),
        new(QuantityKind.BiasStep, "stepb", 1, true, false, "BiasStep", "step of b", "−η ∂J/∂b⁽ˡ⁾; 0 where biases are frozen"),
        new(QuantityKind.WeightsAfter, "newW", 2, true, false, "WeightsAfter", "W after the step", "W⁽ˡ⁾ − η ∂J/∂W⁽ˡ⁾"),
        new(QuantityKind.BiasesAfter, "newb", 1, true, false, "BiasesAfter", "b after the step", "b⁽ˡ⁾ − η ∂J/∂b⁽ˡ⁾"),
        new(QuantityKind.DataLoss, "dataLoss", 0, false, false, "DataLoss", "data loss", "(1/m) Σ_i J_i"),
        new(QuantityKind.DecayLoss, "regLoss", 0, false, false, "DecayLoss", "decay loss", "(λ/2) Σ W²"),
        new(QuantityKind.Loss, "J", 0, false, false, "Loss", "loss J", "data loss + decay loss"),
        new(QuantityKind.DataLossAfter, "newDataLoss", 0, false, false, "DataLossAfter", "data loss after the step", "(1/m) Σ_i J_i with the new W and b"),
        new(QuantityKind.DecayLossAfter, "newRegLoss", 0, false, false, "DecayLossAfter", "decay loss after the step", "(λ/2) Σ W² with the new W"),
        new(QuantityKind.LossAfter, "newJ", 0, false, false, "LossAfter", "loss J after the step", "data loss + decay loss after the step"),
    ];

    static readonly FrozenDictionary<string, QuantityKindInfo> ByName = All.ToFrozenDictionary(info => info.Name);

    /// <summary>Whether it belongs to a step and so needs a learning rate.</summary>
    public bool BelongsToStep => Kind is >= QuantityKind.WeightStep and <= QuantityKind.BiasesAfter or >= QuantityKind.DataLossAfter;

    // the table stands in the order of the enum
    public static QuantityKindInfo Of(QuantityKind kind) => All[(int)kind];

    public static QuantityKindInfo? Find(string name) => ByName.GetValueOrDefault(name);
}
