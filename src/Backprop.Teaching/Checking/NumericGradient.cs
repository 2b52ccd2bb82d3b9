using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>∂J/∂W and ∂J/∂b without any derivative: two losses for each parameter. It never calls the backward pass, so it cannot share its mistakes.</summary>
public static class NumericGradient
{
    /// <summary>The step that is used if nothing is said, 1e-5.</summary>
    public const double DefaultStep = 1e-5;

    // a net on paper is checked the plain way
    const int MostOneByOne = 1000;

    /// <summary>The central difference (J(w + h) − J(w − h)) / 2h for one weight or bias.</summary>
    /// <param name="example">The network, its samples and the objective.</param>
    /// <param name="parameter">The name of one number, for example <c>W[1][0,0]</c> or <c>b[2][1]</c>.</param>
    /// <param name="h">How far the parameter is moved each way, above 0.</param>
    /// <returns>The quotient with both losses; over all samples, decay included.</returns>
    /// <exception cref="UnknownQuantityException">There is no such number, or it is neither W nor b.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="h"/> is not a finite number above 0.</exception>
    /// <exception cref="NumericOverflowException">J is no finite number at w + h or w − h.</exception>
    public static NumericDerivative Of(Example example, string parameter, double h = DefaultStep)
    {
        ArgumentNullException.ThrowIfNull(example);
        return Of(example, Parameters.Find(example.Network, parameter), h);
    }

    /// <summary>The central differences for every weight and bias: layer by layer, the rows of W, then b.</summary>
    /// <remarks>
    /// Beyond 1000 parameters all weights into a unit are moved side by side: w_jk changes one z of its layer and so only what
    /// follows from it, and the rest is taken from one forward pass. The quotients then differ from those of
    /// <see cref="Of(Example, string, double)"/> by roundings of the loss, less than 1e-9 for losses about 1.
    /// </remarks>
    /// <param name="example">The network, its samples and the objective.</param>
    /// <param name="h">How far each parameter is moved each way, above 0.</param>
    /// <returns>One derivative for each parameter; computed as they are asked for.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="h"/> is not a finite number above 0.</exception>
    /// <exception cref="NumericOverflowException">J is no finite number at w + h or w − h.</exception>
    public static IEnumerable<NumericDerivative> All(Example example, double h = DefaultStep)
    {
        ArgumentNullException.ThrowIfNull(example);
        CheckStep(h);
        return Parameters.CountOf(example.Network) <= MostOneByOne
            ? Parameters.Of(example.Network).Select(parameter => Of(example, parameter, h))
            : IncrementalGradient.All(example, h);
    }

    internal static NumericDerivative Of(Example example, QuantityId parameter, double h)
    {
        CheckStep(h);
        var network = example.Network;
        var value = Parameters.Value(network, parameter);
        var hasKinks = network.Layers.Any(layer => layer.Activation == ActivationFunction.ReLU);
        List<QuantityId>? onBelow = hasKinks ? [] : null, onAbove = hasKinks ? [] : null;
        var below = Finite(ForwardLoss.Of(example, Parameters.With(network, parameter, value - h), onBelow));
        var above = Finite(ForwardLoss.Of(example, Parameters.With(network, parameter, value + h), onAbove));
        return new(parameter, value, h, below, above, Crossed(onBelow, onAbove));
    }

    /// <summary>The ReLU units that are on at one end of a step and off at the other: between them the loss has a kink.</summary>
    internal static ImmutableArray<QuantityId> Crossed(List<QuantityId>? onBelow, List<QuantityId>? onAbove) =>
        onBelow is null || onAbove is null || onBelow.SequenceEqual(onAbove)
            ? []
            : [.. onBelow.Except(onAbove).Concat(onAbove.Except(onBelow)).OrderBy(id => id.Sample).ThenBy(id => id.Layer).ThenBy(id => id.Row)];

    internal static void CheckStep(double h)
    {
        if (!double.IsFinite(h) || h <= 0) throw new ArgumentOutOfRangeException(nameof(h), h, "Expected a finite step h above 0.");
    }

    static double Finite(double loss) => double.IsFinite(loss) ? loss : throw new NumericOverflowException(new(QuantityKind.Loss));
}
