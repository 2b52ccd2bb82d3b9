using System.Collections.Immutable;
using static Backprop.Teaching.Formula;
using static Backprop.Teaching.Rewriting;

namespace Backprop.Teaching;

/// <summary>P1–P10: the way back through the weights.</summary>
static class PropagationMistakes
{
    const string Place = "∂J/∂a of a hidden layer, and its δ";
    const string SumOverPaths = "∂J/∂a⁽ˡ⁾_k = Σ_j W⁽ˡ⁺¹⁾_jk δ⁽ˡ⁺¹⁾_j, with the weights before the step";

    static readonly IndexTerm Next = L.Plus(1);

    public static IEnumerable<Misconception> All =>
    [
        Way("P1", "only one path is taken instead of the sum over all", "the next layer has one unit", ["P2"], ["002-12", "002-14", "000-16"], SeveralPaths, OnePath),
        Way("P2", "only the path through the unit with the same index is taken", "the next layer has one unit", ["P1"], ["002-12"], SeveralPaths, SameIndex),
        Way("P3", "the weights on the way back are left out", "they are 1", [], [], shape => shape.Hidden,
            (_, layers) => [new(layers, $"the weights {Each("W", layers.Select(l => l + 1))} are left out on the way back", WithInputs(layers).Select(l => Propagation(l, sum => Each(sum, QuantityKind.Weights, _ => Number(1)))))]),
        Way("P4", "the mean over the paths is taken instead of their sum", "the next layer has one unit", ["E3", "E4"], [], SeveralPaths,
            (shape, layers) => [new(layers, $"the mean over the paths is taken instead of their sum {In(layers)}", WithInputs(layers).Select(l => Propagation(l, sum => Quotient(sum, Number(shape.Units(l + 1))))))]),
        new("P5", "the error is carried back instead of δ", Place, SumOverPaths, "f of the output is the identity", ["D1"], ["003-8"],
            shape => shape.L == 1 || shape.HasShortcut || shape.Output == ActivationFunction.Identity ? [] : [new(
                [shape.L - 1], "∂J/∂a of the outputs is carried back instead of δ",
                [Propagation(shape.L - 1, sum => Each(sum, QuantityKind.Delta, delta => delta with { Kind = QuantityKind.ActivationGradient }))])]),
        Way("P6", "W is used on the way back instead of its transpose", "W is symmetric", [], ["000-11", "001-6", "004-5"], shape => shape.Hidden.Where(l => shape.Units(l) > 1 && shape.Units(l + 1) > 1),
            (shape, layers) => [new(layers, $"{Each("W", layers.Select(l => l + 1))} is used on the way back instead of its transpose", WithInputs(layers).Select(l => Weights(shape, l, Untransposed)))]),
        Way("P7", "the weights of the wrong layer are used on the way back", "never", [], ["004-7", "002-14"], shape => shape.Hidden,
            (shape, layers) => [new(layers, $"{Each("W", layers)} is used on the way back instead of {Each("W", layers.Select(l => l + 1))}", layers.Select(l => Weights(shape, l, LayerBefore)))]),
        new("P8", "the weights are updated before the error is carried back", Place, SumOverPaths, "η is very small", [], ["002-16", "mazur-1"], Updated),
        Way("P9", "the signs of the weights are dropped on the way back", "no weight is negative", [], [], shape => shape.Hidden,
            (_, layers) => [new(layers, $"the signs in {Each("W", layers.Select(l => l + 1))} are dropped on the way back", WithInputs(layers).Select(l => Propagation(l, sum => Each(sum, QuantityKind.Weights, weight => new Expression.Elementwise("abs", weight)))))]),
        Way("P10", "the biases are carried back as if they were weights", "the biases are 0", [], ["000-3"], shape => shape.Hidden.Where(l => shape.Network.Layer(l + 1).HasBias),
            (shape, layers) => [new(layers, $"{Each("b", layers.Select(l => l + 1))} δ is added on the way back", layers.Select(l => Propagation(l, sum =>
                Sum(sum, TotalOverUnits(K, Next, Product(Vector(QuantityKind.Biases, Next, K), Entry(QuantityKind.Delta, Next, K)))))))]),
    ];

