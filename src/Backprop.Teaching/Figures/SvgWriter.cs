using System.Xml.Linq;

namespace Backprop.Teaching;

/// <summary>Draws a figure as a static SVG.</summary>
static class SvgWriter
{
    public static string Write(Figure figure)
    {
        var place = FigureLayout.Of(figure);
        var root = Svg.Root(figure.Id, figure.Title, figure.AltText, place.Width, place.Height);
        var title = Svg.Text(14, 24, figure.Title, size: 16);
        title.SetAttributeValue("font-weight", "600");
        root.Add(title, Legend(figure, place));
        for (var p = 0; p < place.Places.Length; p++) root.Add(Panel(place.Places[p], $"{figure.Id}-c{p}"));
        return root.ToString(SaveOptions.DisableFormatting);
    }

    static XElement Legend(Figure figure, FigureLayout place)
    {
        var group = Svg.Element("g", ("class", "legend"));
        var x = 16.0;
        foreach (var (trace, series) in FigureLayout.Legend(figure))
        {
            var y = place.Header - 10;
            if (trace is LineTrace { HasLine: true } or BarTrace) group.Add(Stroke(Svg.Line(x, y - 4, x + 26, y - 4, Palette.Series(series), trace is BarTrace ? 8 : 2), trace is BarTrace ? 0 : series));
            if (trace is LineTrace { HasMarkers: true }) group.Add(Svg.Marker(Palette.Symbol(series), x + 13, y - 4, figure.Panels[0].IsOnCells ? "currentColor" : Palette.Series(series)));
            group.Add(Svg.Text(x + 32, y, trace.Name));
            x += 52 + (7 * trace.Name.Length);
        }
        return group;
    }

    static XElement Panel((FigurePanel Panel, double X, double Y) place, string clip)
    {
        var (panel, left, top) = place;
        var (xScale, yScale) = (panel.XScale, panel.YScale);
        // where the numbers lie, for whoever reads the drawing back
        var group = Svg.Element("g", ("transform", $"translate({Svg.F(left)} {Svg.F(top)})"), ("class", "panel"),
            ("data-x", $"{NumberFormat.RoundTrip(xScale.Range.Min)} {NumberFormat.RoundTrip(xScale.Range.Max)}"),
            ("data-y", $"{NumberFormat.RoundTrip(yScale.Range.Min)} {NumberFormat.RoundTrip(yScale.Range.Max)}"));
        var isGrid = panel.IsOnCells;
        foreach (var (value, label) in xScale.Ticks()) XTick(group, panel, xScale.At(value) * panel.Width, label, isGrid);
        foreach (var (value, label) in yScale.Ticks()) YTick(group, panel, (1 - yScale.At(value)) * panel.Height, label, isGrid);
        if (panel.Title.Length > 0) group.Add(Svg.Text(panel.Width / 2, -8, panel.Title, "middle", 13));
        group.Add(Svg.Text(panel.Width / 2, panel.Height + 38, panel.X.Title, "middle"));
        var side = Svg.Text(0, 0, panel.Y.Title, "middle");
        side.SetAttributeValue("transform", $"translate(-56 {Svg.F(panel.Height / 2)}) rotate(-90)");
        group.Add(side);
        group.Add(new XElement(Svg.Space + "clipPath", new XAttribute("id", clip), Svg.Element("rect", ("x", -16), ("y", -6), ("width", panel.Width + 32), ("height", panel.Height + 12))));
        var marks = Svg.Element("g", ("clip-path", $"url(#{clip})"));
        var drawing = new SvgMarks(marks, panel, xScale, yScale);
        foreach (var (trace, series) in panel.InSeries()) drawing.Draw(trace, series);
        group.Add(marks);
        return group;
    }

    static void XTick(XElement group, FigurePanel panel, double x, string label, bool isGrid)
    {
        if (!isGrid) group.Add(Faint(Svg.Line(x, 0, x, panel.Height)));
        group.Add(Svg.Text(x, panel.Height + 18, label, "middle", 11));
    }

    static void YTick(XElement group, FigurePanel panel, double y, string label, bool isGrid)
    {
        if (!isGrid) group.Add(Faint(Svg.Line(0, y, panel.Width, y)));
        group.Add(Svg.Text(-6, y + 4, label, "end", 11));
    }

    static XElement Faint(XElement line)
    {
        line.SetAttributeValue("stroke-opacity", "0.2");
        return line;
    }

    internal static XElement Stroke(XElement line, int series)
    {
        if (Palette.DashArray(series) is not "none" and var dash) line.SetAttributeValue("stroke-dasharray", dash);
        return line;
    }
}
