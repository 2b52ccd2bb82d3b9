using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>A grid of numbers as coloured cells: orange above 0, blue below, pale at 0. Immutable.</summary>
public sealed record HeatMapTrace : FigureTrace
{
    /// <summary>A grid of cells.</summary>
    /// <param name="name">What is measured, for tooltips.</param>
    /// <param name="x">The middle of each column, equally spaced.</param>
    /// <param name="y">The middle of each row, equally spaced.</param>
    /// <param name="z">The rows, each with a number for each column.</param>
    /// <exception cref="ArgumentException">The rows of <paramref name="z"/> are not as many as y or not as long as x.</exception>
    public HeatMapTrace(string name, ImmutableArray<double> x, ImmutableArray<double> y, ImmutableArray<ImmutableArray<double>> z)
        : base(name)
    {
        Grid.Check(x, y, z);
        X = x;
        Y = y;
        Z = z;
    }

    /// <summary>The middle of each column.</summary>
    public ImmutableArray<double> X { get; }

    /// <summary>The middle of each row.</summary>
    public ImmutableArray<double> Y { get; }

    /// <summary>The rows.</summary>
    public ImmutableArray<ImmutableArray<double>> Z { get; }

    /// <summary>Whether each cell shows its number, with its sign.</summary>
    public bool HasNumbers { get; init; }

    /// <summary>The number that has the full colour; null (the default) takes the largest magnitude.</summary>
    public double? FullScale { get; init; }

    internal double Largest => FullScale is > 0 ? FullScale.Value : Z.SelectMany(row => row).Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max() is > 0 and var most ? most : 1;

    internal override Extent XExtent(bool log) => Grid.Around(X);

    internal override Extent YExtent(bool log) => Grid.Around(Y);

    internal string Text(int row, int column) => InWords.Signed(Z[row][column], 3);
}
