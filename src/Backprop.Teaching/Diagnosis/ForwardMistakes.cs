using static Backprop.Teaching.Formula;
using static Backprop.Teaching.Rewriting;

namespace Backprop.Teaching;

/// <summary>F1: the forward pass.</summary>
static class ForwardMistakes
{
    public static IEnumerable<Misconception> All =>
    [
        new("F1", "the forward pass is another one: no bias, no activation, the inputs activated, or indices swapped", "z and a of the forward pass", "z⁽ˡ⁾ = W⁽ˡ⁾ a⁽ˡ⁻¹⁾ + b⁽ˡ⁾, a⁽ˡ⁾ = f(z⁽ˡ⁾), a⁽⁰⁾ = x",
            "what is left out is 0 or changes nothing", ["D7"], ["000-8", "003-1", "001-1"], shape => [.. WithoutBias(shape), .. WithoutActivation(shape), .. ActivatedInputs(shape), .. Swapped(shape)]),
    ];

    static IEnumerable<MistakeForm> WithoutBias(MistakeShape shape) => MistakeShape.OneOrAll(shape.Biased).Select(layers => new MistakeForm(
        layers, $"the bias is left out of z {In(layers)}", layers.Select(l => Patch.Of(QuantityKind.PreActivation, l, z => Each(z, QuantityKind.Biases, _ => Number(0))))));

    static IEnumerable<MistakeForm> WithoutActivation(MistakeShape shape)
    {
        var active = shape.Hidden.Where(l => shape.F(l) != ActivationFunction.Identity).ToList();
        if (active.Count == 0) yield break;
        var plain = active.Select(l => Patch.Of(QuantityKind.Activation, l, _ => Entry(QuantityKind.PreActivation, L, J))).ToList();
        yield return new([.. active], $"f is left out of a {In([.. active])}", plain);
        var curved = active.Where(l => shape.F(l) != ActivationFunction.ReLU).ToList();
        if (curved.Count == 0) yield break;
        yield return new([.. active], $"f is left out of a {In([.. active])}, and f′ is taken at z all the same",
            [.. plain, .. curved.Select(l => Patch.Of(QuantityKind.ActivationDerivative, l, derivative =>
                Each(derivative, QuantityKind.Activation, a => new Expression.Apply(shape.F(l), L, a with { Kind = QuantityKind.PreActivation }))))]);
    }

    static IEnumerable<MistakeForm> ActivatedInputs(MistakeShape shape) => shape.F(1) == ActivationFunction.Identity || !shape.F(1).IsElementwise ? [] :
        [new("f is applied to the inputs", [Patch.Of(QuantityKind.Input, 0, x => new Expression.Apply(shape.F(1), 1, x))])];

    static IEnumerable<MistakeForm> Swapped(MistakeShape shape) =>
        MistakeShape.OneOrAll(shape.All.Where(l => shape.Units(l) > 1 && shape.Units(l - 1) > 1)).Select(layers => new MistakeForm(
            layers, $"the two indices of W are swapped in z {In(layers)}",
            layers.Select(l => Patch.ByEntry(QuantityKind.PreActivation, l, (z, entry) => Each(Bound(z, entry, shape), QuantityKind.Weights, weight => SwappedWeight(shape, weight))))));

    // swapped where both indices exist, else as it is
    static Expression.Reference SwappedWeight(MistakeShape shape, Expression.Reference weight)
    {
        var (l, row, column) = (weight.Layer!.Value.Offset, weight.Row!.Value.Offset, weight.Column!.Value.Offset);
        return column < shape.Units(l) && row < shape.Units(l - 1) ? weight with { Row = column, Column = row } : weight;
    }
}
