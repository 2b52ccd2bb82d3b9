using System.Text;
using System.Xml.Linq;

namespace Backprop.Teaching;

/// <summary>Draws the traces of one panel.</summary>
sealed class SvgMarks(XElement group, FigurePanel panel, AxisScale xScale, AxisScale yScale)
{
    public void Draw(FigureTrace trace, int series)
    {
        switch (trace)
        {
            case LineTrace line: Line(line, series); break;
            case BarTrace bars: Bars(bars, series); break;
            case HeatMapTrace heat: Heat(heat); break;
            case ContourTrace contour: Contour(contour); break;
        }
    }

    double X(double value) => xScale.At(value) * panel.Width;

    double Y(double value) => (1 - yScale.At(value)) * panel.Height;

    bool Holds(double x, double y) => xScale.Holds(x) && yScale.Holds(y);

    void Line(LineTrace line, int series)
    {
        if (line.HasLine)
        {
            var path = new StringBuilder();
            var pen = false;
            for (var i = 0; i < line.X.Length; i++)
            {
                if (Holds(line.X[i], line.Y[i])) path.Append(pen ? 'L' : 'M').Append(Svg.F(X(line.X[i]))).Append(' ').Append(Svg.F(Y(line.Y[i])));
                pen = Holds(line.X[i], line.Y[i]);
            }
            group.Add(SvgWriter.Stroke(Svg.Element("path", ("d", path.ToString()), ("fill", "none"), ("stroke", Palette.Series(series)), ("stroke-width", 2), ("stroke-linejoin", "round")), series).Titled(line.Name));
        }
        if (!line.HasMarkers) return;
        for (var i = 0; i < line.X.Length; i++)
            if (Holds(line.X[i], line.Y[i]))
                group.Add(Svg.Marker(Palette.Symbol(series), X(line.X[i]), Y(line.Y[i]), panel.IsOnCells ? Palette.OnCells : Palette.Series(series), panel.IsOnCells ? 6 : 4.5).Titled(Point(line, i)));
    }

    static string Point(LineTrace line, int i) =>
        line.Labels.IsEmpty ? $"{line.Name} ({InWords.Number(line.X[i])}, {InWords.Number(line.Y[i])})".TrimStart() : line.Labels[i];

    void Bars(BarTrace bars, int series)
    {
        for (var i = 0; i < bars.X.Length; i++)
        {
            if (!double.IsFinite(bars.Y[i])) continue;
            var (left, right) = (X(bars.X[i] - (bars.Width / 2)), X(bars.X[i] + (bars.Width / 2)));
            var foot = panel.Y.IsLog ? panel.Height : Y(0);
            var end = yScale.Holds(bars.Y[i]) ? Y(bars.Y[i]) : foot;
            group.Add(Svg.Element("rect", ("x", left), ("y", Math.Min(foot, end)), ("width", right - left), ("height", Math.Abs(foot - end)), ("fill", bars.ColorOf(i, series)))
                .Titled($"{bars.Name} {InWords.Number(bars.Y[i])}".TrimStart()));
            if (!bars.Labels.IsEmpty) group.Add(Svg.Text((left + right) / 2, bars.Y[i] < 0 && !panel.Y.IsLog ? end + 14 : end - 5, bars.Labels[i], "middle", 11));
        }
    }

    void Heat(HeatMapTrace heat)
    {
        var (dx, dy) = (Grid.Spacing(heat.X) / 2, Grid.Spacing(heat.Y) / 2);
        for (var row = 0; row < heat.Y.Length; row++)
        {
            var (top, bottom) = (Math.Min(Y(heat.Y[row] - dy), Y(heat.Y[row] + dy)), Math.Max(Y(heat.Y[row] - dy), Y(heat.Y[row] + dy)));
            for (var column = 0; column < heat.X.Length; column++)
            {
                var first = column;
                // a run of cells of one shade is one rectangle
                while (!heat.HasNumbers && column + 1 < heat.X.Length && Shade(heat, row, column + 1) == Shade(heat, row, first)) column++;
                var (left, right) = (X(heat.X[first] - dx), X(heat.X[column] + dx));
                var gap = heat.HasNumbers ? 1 : -0.3;
                var value = Shade(heat, row, first);
                group.Add(Svg.Element("rect", ("x", left), ("y", top), ("width", right - left - gap), ("height", bottom - top - gap), ("fill", Palette.OnScale(value)))
                    .Titled(heat.HasNumbers ? $"{heat.Name} {InWords.Number(heat.Z[row][column])}" : ""));
                if (!heat.HasNumbers)
                {
                    // no seams between cells
                    ((XElement)group.LastNode!).SetAttributeValue("shape-rendering", "crispEdges");
                    continue;
                }
                var text = Svg.Text((left + right) / 2, ((top + bottom) / 2) + 4, heat.Text(row, column), "middle");
                text.SetAttributeValue("fill", Palette.TextOn(value));
                group.Add(text);
            }
        }
    }

    // without numbers eleven shades each way are enough
    static double Shade(HeatMapTrace heat, int row, int column)
    {
        var share = heat.Z[row][column] / heat.Largest;
        return heat.HasNumbers ? share : Math.Round(share * 11) / 11;
    }

    void Contour(ContourTrace contour)
    {
        for (var i = 0; i < contour.Levels.Length; i++)
        {
            var segments = Contours.At(contour, contour.Levels[i]);
            if (segments.Count == 0) continue;
            var path = new StringBuilder();
            foreach (var (x1, y1, x2, y2) in segments)
                path.Append('M').Append(Svg.F(X(x1))).Append(' ').Append(Svg.F(Y(y1))).Append('L').Append(Svg.F(X(x2))).Append(' ').Append(Svg.F(Y(y2)));
            group.Add(Svg.Element("path", ("d", path.ToString()), ("fill", "none"), ("stroke", panel.IsOnCells ? Palette.OnCells : "currentColor"), ("stroke-opacity", 0.55)).Titled($"{contour.Name} = {InWords.Number(contour.Levels[i])}"));
            if (contour.Levels.Length == 1) continue;
            // at the upper and the lower end in turn, where lines do not crowd
            var label = i % 2 == 0 ? segments.MaxBy(segment => segment.Y1) : segments.MinBy(segment => segment.Y1);
            group.Add(Svg.Text(X(label.X1), Math.Clamp(Y(label.Y1), 12, panel.Height - 3), InWords.Short(contour.Levels[i]), "middle", 10));
        }
    }
}
