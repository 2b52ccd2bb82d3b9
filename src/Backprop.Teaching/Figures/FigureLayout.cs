using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>Where the panels of a figure lie, in pixels: both renderings are drawn from it.</summary>
sealed class FigureLayout
{
    const double Left = 72, Right = 16, Bottom = 50, MostWidth = 960;

    FigureLayout(double width, double height, double header, ImmutableArray<(FigurePanel Panel, double X, double Y)> places)
    {
        Width = width;
        Height = height;
        Header = header;
        Places = places;
    }

    public double Width { get; }

    public double Height { get; }

    /// <summary>The height of title and legend.</summary>
    public double Header { get; }

    /// <summary>Each panel with the upper left corner of its plot area.</summary>
    public ImmutableArray<(FigurePanel Panel, double X, double Y)> Places { get; }

    public static FigureLayout Of(Figure figure)
    {
        var legend = Legend(figure);
        var header = legend.Count > 0 ? 58 : 36;
        var places = ImmutableArray.CreateBuilder<(FigurePanel, double, double)>();
        double x = 0, y = header, rowHeight = 0, width = 0;
        foreach (var panel in figure.Panels)
        {
            var top = panel.Title.Length > 0 ? 24 : 8;
            var (w, h) = (Left + panel.Width + Right, top + panel.Height + Bottom);
            if (x > 0 && x + w > MostWidth)
            {
                x = 0;
                y += rowHeight;
                rowHeight = 0;
            }
            places.Add((panel, x + Left, y + top));
            x += w;
            width = Math.Max(width, x);
            rowHeight = Math.Max(rowHeight, h);
        }
        return new(Math.Max(width, (9.6 * figure.Title.Length) + 28), y + rowHeight, header, places.ToImmutable());
    }

    /// <summary>The names that need telling apart, each once; none where there is one.</summary>
    public static List<(FigureTrace Trace, int Series)> Legend(Figure figure)
    {
        var named = figure.Panels.SelectMany(panel => panel.InSeries()).Where(each => each.Trace is LineTrace or BarTrace && each.Trace.Name.Length > 0).DistinctBy(each => each.Trace.Name).ToList();
        return named.Count > 1 ? named : [];
    }
}
