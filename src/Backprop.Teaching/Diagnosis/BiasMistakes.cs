using System.Collections.Immutable;
using static Backprop.Teaching.Formula;
using static Backprop.Teaching.Rewriting;

namespace Backprop.Teaching;

/// <summary>B1–B5: the bias.</summary>
static class BiasMistakes
{
    const string Right = "Δb⁽ˡ⁾ = δ⁽ˡ⁾, for a bias is a weight from a unit that is always 1";

    public static IEnumerable<Misconception> All =>
    [
        Of("B1", "the bias gradient is multiplied by an activation", "the activation is 1", ["G3"], [], shape => shape.Biased, TimesActivation),
        Of("B2", "the bias gradient is multiplied by the bias", "the bias is 1", ["B3"], [], shape => shape.Biased,
            (_, layers) => [new(layers, $"the bias gradient is multiplied by the bias {In(layers)}", layers.Select(l => Gradient(l, delta => Product(delta, Vector(QuantityKind.Biases, L, J)))))]),
        Of("B3", "the bias gradient is taken for 0", "never", ["B2"], [], shape => shape.Biased,
            (_, layers) => [new(layers, $"the bias gradient is taken for 0 {In(layers)}", layers.Select(l => Gradient(l, _ => Number(0))))]),
        Of("B4", "all units of a layer are given one bias", "the layer has one unit, or its units share one bias: then it is right", [], [], shape => shape.Biased.Where(l => shape.Units(l) > 1),
            (_, layers) => [new(layers, $"δ is summed over the units for the bias {In(layers)}", layers.Select(l => Gradient(l, _ => TotalOverUnits(K, L, Entry(QuantityKind.Delta, L, K)))))]),
        Of("B5", "the bias takes one step for each weight into its unit", "the unit has one input", [], [], shape => shape.HasRate && shape.Network.TrainBias ? shape.Biased.Where(l => shape.Units(l - 1) > 1) : [],
            (shape, layers) => [new(layers, $"the bias takes one step for each weight into its unit {In(layers)}", layers.SelectMany(l => Steps(shape, l)))]),
    ];

    static Misconception Of(
        string id, string words, string invisible, string[] twins, string[] errata,
        Func<MistakeShape, IEnumerable<int>> layers, Func<MistakeShape, ImmutableArray<int>, IEnumerable<MistakeForm>> forms) => new(
        id, words, "the bias of a layer", Right, invisible, twins, errata, shape => MistakeShape.OneOrAll(layers(shape)).SelectMany(each => forms(shape, each)));

    static Patch Gradient(int l, Func<Expression, Expression> change) => Patch.Of(QuantityKind.BiasGradient, l, change);

    static IEnumerable<MistakeForm> TimesActivation(MistakeShape shape, ImmutableArray<int> layers)
    {
        yield return new(layers, $"the bias gradient is multiplied by the first activation of the layer before {In(layers)}", layers.Select(l => Gradient(l, delta => Product(delta, Entry(QuantityKind.Activation, L.Plus(-1), 0)))));
        yield return new(layers, $"the bias gradient is multiplied by the unit's own activation {In(layers)}", layers.Select(l => Gradient(l, delta => Product(delta, Entry(QuantityKind.Activation, L, J)))));
        // with one input it is the first form
        if (layers.All(l => shape.Units(l - 1) == 1)) yield break;
        yield return new(layers, $"the bias gradient is summed over the products with all activations of the layer before {In(layers)}", layers.Select(l => Gradient(l, delta =>
            TotalOverUnits(K, L.Plus(-1), Product(delta, Entry(QuantityKind.Activation, L.Plus(-1), K))))));
    }

    static IEnumerable<Patch> Steps(MistakeShape shape, int l)
    {
        Expression Often(Expression step) => Each(step, QuantityKind.TotalBiasGradient, gradient => Product(Number(shape.Units(l - 1)), gradient));
        return [Patch.Of(QuantityKind.BiasStep, l, Often), Patch.Of(QuantityKind.BiasesAfter, l, Often)];
    }
}
