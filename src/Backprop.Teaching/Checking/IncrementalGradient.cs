using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>The central differences of all weights and biases, unit by unit. <see cref="NumericGradient.Of(Example, string, double)"/>, one parameter and two whole forward passes at a time, is the measure.</summary>
static class IncrementalGradient
{
    public static IEnumerable<NumericDerivative> All(Example example, double h) => VectorWidth.WidestBits switch
    {
        512 => All<Lanes512>(example, h),
        256 => All<Lanes256>(example, h),
        _ => All<OneLane>(example, h),
    };

    internal static IEnumerable<NumericDerivative> All<V>(Example example, double h)
        where V : struct, ILanes<V>
    {
        var moves = new UnitMoves<V>(example);
        var decay = example.Objective.DecayLoss(example.Network, example.SampleCount);
        for (var l = 1; l <= example.Network.LayerCount; l++)
        {
            var layer = example.Network.Layer(l);
            var biases = new NumericDerivative[layer.HasBias ? layer.Units : 0];
            for (var j = 0; j < layer.Units; j++)
            {
                var unit = Unit(moves, example, l, j, h, decay);
                for (var k = 0; k < layer.Inputs; k++) yield return unit[k];
                if (layer.HasBias) biases[j] = unit[layer.Inputs];
            }
            foreach (var bias in biases) yield return bias;
        }
    }

    // the weights that lead into one unit, then its bias
    static NumericDerivative[] Unit<V>(UnitMoves<V> moves, Example example, int l, int j, double h, double decay)
        where V : struct, ILanes<V>
    {
        var layer = example.Network.Layer(l);
        var count = layer.Inputs + (layer.HasBias ? 1 : 0);
        var (below, above, kinks) = (new double[count], new double[count], new List<QuantityId>?[count]);
        moves.Run(l, j, h, below, above, kinks);
        var unit = new NumericDerivative[count];
        for (var k = 0; k < count; k++)
        {
            var isWeight = k < layer.Inputs;
            var at = isWeight ? layer.Weight(j, k) : layer.Bias(j);
            unit[k] = new(
                isWeight ? new(QuantityKind.Weights, l, j, k) : new(QuantityKind.Biases, l, j), at, h,
                Loss(example, below[k], decay, isWeight ? at : 0, isWeight ? -h : 0), Loss(example, above[k], decay, isWeight ? at : 0, isWeight ? h : 0),
                kinks[k] is { } crossed ? [.. crossed.OrderBy(id => id.Sample).ThenBy(id => id.Layer).ThenBy(id => id.Row)] : ImmutableArray<QuantityId>.Empty);
        }
        return unit;
    }

    // J: (w + h)² − w² more in the decay
    static double Loss(Example example, double sum, double decay, double w, double h)
    {
        var loss = example.Objective.OverBatch(sum, example.SampleCount) + (decay + (example.Objective.DecayFactor(example.SampleCount) * h * (w + w + h)));
        return double.IsFinite(loss) ? loss : throw new NumericOverflowException(new(QuantityKind.Loss));
    }
}
