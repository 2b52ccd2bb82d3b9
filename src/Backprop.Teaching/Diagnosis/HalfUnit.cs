namespace Backprop.Teaching;

/// <summary>Half a unit of the last digit kept: the most by which rounding a number to N significant digits moves it.</summary>
readonly struct HalfUnit
{
    const int LowestDecade = -324;
    const int HighestDecade = 309;

    // ⌊log₁₀ 2ᵉ⌋ for each exponent of float64, and the powers of ten, so that no logarithm is taken
    static readonly int[] DecadeOfExponent = [.. Enumerable.Range(0, 2047).Select(biased => (int)Math.Floor((biased - 1023) * Math.Log10(2)))];
    static readonly double[] PowersOfTen = [.. Enumerable.Range(LowestDecade, HighestDecade - LowestDecade + 1).Select(decade => Math.Pow(10, decade))];

    readonly double fraction;

    /// <param name="digits">N, or null for no rounding at all.</param>
    public HalfUnit(int? digits) => fraction = digits is { } kept ? Math.Pow(10, 1 - kept) / 2 : 0;

    public bool IsExact => fraction == 0;

    /// <summary>Of any number up to <paramref name="size"/>.</summary>
    public double Of(double size)
    {
        // what is 0 stays 0; what is infinite or no number has no digits
        if (!(size > 0) || size > double.MaxValue) return size == 0 ? 0 : double.PositiveInfinity;
        var decade = DecadeOfExponent[(int)(BitConverter.DoubleToInt64Bits(size) >> 52)];
        if (size >= PowersOfTen[decade + 1 - LowestDecade]) decade++;
        return fraction * PowersOfTen[decade - LowestDecade];
    }
}
