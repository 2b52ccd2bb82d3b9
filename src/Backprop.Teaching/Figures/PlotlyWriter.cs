using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace Backprop.Teaching;

/// <summary>Writes a figure as Plotly's traces and layout.</summary>
sealed class PlotlyWriter
{
    const string Clear = "rgba(0,0,0,0)";
    const string Faint = "rgba(128,128,128,0.25)";

    readonly Figure figure;
    readonly FigureLayout place;
    readonly Utf8JsonWriter json;

    PlotlyWriter(Figure figure, Utf8JsonWriter json)
    {
        this.figure = figure;
        this.json = json;
        place = FigureLayout.Of(figure);
    }

    public static string Write(Figure figure)
    {
        using var content = new MemoryStream();
        using (var json = new Utf8JsonWriter(content)) new PlotlyWriter(figure, json).Write();
        return Encoding.UTF8.GetString(content.ToArray());
    }

    // Plotly reads a little HTML in texts
    static string Text(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    void Write()
    {
        json.WriteStartObject();
        json.WriteStartArray("data");
        var legend = FigureLayout.Legend(figure).Select(each => each.Trace).ToHashSet(ReferenceEqualityComparer.Instance);
        for (var p = 0; p < figure.Panels.Length; p++)
            foreach (var (trace, series) in figure.Panels[p].InSeries())
                new PlotlyTraceWriter(json, Text, figure.Panels[p].IsOnCells).Write(trace, series, p == 0 ? "" : InWords.Plain(p + 1), legend.Contains(trace));
        json.WriteEndArray();
        json.WriteStartObject("layout");
        Layout(legend.Count > 0);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    void Layout(bool hasLegend)
    {
        json.WriteStartObject("title");
        json.WriteString("text", Text(figure.Title));
        json.WriteNumber("x", Math.Round(14 / place.Width, 4));
        json.WriteNumber("y", Math.Round(1 - (20 / place.Height), 4));
        json.WriteString("xanchor", "left");
        json.WriteString("yanchor", "middle");
        json.WriteStartObject("font");
        json.WriteNumber("size", 16);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject("meta");
        json.WriteString("alt", figure.AltText);
        json.WriteEndObject();
        json.WriteString("paper_bgcolor", Clear);
        json.WriteString("plot_bgcolor", Clear);
        json.WriteStartObject("font");
        json.WriteString("color", Palette.Neutral);
        json.WriteNumber("size", 12);
        json.WriteEndObject();
        json.WriteNumber("width", Math.Round(place.Width));
        json.WriteNumber("height", Math.Round(place.Height));
        json.WriteStartObject("margin");
        json.WriteNumber("l", 0);
        json.WriteNumber("r", 0);
        json.WriteNumber("t", place.Header);
        json.WriteNumber("b", 0);
        json.WriteEndObject();
        json.WriteBoolean("showlegend", hasLegend);
        if (hasLegend) Legend();
        for (var p = 0; p < place.Places.Length; p++) Axes(place.Places[p], p == 0 ? "" : InWords.Plain(p + 1));
        Titles();
    }

    void Legend()
    {
        json.WriteStartObject("legend");
        json.WriteString("orientation", "h");
        json.WriteNumber("x", Math.Round(14 / place.Width, 4));
        json.WriteNumber("y", 1);
        json.WriteString("yanchor", "bottom");
        json.WriteEndObject();
    }

    void Axes((FigurePanel Panel, double X, double Y) each, string number)
    {
        var inner = place.Height - place.Header;
        Axis("xaxis" + number, each.Panel.X, each.Panel.XScale, "y" + number, each.X / place.Width, (each.X + each.Panel.Width) / place.Width);
        Axis("yaxis" + number, each.Panel.Y, each.Panel.YScale, "x" + number, 1 - ((each.Y - place.Header + each.Panel.Height) / inner), 1 - ((each.Y - place.Header) / inner));
    }

    void Axis(string name, FigureAxis axis, AxisScale scale, string anchor, double from, double to)
    {
        json.WriteStartObject(name);
        json.WriteStartObject("title");
        json.WriteString("text", Text(axis.Title));
        json.WriteNumber("standoff", 6);
        json.WriteEndObject();
        json.WriteString("type", axis.IsLog ? "log" : "linear");
        Numbers("range", axis.IsReversed ? [scale.Range.Max, scale.Range.Min] : [scale.Range.Min, scale.Range.Max]);
        Numbers("domain", [Math.Round(Math.Clamp(from, 0, 1), 4), Math.Round(Math.Clamp(to, 0, 1), 4)]);
        json.WriteString("anchor", anchor);
        var ticks = scale.Ticks().ToList();
        Numbers("tickvals", ticks.Select(tick => tick.Value));
        json.WriteStartArray("ticktext");
        foreach (var (_, label) in ticks) json.WriteStringValue(Text(label));
        json.WriteEndArray();
        json.WriteString("gridcolor", Faint);
        json.WriteBoolean("zeroline", false);
        json.WriteString("linecolor", Palette.Neutral);
        json.WriteEndObject();
    }

    void Titles()
    {
        json.WriteStartArray("annotations");
        foreach (var (panel, x, y) in place.Places.Where(each => each.Panel.Title.Length > 0))
        {
            json.WriteStartObject();
            json.WriteString("text", Text(panel.Title));
            json.WriteString("xref", "paper");
            json.WriteString("yref", "paper");
            json.WriteNumber("x", Math.Round((x + (panel.Width / 2)) / place.Width, 4));
            json.WriteNumber("y", Math.Round(Math.Clamp(1 - ((y - place.Header) / (place.Height - place.Header)), 0, 1), 4));
            json.WriteString("yanchor", "bottom");
            json.WriteBoolean("showarrow", false);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    void Numbers(string name, IEnumerable<double> values) => PlotlyTraceWriter.Numbers(json, name, values.ToImmutableArray());
}
