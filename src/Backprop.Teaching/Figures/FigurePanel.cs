using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>One pair of axes with what is drawn on them. Immutable.</summary>
/// <param name="X">The horizontal axis.</param>
/// <param name="Y">The vertical axis.</param>
/// <param name="Traces">What is drawn, the first below the others.</param>
public sealed record FigurePanel(FigureAxis X, FigureAxis Y, params ImmutableArray<FigureTrace> Traces)
{
    /// <summary>What stands over the panel; empty in a figure of one panel.</summary>
    public string Title { get; init; } = "";

    /// <summary>The width of the plot area in pixels, above 0; 540 if nothing is said.</summary>
    public double Width { get; init; } = 540;

    /// <summary>The height of the plot area in pixels, above 0; 280 if nothing is said.</summary>
    public double Height { get; init; } = 280;

    internal AxisScale XScale => AxisScale.Of(X, Traces.Select(trace => trace.XExtent(X.IsLog)));

    internal AxisScale YScale => AxisScale.Of(Y, Traces.Select(trace => trace.YExtent(Y.IsLog)));

    /// <summary>Whether what is drawn lies on pale cells, where neither the page's colour nor those of series are sure to be seen.</summary>
    internal bool IsOnCells => Traces.Any(trace => trace is HeatMapTrace);

    /// <summary>Each trace with the index of its colour, dash and marker.</summary>
    internal IEnumerable<(FigureTrace Trace, int Series)> InSeries()
    {
        var next = 0;
        foreach (var trace in Traces)
            yield return (trace, trace is LineTrace { Series: { } series } ? series : trace is LineTrace or BarTrace ? next++ : 0);
    }
}
