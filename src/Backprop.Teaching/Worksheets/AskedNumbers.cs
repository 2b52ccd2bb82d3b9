using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>What a worksheet asks for, in the order in which it is worked out: all of one sample, then of each layer one gradient of a weight and one of a bias, then of each one new weight and one new bias.</summary>
static class AskedNumbers
{
    /// <summary>The first sample is asked for.</summary>
    public const int Sample = 0;

    /// <summary>The lines of the sheet: whole vectors, and single entries of matrices.</summary>
    public static ImmutableArray<QuantityId> Of(Network network, int samples)
    {
        var asked = ImmutableArray.CreateBuilder<QuantityId>();
        for (var l = 1; l <= network.LayerCount; l++)
        {
            asked.Add(new(QuantityKind.PreActivation, l, Sample: Sample));
            asked.Add(new(QuantityKind.Activation, l, Sample: Sample));
        }
        asked.Add(new(QuantityKind.SampleLoss, Sample: Sample));
        for (var l = network.LayerCount; l >= 1; l--) asked.Add(new(QuantityKind.Delta, l, Sample: Sample));
        if (samples > 1) asked.Add(new(QuantityKind.Loss));
        for (var l = network.LayerCount; l >= 1; l--)
        {
            asked.Add(Entry(QuantityKind.TotalWeightGradient, network, l));
            asked.Add(new(QuantityKind.TotalBiasGradient, l, Last(network.Layer(l).Units)));
        }
        for (var l = network.LayerCount; l >= 1; l--)
        {
            asked.Add(Entry(QuantityKind.WeightsAfter, network, l));
            asked.Add(new(QuantityKind.BiasesAfter, l, Last(network.Layer(l).Units)));
        }
        return asked.ToImmutable();
    }

    /// <summary>Every single number of a line.</summary>
    public static IEnumerable<QuantityId> Entries(QuantityId line, Network network) => line.IsScalar
        ? [line]
        : Enumerable.Range(0, network.Layer(line.Layer!.Value).Units).Select(j => line.At(j));

    // off the diagonal, where swapped indices show; never the unit that sums and counts begin with
    static QuantityId Entry(QuantityKind kind, Network network, int l) =>
        new(kind, l, Last(network.Layer(l).Units), network.Layer(l).Units == 1 ? Last(network.Layer(l).Inputs) : 0);

    static int Last(int count) => Math.Min(1, count - 1);
}
