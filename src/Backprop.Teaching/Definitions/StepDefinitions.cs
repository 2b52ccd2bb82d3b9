using static Backprop.Teaching.Formula;

namespace Backprop.Teaching;

/// <summary>The step of gradient descent and the parameters after it.</summary>
static class StepDefinitions
{
    public static Definition Of(QuantityKind kind, bool trainBias)
    {
        var rate = Parameter(FormulaParameter.LearningRate);
        Expression Moved(Expression gradient) => Product(rate, gradient);
        var (gradW, allGradW) = (Matrix(QuantityKind.TotalWeightGradient, L, J, K), Matrix(QuantityKind.TotalWeightGradient, L));
        var (gradB, allGradB) = (Vector(QuantityKind.TotalBiasGradient, L, J), Matrix(QuantityKind.TotalBiasGradient, L));
        var (b, allB) = (Vector(QuantityKind.Biases, L, J), Matrix(QuantityKind.Biases, L));
        const string Against = "against the gradient, by the learning rate";
        const string Frozen = "the biases are frozen";
        return kind switch
        {
            QuantityKind.WeightStep => new(kind, DerivationRule.Descent, Against, Negative(Moved(gradW)), Negative(Moved(allGradW))),
            QuantityKind.WeightsAfter => new(
                kind, DerivationRule.Descent, "all gradients come from the old weights",
                Difference(Matrix(QuantityKind.Weights, L, J, K), Moved(gradW)), Difference(Matrix(QuantityKind.Weights, L), Moved(allGradW))),
            QuantityKind.BiasStep => trainBias
                ? new(kind, DerivationRule.Descent, Against, Negative(Moved(gradB)), Negative(Moved(allGradB)))
                : new(kind, DerivationRule.Descent, Frozen, Number(0), Product(Number(0), Ones())),
            QuantityKind.BiasesAfter => trainBias
                ? new(kind, DerivationRule.Descent, Against, Difference(b, Moved(gradB)), Difference(allB, Moved(allGradB)))
                : new(kind, DerivationRule.Descent, Frozen, b, allB),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not a quantity of a step"),
        };
    }
}
