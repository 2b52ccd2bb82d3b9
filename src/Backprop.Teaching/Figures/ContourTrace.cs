using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>Lines of equal height over a grid of numbers, at equally spaced levels. Immutable.</summary>
public sealed record ContourTrace : FigureTrace
{
    /// <summary>Lines of equal height.</summary>
    /// <param name="name">What the height is.</param>
    /// <param name="x">x of each column, ascending.</param>
    /// <param name="y">y of each row, ascending.</param>
    /// <param name="z">The rows, each with a height for each column.</param>
    /// <param name="firstLevel">The lowest line.</param>
    /// <param name="levelStep">How far the lines are apart, above 0.</param>
    /// <param name="levelCount">How many lines, at least 1.</param>
    /// <exception cref="ArgumentException">The rows of <paramref name="z"/> are not as many as y or not as long as x.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The step is not above 0 or there is no level.</exception>
    public ContourTrace(string name, ImmutableArray<double> x, ImmutableArray<double> y, ImmutableArray<ImmutableArray<double>> z, double firstLevel, double levelStep, int levelCount)
        : base(name)
    {
        Grid.Check(x, y, z);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(levelStep);
        ArgumentOutOfRangeException.ThrowIfLessThan(levelCount, 1);
        X = x;
        Y = y;
        Z = z;
        Levels = [.. Enumerable.Range(0, levelCount).Select(i => firstLevel + (i * levelStep))];
        LevelStep = levelStep;
    }

    /// <summary>x of each column.</summary>
    public ImmutableArray<double> X { get; }

    /// <summary>y of each row.</summary>
    public ImmutableArray<double> Y { get; }

    /// <summary>The rows.</summary>
    public ImmutableArray<ImmutableArray<double>> Z { get; }

    /// <summary>The heights that have a line, ascending.</summary>
    public ImmutableArray<double> Levels { get; }

    /// <summary>How far the levels are apart.</summary>
    public double LevelStep { get; }

    internal override Extent XExtent(bool log) => Extent.Of(X, log);

    internal override Extent YExtent(bool log) => Extent.Of(Y, log);
}
