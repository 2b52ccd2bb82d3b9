using static Backprop.Teaching.Formula;
using static Backprop.Teaching.Rewriting;

namespace Backprop.Teaching;

/// <summary>M1–M5: the batch.</summary>
static class BatchMistakes
{
    const string Place = "the sum and the mean over the samples";
    const string Right = "∂J/∂W⁽ˡ⁾ = (1/m) Σ_i δ⁽ˡ⁾ (a⁽ˡ⁻¹⁾)ᵀ, each sample with its own pass";

    static readonly (QuantityKind Each, QuantityKind Sum, QuantityKind Mean, QuantityKind Total)[] Gradients =
    [
        (QuantityKind.WeightGradient, QuantityKind.WeightGradientSum, QuantityKind.WeightGradientMean, QuantityKind.TotalWeightGradient),
        (QuantityKind.BiasGradient, QuantityKind.BiasGradientSum, QuantityKind.BiasGradientMean, QuantityKind.TotalBiasGradient),
    ];

    public static IEnumerable<Misconception> All =>
    [
        Of("M1", "the division by the number of samples is forgotten", "m = 1", [], ["001-8", "004-9"], Undivided),
        Of("M2", "the sum is divided by the number of samples twice", "m = 1", [], [],
            shape => shape.Objective.OverSamples == Reduction.Sum ? [] : [new("the sum is divided by the number of samples twice", OfMeans(shape, mean => Quotient(mean, Parameter(FormulaParameter.SampleCount))))]),
        Of("M3", "one sample only is used", "m = 1, or all samples are equal", [], ["002-4", "003-10", "002-5"], OneSample),
        Of("M4", "the samples are averaged first and sent through once", "m = 1, or the network is linear", [], [],
            shape => [new("the samples are averaged first and sent through once", AsFirst(shape, (given, _) => Quotient(TotalOverSamples(given), Parameter(FormulaParameter.SampleCount))))]),
        Of("M5", "the gradients of the samples before are not cleared", "m = 1", [], [], NotCleared),
    ];

    static Misconception Of(string id, string words, string invisible, string[] twins, string[] errata, Func<MistakeShape, IEnumerable<MistakeForm>> forms) =>
        new(id, words, Place, Right, invisible, twins, errata, shape => shape.Samples == 1 ? [] : forms(shape));

    static IEnumerable<MistakeForm> Undivided(MistakeShape shape)
    {
        if (shape.Objective.OverSamples == Reduction.Mean)
            yield return new("the division by the number of samples is forgotten", OfMeans(shape, mean => mean is Expression.Quotient quotient ? quotient.Numerator : mean));
        else
            yield return new("the sum is divided by the number of samples though J is a sum", Everywhere(shape, kinds => kinds.Total, total =>
                Each(total, reference => reference.Kind is QuantityKind.WeightGradientSum or QuantityKind.BiasGradientSum ? Quotient(reference, Parameter(FormulaParameter.SampleCount)) : reference)));
    }

    static IEnumerable<MistakeForm> OneSample(MistakeShape shape)
    {
        var last = shape.Samples - 1;
        foreach (var sample in (int[])[last, 0])
            yield return new($"the {(sample == 0 ? "first" : "last")} sample only is used for the gradient", OfOne(shape, sample));
        yield return new("the last sample only is used, as if there were no other", AsFirst(shape, (given, _) => OfSample(given, last)));
    }

    static IEnumerable<MistakeForm> NotCleared(MistakeShape shape)
    {
        var each = Everywhere(shape, kinds => kinds.Each, Running).ToList();
        yield return new("the gradients of the samples before are not cleared, and are summed again", each);
        yield return new("the gradients of the samples before are not cleared", [.. each, .. Everywhere(shape, kinds => kinds.Sum, sum => OneOf(sum, shape.Samples - 1))]);
    }

    // one sample's gradient and all those before it
    static Patch Running(QuantityKind kind, int l) => Patch.ByEntry(kind, l, (gradient, entry) => entry.Sample == 0
        ? gradient
        : Sum(gradient, new Expression.Reference(kind, L, J, kind == QuantityKind.WeightGradient ? K : default(IndexTerm?), entry.Sample - 1)));

    // the sum is one sample's gradient, and so is the mean
    static IEnumerable<Patch> OfOne(MistakeShape shape, int sample) =>
    [
        .. Everywhere(shape, kinds => kinds.Sum, sum => OneOf(sum, sample)),
        .. OfMeans(shape, mean => mean is Expression.Quotient quotient ? quotient.Numerator : mean),
    ];

    // other numbers stand at sample 0, and the batch is that sample
    static IEnumerable<Patch> AsFirst(MistakeShape shape, Func<Expression, PassEntry, Expression> change) =>
    [
        .. ((QuantityKind[])[QuantityKind.Input, QuantityKind.Target]).Select(kind => Patch.ByEntry(kind, 0, (given, entry) => entry.Sample == 0 ? change(given, entry) : given)),
        Patch.Of(QuantityKind.DataLoss, 0, _ => new Expression.Reference(QuantityKind.SampleLoss, Sample: 0)),
        .. OfOne(shape, 0),
    ];

    // one term of a sum over the samples; another mistake may have left none
    static Expression OneOf(Expression sum, int sample) => OfSample(sum is Expression.Total total ? total.Body : sum, sample);

    static Expression OfSample(Expression formula, int sample) => Each(formula, reference => reference with { Sample = reference.Sample?.Bind("i", sample) });

    static IEnumerable<Patch> OfMeans(MistakeShape shape, Func<Expression, Expression> change) => Everywhere(shape, kinds => kinds.Mean, change);

    // of weights and biases, in all layers
    static IEnumerable<Patch> Everywhere(MistakeShape shape, Func<(QuantityKind Each, QuantityKind Sum, QuantityKind Mean, QuantityKind Total), QuantityKind> which, Func<Expression, Expression> change) =>
        Everywhere(shape, which, (kind, l) => Patch.Of(kind, l, change));

    static IEnumerable<Patch> Everywhere(MistakeShape shape, Func<(QuantityKind Each, QuantityKind Sum, QuantityKind Mean, QuantityKind Total), QuantityKind> which, Func<QuantityKind, int, Patch> patch) =>
        [.. shape.All.Select(l => patch(which(Gradients[0]), l)), .. shape.Biased.Select(l => patch(which(Gradients[1]), l))];
}