    static Misconception Way(
        string id, string words, string invisible, string[] twins, string[] errata,
        Func<MistakeShape, IEnumerable<int>> layers, Func<MistakeShape, ImmutableArray<int>, IEnumerable<MistakeForm>> forms) => new(
        id, words, Place, SumOverPaths, invisible, twins, errata, shape => MistakeShape.OneOrAll(layers(shape)).SelectMany(each => forms(shape, each)));

    static IEnumerable<int> SeveralPaths(MistakeShape shape) => shape.Hidden.Where(l => shape.Units(l + 1) > 1);

    static IEnumerable<MistakeForm> OnePath(MistakeShape shape, ImmutableArray<int> layers)
    {
        foreach (var isLast in (bool[])[false, true])
            yield return new(layers, $"only the path through the {(isLast ? "last" : "first")} unit of the next layer is taken {In(layers)}", WithInputs(layers).Select(l => Propagation(l, _ => Path(isLast ? shape.Units(l + 1) - 1 : 0))));
    }

    static IEnumerable<MistakeForm> SameIndex(MistakeShape shape, ImmutableArray<int> layers)
    {
        foreach (var wraps in (bool[])[false, true])
        {
            if (wraps && layers.All(l => shape.Units(l) <= shape.Units(l + 1))) continue;
            yield return new(layers, $"only the path through the unit with the same index is taken {In(layers)}", WithInputs(layers).Select(l =>
                PropagationByEntry(l, (_, entry) => Path(wraps ? entry.Row % shape.Units(l + 1) : Math.Min(entry.Row, shape.Units(l + 1) - 1)))));
        }
    }

    static Expression Path(int unit) => Product(Matrix(QuantityKind.Weights, Next, unit, J), Entry(QuantityKind.Delta, Next, unit));

    static Patch Weights(MistakeShape shape, int l, Func<MistakeShape, Expression.Reference, Expression> other) =>
        PropagationByEntry(l, (sum, entry) => Each(Bound(sum, entry, shape), QuantityKind.Weights, weight => other(shape, weight)));

    // swapped where both indices exist, else as it is
    static Expression Untransposed(MistakeShape shape, Expression.Reference weight)
    {
        var (l, row, column) = (weight.Layer!.Value.Offset, weight.Row!.Value.Offset, weight.Column!.Value.Offset);
        return column < shape.Units(l) && row < shape.Units(l - 1) ? weight with { Row = column, Column = row } : weight;
    }

    // a weight that the layer before does not have is 0
    static Expression LayerBefore(MistakeShape shape, Expression.Reference weight)
    {
        var l = weight.Layer!.Value.Offset - 1;
        return weight.Row!.Value.Offset < shape.Units(l) && weight.Column!.Value.Offset < shape.Units(l - 1) ? weight with { Layer = l } : Number(0);
    }

    static IEnumerable<MistakeForm> Updated(MistakeShape shape)
    {
        if (shape.L == 1 || !shape.HasRate) yield break;
        ImmutableArray<int> layers = [.. shape.Hidden];
        var updated = Each("W", layers.Select(l => l + 1)) + (layers.Length == 1 ? " is" : " are") + " updated before the error is carried back";
        yield return new(layers, updated, WithInputs(layers).Select(l => Propagation(l, sum => Each(sum, QuantityKind.Weights, weight => weight with { Kind = QuantityKind.WeightsAfter }))));
        if (shape.Samples == 1 && shape.Objective.WeightDecay == 0) yield break;
        yield return new(layers, updated + ", by each sample's own ΔW", WithInputs(layers).Select(l => Propagation(l, sum => Each(sum, QuantityKind.Weights, weight =>
            Difference(weight, Product(Parameter(FormulaParameter.LearningRate), weight with { Kind = QuantityKind.WeightGradient, Sample = I }))))));
    }
}
