using static Backprop.Teaching.Formula;

namespace Backprop.Teaching;

/// <summary>z = W a + b, a = f(z), f′(z) and the softmax Jacobian.</summary>
static class ForwardDefinitions
{
    public static Definition PreActivation(DenseLayer layer)
    {
        var entry = TotalOverUnits(K, L.Plus(-1), Product(Matrix(QuantityKind.Weights, L, J, K), Entry(QuantityKind.Activation, L.Plus(-1), K)));
        var whole = Times(Matrix(QuantityKind.Weights, L), Whole(QuantityKind.Activation, L.Plus(-1)));
        return layer.HasBias
            ? new(QuantityKind.PreActivation, DerivationRule.Definition, "the weighted sum of what arrives, and the bias",
                Sum(entry, Vector(QuantityKind.Biases, L, J)), Sum(whole, Matrix(QuantityKind.Biases, L)))
            : new(QuantityKind.PreActivation, DerivationRule.Definition, "the weighted sum of what arrives; the layer has no bias", entry, whole);
    }

    public static Definition Activation(ActivationFunction f)
    {
        var z = Entry(QuantityKind.PreActivation, L, J);
        var entry = f.IsElementwise
            ? new Expression.Apply(f, L, z)
            : Quotient(Exp(z), TotalOverUnits(K, L, Exp(Entry(QuantityKind.PreActivation, L, K))));
        var reason = f.IsElementwise ? $"the activation is {f.Name}" : "softmax: each power of e as a share of their sum";
        return new(QuantityKind.Activation, DerivationRule.Definition, reason, entry, new Expression.Apply(f, L, Whole(QuantityKind.PreActivation, L)));
    }

    public static Definition ActivationDerivative(ActivationFunction f)
    {
        var a = Entry(QuantityKind.Activation, L, J);
        var all = Whole(QuantityKind.Activation, L);
        var (reason, entry, whole) = f.Name switch
        {
            "sigmoid" => ("the derivative of the sigmoid is a(1 − a)", Product(a, Difference(Number(1), a)), Hadamard(all, Difference(Ones(), all))),
            "tanh" => ("the derivative of tanh is 1 − a²", Difference(Number(1), Square(a)), Difference(Ones(), Hadamard(all, all))),
            "relu" => ("the derivative of ReLU is 1 where z > 0, else 0", new Expression.Positive(Entry(QuantityKind.PreActivation, L, J)), new Expression.Positive(Whole(QuantityKind.PreActivation, L))),
            "identity" => ("the derivative of the identity is 1", Number(1), Ones()),
            _ => throw f.UnknownTo("ForwardDefinitions.ActivationDerivative"),
        };
        return new(QuantityKind.ActivationDerivative, DerivationRule.Derivative, reason, entry, whole);
    }

    public static Definition Jacobian(bool onDiagonal)
    {
        var (to, from) = (Entry(QuantityKind.Activation, L, J), Entry(QuantityKind.Activation, L, K));
        var all = Whole(QuantityKind.Activation, L);
        return new(
            QuantityKind.ActivationJacobian, DerivationRule.Derivative, "with softmax every output depends on every z of its layer",
            onDiagonal ? Product(to, Difference(Number(1), to)) : Negative(Product(to, from)),
            Difference(new Expression.Diagonal(all), Times(all, Transposed(all))));
    }
}
