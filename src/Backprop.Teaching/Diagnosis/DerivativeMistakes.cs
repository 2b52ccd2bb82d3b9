using System.Collections.Immutable;
using static Backprop.Teaching.Formula;
using static Backprop.Teaching.Rewriting;

namespace Backprop.Teaching;

/// <summary>D1–D9: f′.</summary>
static class DerivativeMistakes
{
    const string ChainRule = "δ⁽ˡ⁾ = ∂J/∂a⁽ˡ⁾ ⊙ f′(z⁽ˡ⁾)";
    const string Derivatives = "σ′(z) = a(1 − a), tanh′(z) = 1 − a², ReLU′(z) = 1 for z > 0 and else 0, each at the layer's own z";

    static readonly Expression A = Entry(QuantityKind.Activation, L, J);
    static readonly Expression Z = Entry(QuantityKind.PreActivation, L, J);

    public static IEnumerable<Misconception> All =>
    [
        new("D1", "f′(z) is left out at the output", "δ of the output layer", ChainRule, "f is the identity; with softmax or sigmoid and their cross-entropy a − y is right", ["P5", "G6"], ["003-8"],
            shape => shape.HasShortcut || shape.Output == ActivationFunction.Identity ? [] : [new(
                [shape.L], shape.Output.IsElementwise ? "f′(z) is left out at the output" : "the Jacobian of the softmax is left out at the output",
                [WithoutDerivative(shape.L)])]),
        new("D2", "f′(z) is left out in a hidden layer", "δ of a hidden layer", ChainRule, "f is the identity, or ReLU with z > 0", ["D6", "D9"], ["003-8"],
            shape => MistakeShape.OneOrAll(shape.Hidden.Where(l => shape.F(l) != ActivationFunction.Identity))
                .Select(layers => new MistakeForm(layers, $"f′(z) is left out {In(layers)}", layers.Select(WithoutDerivative)))),
        Derivative("D3", "f′ is taken at a instead of z", "a and z are both near 0", ["D4", "D5"], [],
            shape => Curved(shape), (f, _) => f == ActivationFunction.Sigmoid ? Product(Again(f), Difference(Number(1), Again(f))) : Difference(Number(1), Square(Again(f)))),
        Derivative("D4", "a is used for f′(z)", "a = f′(z)", ["D5"], [],
            shape => Elementwise(shape).Where(l => shape.F(l) != ActivationFunction.Identity), (_, _) => A),
        Derivative("D5", "1 − a is used for f′(z)", "1 − a = f′(z)", ["D4"], [], shape => Curved(shape), (_, _) => Difference(Number(1), A)),
        new("D6", "the derivative of another activation is used", "f′ of a layer", Derivatives, "both derivatives are the same number; for ReLU where z > 0", ["D2", "E7"], ["003-15"], Others),
        Derivative("D7", "z stands in f′ in the place of a", "z = a", ["F1"], [],
            shape => Curved(shape), (f, _) => f == ActivationFunction.Sigmoid ? Product(Z, Difference(Number(1), Z)) : Difference(Number(1), Square(Z))),
        Derivative("D8", "the sign inside f′ is wrong", "a = 0", [], [],
            shape => Curved(shape), (f, _) => f == ActivationFunction.Sigmoid ? Product(A, Sum(Number(1), A)) : Sum(Number(1), Square(A))),
        new("D9", "f′ of the neighbouring layer is used", "f′ of a layer", Derivatives, "both layers have the same f′", ["D2"], ["000-12"], Neighbours),
    ];

    static Patch WithoutDerivative(int l) => Patch.Of(QuantityKind.Delta, l, _ => Entry(QuantityKind.ActivationGradient, L, J));

    static Expression.Apply Again(ActivationFunction f) => new(f, L, A);

    // where f′ is used at all
    static IEnumerable<int> Elementwise(MistakeShape shape) => shape.All.Where(l => shape.F(l).IsElementwise && !(l == shape.L && shape.HasShortcut));

    static IEnumerable<int> Curved(MistakeShape shape) =>
        Elementwise(shape).Where(l => shape.F(l) == ActivationFunction.Sigmoid || shape.F(l) == ActivationFunction.Tanh);

    static Misconception Derivative(
        string id, string words, string invisible, string[] twins, string[] errata,
        Func<MistakeShape, IEnumerable<int>> layers, Func<ActivationFunction, int, Expression> wrong) => new(
        id, words, "f′ of a layer", Derivatives, invisible, twins, errata,
        shape => shape.OneHiddenOrAll(layers(shape)).Select(each => new MistakeForm(
            each, $"{words} {In(each)}", each.Select(l => Patch.Of(QuantityKind.ActivationDerivative, l, _ => wrong(shape.F(l), l))))));

    static IEnumerable<MistakeForm> Others(MistakeShape shape)
    {
        var sigmoid = Product(A, Difference(Number(1), A));
        var tanh = Difference(Number(1), Square(A));
        (string Words, Expression Formula, ActivationFunction[] For)[] others =
        [
            ("a(1 − a), the derivative of the sigmoid, is used", sigmoid, [ActivationFunction.Tanh, ActivationFunction.ReLU, ActivationFunction.Identity]),
            ("1 − a², the derivative of tanh, is used", tanh, [ActivationFunction.Sigmoid, ActivationFunction.ReLU, ActivationFunction.Identity]),
            ("1 is used for f′ of ReLU where z < 0 too", Number(1), [ActivationFunction.ReLU]),
        ];
        foreach (var (words, formula, functions) in others)
            foreach (var layers in shape.OneHiddenOrAll(Elementwise(shape).Where(l => functions.Contains(shape.F(l)))))
                yield return new(layers, $"{words} {In(layers)}", layers.Select(l => Patch.Of(QuantityKind.ActivationDerivative, l, _ => formula)));
        if (!shape.Output.IsElementwise && !shape.HasShortcut)
            yield return new(
                [shape.L], "softmax is given a derivative a(1 − a) for each unit, without the other outputs",
                [Patch.Of(QuantityKind.Delta, shape.L, _ => Product(Entry(QuantityKind.ActivationGradient, L, J), sigmoid))]);
    }

    static IEnumerable<MistakeForm> Neighbours(MistakeShape shape)
    {
        var usable = Elementwise(shape).ToList();
        foreach (var step in (int[])[1, -1])
        {
            var possible = usable.Where(l => l + step >= 1 && l + step <= shape.L && shape.F(l + step).IsElementwise);
            foreach (var layers in MistakeShape.OneOrAll(possible))
                foreach (var wraps in (bool[])[false, true])
                {
                    // with as many units or more in the neighbour no index is out of range
                    if (wraps && layers.All(l => shape.Units(l) <= shape.Units(l + step))) continue;
                    yield return new(layers, $"f′ of the {(step > 0 ? "next" : "previous")} layer is used {In(layers)}", layers.Select(l => OfLayer(shape, l, l + step, wraps)));
                }
        }
    }

    static Patch OfLayer(MistakeShape shape, int l, int other, bool wraps)
    {
        var formula = ForwardDefinitions.ActivationDerivative(shape.F(other)).Entry!;
        var units = shape.Units(other);
        return Patch.ByEntry(QuantityKind.ActivationDerivative, l, (_, entry) => AtLayer(formula, other, wraps ? entry.Row % units : Math.Min(entry.Row, units - 1)));
    }
}
