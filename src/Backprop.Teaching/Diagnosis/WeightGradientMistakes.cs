using System.Collections.Immutable;
using static Backprop.Teaching.Formula;
using static Backprop.Teaching.Rewriting;

namespace Backprop.Teaching;

/// <summary>G1–G6: one sample's ΔW.</summary>
static class WeightGradientMistakes
{
    const string Right = "ΔW⁽ˡ⁾_jk = δ⁽ˡ⁾_j a⁽ˡ⁻¹⁾_k";

    public static IEnumerable<Misconception> All =>
    [
        Of("G1", "the activation of the same layer is used", "both activations are the same number", ["D9"], ["004-7"], shape => shape.All, OwnActivation),
        Of("G2", "z of the layer before is used instead of its a", "the layer before is the input or has a = z", [], [], shape => shape.All.Where(l => l > 1 && shape.F(l - 1) != ActivationFunction.Identity),
            (_, layers) => [new(layers, $"z of the layer before is used instead of its a {In(layers)}", layers.Select(l => Gradient(l, gradient => Each(gradient, QuantityKind.Activation, a => a with { Kind = QuantityKind.PreActivation }))))]),
        Of("G3", "the activation of the layer before is left out", "it is 1", ["B1"], [], shape => shape.All,
            (_, layers) => [new(layers, $"the activation of the layer before is left out {In(layers)}", layers.Select(l => Gradient(l, gradient => Each(gradient, QuantityKind.Activation, _ => Number(1)))))]),
        Of("G4", "the gradient is written transposed", "it is symmetric; in row-vector notation it is right", ["G5"], ["001-10", "004-3"], SeveralRowsAndColumns,
            (shape, layers) => [new(layers, $"the gradient is written transposed {In(layers)}", layers.Select(l => Moved(shape, l, (j, k) => (k, j))))]),
        Of("G5", "two weights are mixed up, W₀₁ and W₁₀", "both gradients are the same number", ["G4"], ["002-7"], SeveralRowsAndColumns,
            (shape, layers) => [new(layers, $"the gradients of W₀₁ and W₁₀ are mixed up {In(layers)}", layers.Select(l => Moved(shape, l, (j, k) => (j, k) is (0, 1) or (1, 0) ? (k, j) : (j, k))))]),
        new("G6", "∂J/∂a is used instead of δ in ΔW", "ΔW of the output layer", Right, "f of the output is the identity", ["D1"], ["003-8", "003-11"],
            shape => shape.HasShortcut || shape.Output == ActivationFunction.Identity ? [] : [new(
                [shape.L], "∂J/∂a is used instead of δ in ΔW of the output layer",
                [Gradient(shape.L, gradient => Each(gradient, QuantityKind.Delta, delta => delta with { Kind = QuantityKind.ActivationGradient }))])]),
    ];

    static Misconception Of(
        string id, string words, string invisible, string[] twins, string[] errata,
        Func<MistakeShape, IEnumerable<int>> layers, Func<MistakeShape, ImmutableArray<int>, IEnumerable<MistakeForm>> forms) => new(
        id, words, "ΔW of a layer", Right, invisible, twins, errata, shape => MistakeShape.OneOrAll(layers(shape)).SelectMany(each => forms(shape, each)));

    static IEnumerable<int> SeveralRowsAndColumns(MistakeShape shape) => shape.All.Where(l => shape.Units(l) > 1 && shape.Units(l - 1) > 1);

    static Patch Gradient(int l, Func<Expression, Expression> change) => Patch.Of(QuantityKind.WeightGradient, l, change);

    static IEnumerable<MistakeForm> OwnActivation(MistakeShape shape, ImmutableArray<int> layers)
    {
        foreach (var wraps in (bool[])[false, true])
        {
            if (wraps && layers.All(l => shape.Units(l - 1) <= shape.Units(l))) continue;
            yield return new(layers, $"the activation of the same layer is used in ΔW {In(layers)}", layers.Select(l => Patch.ByEntry(QuantityKind.WeightGradient, l, (gradient, entry) =>
                Each(gradient, QuantityKind.Activation, a => a with { Layer = L, Row = wraps ? entry.Column % shape.Units(l) : Math.Min(entry.Column, shape.Units(l) - 1) }))));
        }
    }

    // the number of another entry, where there is one
    static Patch Moved(MistakeShape shape, int l, Func<int, int, (int Row, int Column)> from) => Patch.ByEntry(QuantityKind.WeightGradient, l, (gradient, entry) =>
    {
        var (row, column) = from(entry.Row, entry.Column);
        return row < shape.Units(l) && column < shape.Units(l - 1) ? At(gradient, row, column) : gradient;
    });
}
