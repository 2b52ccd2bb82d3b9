using static Backprop.Teaching.Formula;

namespace Backprop.Teaching;

/// <summary>Sums and means over the samples, the decay term, the gradients of J.</summary>
static class BatchDefinitions
{
    public static Definition Of(QuantityKind kind, Objective objective)
    {
        var isMean = objective.OverSamples == Reduction.Mean;
        return kind switch
        {
            QuantityKind.WeightGradientSum => new(
                kind, DerivationRule.Linearity, "the derivative of a sum is the sum of the derivatives: one ΔW from each sample",
                TotalOverSamples(new Expression.Reference(QuantityKind.WeightGradient, L, J, K, I)), TotalOverSamples(Whole(QuantityKind.WeightGradient, L))),
            QuantityKind.BiasGradientSum => new(
                kind, DerivationRule.Linearity, "the derivative of a sum is the sum of the derivatives: one Δb from each sample",
                TotalOverSamples(Entry(QuantityKind.BiasGradient, L, J)), TotalOverSamples(Whole(QuantityKind.BiasGradient, L))),
            QuantityKind.WeightGradientMean => Mean(kind, Matrix(QuantityKind.WeightGradientSum, L, J, K), Matrix(QuantityKind.WeightGradientSum, L)),
            QuantityKind.BiasGradientMean => Mean(kind, Vector(QuantityKind.BiasGradientSum, L, J), Matrix(QuantityKind.BiasGradientSum, L)),
            QuantityKind.WeightDecayTerm => Decay(objective),
            QuantityKind.TotalWeightGradient => Total(objective, isMean ? QuantityKind.WeightGradientMean : QuantityKind.WeightGradientSum),
            _ => new(
                kind, DerivationRule.Linearity, "the data part alone: biases have no decay",
                Vector(isMean ? QuantityKind.BiasGradientMean : QuantityKind.BiasGradientSum, L, J),
                Matrix(isMean ? QuantityKind.BiasGradientMean : QuantityKind.BiasGradientSum, L)),
        };
    }

    static Definition Mean(QuantityKind kind, Expression entry, Expression whole) => new(
        kind, DerivationRule.Linearity, "the mean over the samples: divided by m once",
        Quotient(entry, Parameter(FormulaParameter.SampleCount)), Quotient(whole, Parameter(FormulaParameter.SampleCount)));

    static Definition Decay(Objective objective)
    {
        var lambda = Parameter(FormulaParameter.WeightDecay);
        Expression Scaled(Expression weights) => objective.Decay switch
        {
            DecayScaling.HalfLambda => Product(lambda, weights),
            DecayScaling.HalfLambdaPerSample => Product(Quotient(lambda, Parameter(FormulaParameter.SampleCount)), weights),
            _ => Product(Number(2), lambda, weights),
        };
        return new(
            QuantityKind.WeightDecayTerm, DerivationRule.Derivative, "the derivative of the decay loss",
            Scaled(Matrix(QuantityKind.Weights, L, J, K)), Scaled(Matrix(QuantityKind.Weights, L)));
    }

    static Definition Total(Objective objective, QuantityKind data)
    {
        var (entry, whole) = (Matrix(data, L, J, K), Matrix(data, L));
        return objective.WeightDecay == 0
            ? new(QuantityKind.TotalWeightGradient, DerivationRule.Linearity, "the data part alone: there is no weight decay", entry, whole)
            : new(QuantityKind.TotalWeightGradient, DerivationRule.Linearity, "the data part and the weight decay",
                Sum(entry, Matrix(QuantityKind.WeightDecayTerm, L, J, K)), Sum(whole, Matrix(QuantityKind.WeightDecayTerm, L)));
    }
}
