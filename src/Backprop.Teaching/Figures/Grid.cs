using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>What grids of numbers share.</summary>
static class Grid
{
    public static void Check(ImmutableArray<double> x, ImmutableArray<double> y, ImmutableArray<ImmutableArray<double>> z)
    {
        if (x.IsDefaultOrEmpty || y.IsDefaultOrEmpty) throw new ArgumentException("z: found no cell, expected at least one", nameof(z));
        if (z.Length != y.Length) throw new ArgumentException($"z: found {z.Length} rows, expected {y.Length}, as many as y", nameof(z));
        foreach (var row in z)
            if (row.Length != x.Length) throw new ArgumentException($"z: found a row of {row.Length} numbers, expected {x.Length}, as many as x", nameof(z));
    }

    public static double Spacing(ImmutableArray<double> at) => at.Length < 2 ? 1 : Math.Abs(at[1] - at[0]);

    public static Extent Around(ImmutableArray<double> at)
    {
        var extent = Extent.Of(at, false);
        return new(extent.Min - (Spacing(at) / 2), extent.Max + (Spacing(at) / 2));
    }

    public static ImmutableArray<double> Count(int n) => [.. Enumerable.Range(0, n).Select(i => (double)i)];

    public static ImmutableArray<double> Between(double from, double to, int points) =>
        [.. Enumerable.Range(0, points).Select(i => from + ((to - from) * i / (points - 1)))];
}
