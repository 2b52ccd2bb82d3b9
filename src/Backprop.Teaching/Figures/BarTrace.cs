using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>Bars at x of height y, from 0 or on a logarithmic axis from its lower end; a histogram is bars of its counts. Immutable.</summary>
public sealed record BarTrace : FigureTrace
{
    /// <summary>Bars.</summary>
    /// <param name="name">What they are called in the legend; empty for none.</param>
    /// <param name="x">Where the middle of each bar stands.</param>
    /// <param name="y">How high each is, as many as <paramref name="x"/>.</param>
    /// <exception cref="ArgumentException">There are not as many y as x.</exception>
    public BarTrace(string name, ImmutableArray<double> x, ImmutableArray<double> y)
        : base(name)
    {
        if (x.Length != y.Length) throw new ArgumentException($"y: found {y.Length} numbers, expected {x.Length}, as many as x", nameof(y));
        X = x;
        Y = y;
    }

    /// <summary>The middle of each bar.</summary>
    public ImmutableArray<double> X { get; }

    /// <summary>The height of each bar.</summary>
    public ImmutableArray<double> Y { get; }

    /// <summary>How wide each bar is, in units of x; 0.7 if nothing is said.</summary>
    public double Width { get; init; } = 0.7;

    /// <summary>What stands over each bar; empty or as many as bars.</summary>
    public ImmutableArray<string> Labels
    {
        get;
        init => field = value.IsDefault ? [] : value;
    } = [];

    /// <summary>Whether bars above and below 0 have different colours.</summary>
    public bool BySign { get; init; }

    internal override Extent XExtent(bool log)
    {
        var extent = Extent.Of(X, false);
        return extent.IsEmpty ? extent : new(extent.Min - (Width * 0.7), extent.Max + (Width * 0.7));
    }

    internal override Extent YExtent(bool log)
    {
        var extent = Extent.Of(Y, log);
        if (extent.IsEmpty) return extent;
        // room for the number over the bar
        if (log) return new(Math.Floor(extent.Min - 0.2), extent.Max + (0.12 * (extent.Max - Math.Floor(extent.Min - 0.2))));
        extent = extent.With(0);
        var room = 0.12 * (extent.Max - extent.Min);
        return new(extent.Min < 0 ? extent.Min - room : 0, extent.Max > 0 ? extent.Max + room : 0);
    }

    internal string ColorOf(int bar, int series) => BySign ? Palette.OfSign(Y[bar]) : Palette.Series(series);
}
