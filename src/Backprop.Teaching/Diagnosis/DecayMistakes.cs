using static Backprop.Teaching.Formula;
using static Backprop.Teaching.Rewriting;

namespace Backprop.Teaching;

/// <summary>L1–L5: the weight decay.</summary>
static class DecayMistakes
{
    const string Right = "∂J/∂W⁽ˡ⁾ = (1/m) Σ_i ΔW⁽ˡ⁾ + λ W⁽ˡ⁾ for (λ/2) Σ W² in J; biases have no decay";

    static readonly Expression Lambda = Parameter(FormulaParameter.WeightDecay);
    static readonly Expression W = Matrix(QuantityKind.Weights, L, J, K);

    public static IEnumerable<Misconception> All =>
    [
        Of("L1", "the weight decay is left out", [], [], shape => [new("the weight decay is left out of the gradient", Totals(shape, _ => Number(0)))]),
        Of("L2", "the biases are decayed too", [], [], shape => [new("the biases are decayed too", shape.Biased.Select(l =>
            Patch.Of(QuantityKind.TotalBiasGradient, l, gradient => Sum(gradient, OfBias(BatchDefinitions.Of(QuantityKind.WeightDecayTerm, shape.Objective).Entry!)))))]),
        Of("L3", "the weight decay is divided by the number of samples, or not, against the loss that is given", [], [], shape => shape.Samples == 1 ? [] : shape.Objective.Decay switch
        {
            DecayScaling.HalfLambda => [new("the weight decay is divided by the number of samples too", Terms(shape, Product(Quotient(Lambda, Parameter(FormulaParameter.SampleCount)), W)))],
            DecayScaling.HalfLambdaPerSample => [new("the weight decay is not divided by the number of samples", Terms(shape, Product(Lambda, W)))],
            _ => [],
        }),
        Of("L4", "the factor 2 of W² is kept, or lost, against the loss that is given", [], [], shape => shape.Objective.Decay switch
        {
            DecayScaling.HalfLambda => [new("2λW is used though the loss has λ/2", Terms(shape, Product(Number(2), Lambda, W)))],
            DecayScaling.Lambda => [new("λW is used though the loss has λ", Terms(shape, Product(Lambda, W)))],
            _ => [],
        }),
        Of("L5", "the weight decay has the wrong sign, or no λ", [], [], shape =>
        [
            new("the weight decay is subtracted from the gradient", Totals(shape, Negative)),
            new("W is added to the gradient without λ", Terms(shape, W)),
        ]),
    ];

    static Misconception Of(string id, string words, string[] twins, string[] errata, Func<MistakeShape, IEnumerable<MistakeForm>> forms) => new(
        id, words, "the weight decay's part of the gradient", Right, id == "L3" ? "λ = 0 or m = 1" : "λ = 0", twins, errata, shape => shape.Objective.WeightDecay == 0 ? [] : forms(shape));

    static IEnumerable<Patch> Terms(MistakeShape shape, Expression term) => shape.All.Select(l => Patch.Of(QuantityKind.WeightDecayTerm, l, _ => term));

    static IEnumerable<Patch> Totals(MistakeShape shape, Func<Expression, Expression> change) =>
        shape.All.Select(l => Patch.Of(QuantityKind.TotalWeightGradient, l, gradient => Each(gradient, QuantityKind.WeightDecayTerm, change)));

    static Expression OfBias(Expression decay) => Each(decay, QuantityKind.Weights, _ => Vector(QuantityKind.Biases, L, J));
}
