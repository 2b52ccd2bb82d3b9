using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>Points (x, y), joined by a line, marked, or both. A point that is not finite interrupts the line. Immutable.</summary>
public sealed record LineTrace : FigureTrace
{
    /// <summary>Points joined by a line.</summary>
    /// <param name="name">What it is called in the legend; empty for none.</param>
    /// <param name="x">x of each point.</param>
    /// <param name="y">y of each point, as many as <paramref name="x"/>.</param>
    /// <exception cref="ArgumentException">There are not as many y as x.</exception>
    public LineTrace(string name, ImmutableArray<double> x, ImmutableArray<double> y)
        : base(name)
    {
        if (x.Length != y.Length) throw new ArgumentException($"y: found {y.Length} numbers, expected {x.Length}, as many as x", nameof(y));
        X = x;
        Y = y;
    }

    /// <summary>x of each point.</summary>
    public ImmutableArray<double> X { get; }

    /// <summary>y of each point.</summary>
    public ImmutableArray<double> Y { get; }

    /// <summary>Whether the points are joined; true if nothing is said.</summary>
    public bool HasLine { get; init; } = true;

    /// <summary>Whether each point is marked.</summary>
    public bool HasMarkers { get; init; }

    /// <summary>What each point is, for its tooltip; empty or as many as points.</summary>
    public ImmutableArray<string> Labels
    {
        get;
        init => field = value.IsDefault ? [] : value;
    } = [];

    /// <summary>Which colour, dash and marker it has, from 0; null (the default) takes the next.</summary>
    public int? Series { get; init; }

    internal override Extent XExtent(bool log) => Extent.Of(X, log).Padded(HasLine ? 0 : 0.05);

    internal override Extent YExtent(bool log) => Extent.Of(Y, log).Padded(0.05);
}
