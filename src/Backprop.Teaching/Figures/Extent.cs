namespace Backprop.Teaching;

/// <summary>From the smallest to the largest number that can be drawn; empty where there is none.</summary>
readonly record struct Extent(double Min, double Max)
{
    public static Extent Empty { get; } = new(double.PositiveInfinity, double.NegativeInfinity);

    public bool IsEmpty => Min > Max;

    public Extent With(double value) => new(Math.Min(Min, value), Math.Max(Max, value));

    public Extent With(Extent other) => new(Math.Min(Min, other.Min), Math.Max(Max, other.Max));

    /// <summary>Wider by a share of itself on each side.</summary>
    public Extent Padded(double share) => new(Min - ((Max - Min) * share), Max + ((Max - Min) * share));

    /// <summary>Of the numbers themselves, or of their decadic logarithms.</summary>
    public static Extent Of(IEnumerable<double> values, bool log)
    {
        var extent = Empty;
        foreach (var value in values)
            if (double.IsFinite(value) && (!log || value > 0)) extent = extent.With(log ? Math.Log10(value) : value);
        return extent;
    }
}
