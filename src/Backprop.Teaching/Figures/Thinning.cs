using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>Fewer points of a long line, none of its extremes lost.</summary>
static class Thinning
{
    /// <summary>A line of at most so many points is drawn as it is.</summary>
    public const int MostPoints = 1000;

    /// <summary>The indices to keep, ascending: first, last, and the smallest and the largest of each stretch.</summary>
    public static ImmutableArray<int> Keep(ImmutableArray<double> y)
    {
        if (y.Length <= MostPoints) return [.. Enumerable.Range(0, y.Length)];
        var kept = new SortedSet<int> { 0, y.Length - 1 };
        var stretches = MostPoints / 2;
        for (var s = 0; s < stretches; s++)
        {
            var (from, to) = ((int)((long)s * y.Length / stretches), (int)((long)(s + 1) * y.Length / stretches));
            int low = from, high = from;
            for (var i = from + 1; i < to; i++)
            {
                if (y[i] < y[low]) low = i;
                if (y[i] > y[high]) high = i;
            }
            kept.Add(low);
            kept.Add(high);
        }
        return [.. kept];
    }

    public static LineTrace Line(string name, ImmutableArray<double> y)
    {
        var kept = Keep(y);
        return new(name, [.. kept.Select(i => (double)i)], [.. kept.Select(i => y[i])]);
    }
}
