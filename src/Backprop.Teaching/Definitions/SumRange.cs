namespace Backprop.Teaching;

/// <summary>What a sum runs over.</summary>
/// <param name="Kind">Units, samples or layers.</param>
/// <param name="Layer">The layer whose units are meant; the default for samples and layers.</param>
public readonly record struct SumRange(SumRangeKind Kind, IndexTerm Layer)
{
    /// <summary>All samples, 0…m−1.</summary>
    public static SumRange Samples => new(SumRangeKind.Samples, default);

    /// <summary>All layers, 1…L.</summary>
    public static SumRange Layers => new(SumRangeKind.Layers, default);

    /// <summary>All units of a layer, 0…n−1; layer 0 is the input.</summary>
    /// <param name="layer">The layer.</param>
    /// <returns>A range.</returns>
    public static SumRange Units(IndexTerm layer) => new(SumRangeKind.Units, layer);
}
