using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Backprop.Teaching;

/// <summary>Writes one trace as Plotly knows it.</summary>
sealed class PlotlyTraceWriter(Utf8JsonWriter json, Func<string, string> escape, bool isOnCells)
{
    public void Write(FigureTrace trace, int series, string axes, bool inLegend)
    {
        json.WriteStartObject();
        switch (trace)
        {
            case LineTrace line: Line(line, series); break;
            case BarTrace bars: Bars(bars, series); break;
            case HeatMapTrace heat: Heat(heat); break;
            case ContourTrace contour: Contour(contour); break;
        }
        json.WriteString("name", escape(trace.Name));
        if (trace is not HeatMapTrace) json.WriteBoolean("showlegend", inLegend);
        json.WriteString("xaxis", "x" + axes);
        json.WriteString("yaxis", "y" + axes);
        json.WriteEndObject();
    }

    public static void Numbers(Utf8JsonWriter json, string name, ImmutableArray<double> values)
    {
        json.WritePropertyName(name);
        Numbers(json, values);
    }

    static void Numbers(Utf8JsonWriter json, ImmutableArray<double> values)
    {
        json.WriteStartArray();
        foreach (var value in values)
        {
            if (double.IsFinite(value)) json.WriteNumberValue(value);
            else json.WriteNullValue();
        }
        json.WriteEndArray();
    }

    // seven digits are more than a screen shows; numbers that differ only after those keep them all
    static ImmutableArray<double> Drawn(ImmutableArray<double> values)
    {
        var finite = values.Where(double.IsFinite).ToList();
        if (finite.Count == 0 || finite.Max() - finite.Min() < finite.Max(Math.Abs) / 1000) return values;
        return [.. values.Select(value => double.Parse(value.ToString("G7", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture))];
    }

    void Line(LineTrace line, int series)
    {
        json.WriteString("type", "scatter");
        json.WriteString("mode", line is { HasLine: true, HasMarkers: true } ? "lines+markers" : line.HasMarkers ? "markers" : "lines");
        Numbers(json, "x", Drawn(line.X));
        Numbers(json, "y", Drawn(line.Y));
        if (line.HasLine)
        {
            json.WriteStartObject("line");
            json.WriteString("color", Palette.Series(series));
            json.WriteString("dash", Palette.Dash(series));
            json.WriteNumber("width", 2);
            json.WriteEndObject();
        }
        if (line.HasMarkers)
        {
            json.WriteStartObject("marker");
            json.WriteString("color", isOnCells ? Palette.OnCells : Palette.Series(series));
            json.WriteString("symbol", Palette.Symbol(series));
            json.WriteNumber("size", isOnCells ? 12 : 9);
            if (isOnCells) Outline();
            json.WriteEndObject();
            json.WriteBoolean("cliponaxis", false);
        }
        Texts(line.Labels);
    }

    // in the legend the same marks lie on the page, which may be dark
    void Outline()
    {
        json.WriteStartObject("line");
        json.WriteString("color", Palette.Neutral);
        json.WriteNumber("width", 1.5);
        json.WriteEndObject();
    }

    void Bars(BarTrace bars, int series)
    {
        json.WriteString("type", "bar");
        Numbers(json, "x", Drawn(bars.X));
        Numbers(json, "y", Drawn(bars.Y));
        json.WriteNumber("width", bars.Width);
        json.WriteStartObject("marker");
        json.WriteStartArray("color");
        for (var i = 0; i < bars.Y.Length; i++) json.WriteStringValue(bars.ColorOf(i, series));
        json.WriteEndArray();
        json.WriteEndObject();
        Texts(bars.Labels);
        if (bars.Labels.IsEmpty) return;
        json.WriteString("textposition", "outside");
        json.WriteString("constraintext", "none");
        json.WriteBoolean("cliponaxis", false);
    }

    void Heat(HeatMapTrace heat)
    {
        json.WriteString("type", "heatmap");
        Numbers(json, "x", Drawn(heat.X));
        Numbers(json, "y", Drawn(heat.Y));
        Rows(heat.Z);
        json.WriteNumber("zmin", -heat.Largest);
        json.WriteNumber("zmax", heat.Largest);
        json.WriteStartArray("colorscale");
        foreach (var (at, color) in Palette.DivergingStops) Stop(at, color);
        json.WriteEndArray();
        json.WriteBoolean("showscale", false);
        if (!heat.HasNumbers) return;
        json.WriteNumber("xgap", 1);
        json.WriteNumber("ygap", 1);
        json.WriteStartArray("text");
        for (var row = 0; row < heat.Z.Length; row++)
        {
            json.WriteStartArray();
            for (var column = 0; column < heat.X.Length; column++) json.WriteStringValue(heat.Text(row, column));
            json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WriteString("texttemplate", "%{text}");
    }

    void Contour(ContourTrace contour)
    {
        json.WriteString("type", "contour");
        Numbers(json, "x", Drawn(contour.X));
        Numbers(json, "y", Drawn(contour.Y));
        Rows(contour.Z);
        json.WriteBoolean("autocontour", false);
        json.WriteStartObject("contours");
        json.WriteNumber("start", contour.Levels[0]);
        json.WriteNumber("end", contour.Levels[^1]);
        json.WriteNumber("size", contour.LevelStep);
        json.WriteString("coloring", "none");
        json.WriteBoolean("showlabels", contour.Levels.Length > 1);
        json.WriteEndObject();
        json.WriteStartObject("line");
        json.WriteString("color", isOnCells ? Palette.OnCells : Palette.Neutral);
        json.WriteNumber("width", 1);
        json.WriteEndObject();
    }

    void Stop(double at, string color)
    {
        json.WriteStartArray();
        json.WriteNumberValue(at);
        json.WriteStringValue(color);
        json.WriteEndArray();
    }

    void Rows(ImmutableArray<ImmutableArray<double>> rows)
    {
        json.WriteStartArray("z");
        foreach (var row in rows) Numbers(json, Drawn(row));
        json.WriteEndArray();
    }

    void Texts(ImmutableArray<string> texts)
    {
        if (texts.IsEmpty) return;
        json.WriteStartArray("text");
        foreach (var text in texts) json.WriteStringValue(escape(text));
        json.WriteEndArray();
    }
}
