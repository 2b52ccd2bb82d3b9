using static Backprop.Teaching.Formula;

namespace Backprop.Teaching;

/// <summary>∂J_i/∂a of hidden layers, δ, one sample's ΔW and Δb, ∂J_i/∂x.</summary>
static class BackwardDefinitions
{
    /// <param name="receivers">The units of the next layer.</param>
    public static Definition HiddenGradient(int receivers) => new(
        QuantityKind.ActivationGradient, DerivationRule.SumOverPaths, receivers == 1 ? "a feeds the one unit of the next layer" : "a feeds every unit of the next layer: each path counts",
        TotalOverUnits(K, L.Plus(1), Product(Matrix(QuantityKind.Weights, L.Plus(1), K, J), Entry(QuantityKind.Delta, L.Plus(1), K))),
        Times(Transposed(Matrix(QuantityKind.Weights, L.Plus(1))), Whole(QuantityKind.Delta, L.Plus(1))));

    public static Definition Delta(bool isOutput, ActivationFunction f, Objective objective)
    {
        if (isOutput && objective.Loss.HasShortcut)
        {
            var (entry, whole) = LossDefinitions.Shortcut(objective);
            return new(QuantityKind.Delta, DerivationRule.Shortcut, $"{f.Name} with {objective.Loss.Name.Replace('_', ' ')}: the factors cancel to a − y", entry, whole);
        }
        if (!f.IsElementwise)
            return new(
                QuantityKind.Delta, DerivationRule.SumOverPaths, "with softmax z reaches every output: through the Jacobian",
                TotalOverUnits(K, L, Product(new Expression.Reference(QuantityKind.ActivationJacobian, L, K, J, I), Entry(QuantityKind.ActivationGradient, L, K))),
                Times(Transposed(Whole(QuantityKind.ActivationJacobian, L)), Whole(QuantityKind.ActivationGradient, L)));
        return new(
            QuantityKind.Delta, DerivationRule.ChainRule, "the chain rule through a = f(z)",
            Product(Entry(QuantityKind.ActivationGradient, L, J), Entry(QuantityKind.ActivationDerivative, L, J)),
            Hadamard(Whole(QuantityKind.ActivationGradient, L), Whole(QuantityKind.ActivationDerivative, L)));
    }

    public static Definition WeightGradient() => new(
        QuantityKind.WeightGradient, DerivationRule.ChainRule, "the chain rule through z: ∂z/∂W is the activation that the weight multiplies",
        Product(Entry(QuantityKind.Delta, L, J), Entry(QuantityKind.Activation, L.Plus(-1), K)),
        Times(Whole(QuantityKind.Delta, L), Transposed(Whole(QuantityKind.Activation, L.Plus(-1)))));

    public static Definition BiasGradient() => new(
        QuantityKind.BiasGradient, DerivationRule.ChainRule, "the chain rule through z: ∂z/∂b is 1",
        Entry(QuantityKind.Delta, L, J), Whole(QuantityKind.Delta, L));

    /// <param name="receivers">The units of layer 1.</param>
    public static Definition InputGradient(int receivers) => new(
        QuantityKind.InputGradient, DerivationRule.SumOverPaths, receivers == 1 ? "x feeds the one unit of layer 1" : "x feeds every unit of layer 1: each path counts",
        TotalOverUnits(K, 1, Product(Matrix(QuantityKind.Weights, 1, K, J), Entry(QuantityKind.Delta, 1, K))),
        Times(Transposed(Matrix(QuantityKind.Weights, 1)), Whole(QuantityKind.Delta, 1)));
}
