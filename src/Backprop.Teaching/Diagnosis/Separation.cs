namespace Backprop.Teaching;

/// <summary>The one quantity to compute next: where the mistakes that fit lead to the most different numbers.</summary>
static class Separation
{
    const int DigitsAsked = 3;

    public static QuantityId? Find(SheetFit fit, Example example, IReadOnlyList<RuleFit> found)
    {
        if (found.Count < 2) return null;
        var passes = found.Select(each => fit.Pass(each.Rules.AsSpan())).ToList();
        var given = fit.Numbers.Select(number => number.Id).ToHashSet();
        var unit = new HalfUnit(DigitsAsked);
        QuantityId? best = null;
        var (groups, largest) = (1, found.Count);
        foreach (var id in Candidates(example))
        {
            if (given.Contains(id)) continue;
            var reaches = passes.Select(pass => pass[id]).ToList();
            if (reaches.Exists(reach => !double.IsFinite(reach.Value))) continue;
            var (count, most) = Groups([.. reaches.Select(reach => reach with { Radius = reach.Radius + unit.Of(Math.Abs(reach.Value)) }).OrderBy(reach => reach.Low)]);
            if (count > groups || (count == groups && count > 1 && most < largest)) (best, groups, largest) = (id, count, most);
        }
        return best;
    }

    // runs of intervals that overlap: how many, and how many intervals are in the largest
    static (int Count, int Most) Groups(IReadOnlyList<Reach> byLow)
    {
        var (count, most, size) = (0, 0, 0);
        var high = double.NegativeInfinity;
        foreach (var reach in byLow)
        {
            if (reach.Low > high) (count, size) = (count + 1, 0);
            size++;
            most = Math.Max(most, size);
            high = Math.Max(high, reach.High);
        }
        return (count, most);
    }

    // what people are asked for, the nearest to the outputs first: δ, then the gradients, then what stands between
    static IEnumerable<QuantityId> Candidates(Example example)
    {
        var layers = Enumerable.Range(1, example.Network.LayerCount).Reverse().ToList();
        QuantityKind[] kinds =
        [
            QuantityKind.Delta, QuantityKind.TotalWeightGradient, QuantityKind.TotalBiasGradient, QuantityKind.WeightGradient, QuantityKind.BiasGradient,
            QuantityKind.ActivationGradient, QuantityKind.ActivationDerivative, QuantityKind.PreActivation, QuantityKind.Activation, QuantityKind.WeightGradientMean,
            QuantityKind.WeightDecayTerm, QuantityKind.WeightsAfter, QuantityKind.BiasesAfter,
        ];
        foreach (var kind in kinds)
            foreach (var l in layers)
            {
                var (layer, info) = (example.Network.Layer(l), QuantityKindInfo.Of(kind));
                if (QuantityLookup.IsOfBias(kind) && !layer.HasBias) continue;
                if (kind == QuantityKind.ActivationDerivative && !layer.Activation.IsElementwise) continue;
                if (info.BelongsToStep && example.LearningRate is null) continue;
                for (var i = 0; i < (info.PerSample ? example.SampleCount : 1); i++)
                    for (var j = 0; j < layer.Units; j++)
                        for (var k = 0; k < (info.Indices == 2 ? layer.Inputs : 1); k++)
                            yield return new(kind, l, j, info.Indices == 2 ? k : null, info.PerSample ? i : null);
            }
    }
}
