using static Backprop.Teaching.Formula;

namespace Backprop.Teaching;

/// <summary>U1 and U2: the step, and a step taken for a gradient.</summary>
static class StepMistakes
{
    static readonly Expression Rate = Parameter(FormulaParameter.LearningRate);

    static readonly (QuantityKind Kind, bool IsTotal)[] Gradients =
    [
        (QuantityKind.WeightGradient, false), (QuantityKind.BiasGradient, false), (QuantityKind.WeightGradientSum, false), (QuantityKind.BiasGradientSum, false),
        (QuantityKind.WeightGradientMean, false), (QuantityKind.BiasGradientMean, false), (QuantityKind.TotalWeightGradient, true), (QuantityKind.TotalBiasGradient, true),
    ];

    public static IEnumerable<Misconception> All =>
    [
        new("U1", "the step goes up the gradient", "the sign of the step", "W ← W − η ∂J/∂W", "with y − a for a − y the two signs cancel in the new weights", [], [],
            shape => !shape.HasRate ? [] : [new("the step goes up the gradient", Uphill(shape))]),
        new("U2", "the step, or the new weight, is written down for the gradient", "what was asked for", "∂J/∂W is the gradient; −η ∂J/∂W is the step; W − η ∂J/∂W is the new weight", "η = 1 and the step has no sign", ["E3"], [], Taken),
    ];

    static IEnumerable<Patch> Uphill(MistakeShape shape)
    {
        foreach (var l in shape.All)
        {
            yield return Patch.Of(QuantityKind.WeightStep, l, _ => Product(Rate, Matrix(QuantityKind.TotalWeightGradient, L, J, K)));
            yield return Patch.Of(QuantityKind.WeightsAfter, l, _ => Sum(Matrix(QuantityKind.Weights, L, J, K), Product(Rate, Matrix(QuantityKind.TotalWeightGradient, L, J, K))));
            if (!shape.Network.TrainBias || !shape.Network.Layer(l).HasBias) continue;
            yield return Patch.Of(QuantityKind.BiasStep, l, _ => Product(Rate, Vector(QuantityKind.TotalBiasGradient, L, J)));
            yield return Patch.Of(QuantityKind.BiasesAfter, l, _ => Sum(Vector(QuantityKind.Biases, L, J), Product(Rate, Vector(QuantityKind.TotalBiasGradient, L, J))));
        }
    }

    static IEnumerable<MistakeForm> Taken(MistakeShape shape)
    {
        if (!shape.HasRate) yield break;
        (string Words, Func<Expression, bool, Expression> Change)[] ways =
        [
            ("η times the gradient is written down for the gradient", (gradient, _) => Product(Rate, gradient)),
            ("the step −η times the gradient is written down for the gradient", (gradient, _) => Negative(Product(Rate, gradient))),
            ("the new value after the step is written down for the gradient", (_, isBias) => isBias ? Vector(QuantityKind.BiasesAfter, L, J) : Matrix(QuantityKind.WeightsAfter, L, J, K)),
        ];
        foreach (var (words, change) in ways)
            foreach (var totalsOnly in (bool[])[true, false])
                yield return new(words + (totalsOnly ? " ∂J/∂W" : ""), shape.All.SelectMany(l => Gradients
                    .Where(each => each.IsTotal || !totalsOnly)
                    .Where(each => !QuantityLookup.IsOfBias(each.Kind) || (shape.Network.Layer(l).HasBias && shape.Network.TrainBias))
                    .Select(each => Patch.OfReport(each.Kind, l, gradient => change(gradient, QuantityLookup.IsOfBias(each.Kind))))));
    }
}
