using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;

namespace Backprop.Teaching.Tests.Figures;

public class FigureTests
{
    const string Script = "<script>alert(1)</script>";
    static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static TheoryData<string> Names => [.. ReadyMade.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_svg_is_well_formed_static_and_says_what_it_shows(string name)
    {
        var figure = ReadyMade.All[name];
        var svg = XElement.Parse(figure.ToSvg());
        Assert.Equal("img", svg.Attribute("role")!.Value);
        Assert.Equal([Svg + "title", Svg + "desc"], svg.Elements().Take(2).Select(element => element.Name));
        Assert.Equal(figure.Title, svg.Element(Svg + "title")!.Value);
        Assert.Equal(figure.AltText, svg.Element(Svg + "desc")!.Value);
        Assert.Empty(svg.Descendants(Svg + "script"));
        Assert.DoesNotContain("href", figure.ToSvg(), StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", figure.ToSvg(), StringComparison.Ordinal);
        Assert.DoesNotContain("∞", figure.ToSvg(), StringComparison.Ordinal);
        var ids = svg.DescendantsAndSelf().Attributes("id").Select(id => id.Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(ids, id => Assert.StartsWith(figure.Id, id, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_bundle_has_plotly_html_and_the_alt_text(string name)
    {
        var figure = ReadyMade.All[name];
        var bundle = figure.ToMimeBundle();
        Assert.Equal(["application/vnd.plotly.v1+json", "text/html", "text/plain"], bundle.Contents.Keys);
        Assert.Equal(figure.AltText, bundle.Text);
        Assert.Contains(figure.ToSvg(), bundle.Contents[MimeBundle.Html], StringComparison.Ordinal);
        using var json = JsonDocument.Parse(bundle.Contents[Figure.PlotlyMimeType]);
        Assert.Equal(["data", "layout"], json.RootElement.EnumerateObject().Select(member => member.Name));
        // several numbers in each alt text
        Assert.True(figure.AltText.Count(char.IsAsciiDigit) > 5, figure.AltText);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_line_of_the_svg_has_the_numbers_of_the_json(string name)
    {
        var figure = ReadyMade.All[name];
        using var json = JsonDocument.Parse(figure.ToPlotlyJson());
        var traces = json.RootElement.GetProperty("data").EnumerateArray().ToList();
        var layout = json.RootElement.GetProperty("layout");
        var panels = XElement.Parse(figure.ToSvg()).Elements(Svg + "g").Where(g => (string?)g.Attribute("class") == "panel").ToList();
        Assert.Equal(figure.Panels.Length, panels.Count);
        for (var p = 0; p < panels.Count; p++)
        {
            var (panel, axis) = (figure.Panels[p], p == 0 ? "" : (p + 1).ToString(CultureInfo.InvariantCulture));
            Assert.Equal(Range(layout, "xaxis" + axis, panel.X.IsReversed), Numbers(panels[p].Attribute("data-x")!.Value));
            Assert.Equal(Range(layout, "yaxis" + axis, panel.Y.IsReversed), Numbers(panels[p].Attribute("data-y")!.Value));
            var lines = traces.Where(trace => trace.GetProperty("xaxis").GetString() == "x" + axis && trace.GetProperty("type").GetString() == "scatter" && trace.GetProperty("mode").GetString()!.Contains("lines", StringComparison.Ordinal)).ToList();
            var paths = panels[p].Descendants(Svg + "path").Where(path => (string?)path.Attribute("stroke-linejoin") == "round").ToList();
            Assert.Equal(lines.Count, paths.Count);
            for (var i = 0; i < lines.Count; i++) Same(panel, lines[i], Numbers(paths[i].Attribute("d")!.Value.Replace('M', ' ').Replace('L', ' ')));
        }
    }

    [Fact]
    public void What_comes_from_data_is_escaped_in_every_form()
    {
        var named = Examples.Xor with { Name = Script };
        var history = GradientDescent.Train(named, new() { Epochs = 3 });
        foreach (var figure in (Figure[])[history.LossFigure(), new[] { (Script, history), ("b", history) }.LossFigure(), history.GradientFlowFigure(), GradientCheck.Run(named).ScatterFigure(), named.DecisionRegionsFigure()])
        {
            Assert.DoesNotContain("<script", figure.ToHtml(), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<script", figure.ToPlotlyJson(), StringComparison.OrdinalIgnoreCase);
            using var json = JsonDocument.Parse(figure.ToPlotlyJson());
            // Plotly reads markup in its texts
            Assert.DoesNotContain("<", json.RootElement.GetProperty("layout").GetProperty("title").GetRawText(), StringComparison.Ordinal);
            Assert.All(json.RootElement.GetProperty("data").EnumerateArray(), trace => Assert.DoesNotContain("<", trace.GetProperty("name").GetString()!, StringComparison.Ordinal));
            Assert.Contains(Script, XElement.Parse(figure.ToSvg()).Value, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Drawn_numbers_keep_seven_digits_and_all_of_them_where_they_differ_only_after_those()
    {
        string Json(params double[] y) => new Figure("a", "1 2 3", new FigurePanel(new("x"), new("y"), new LineTrace("line", [0, 1, 2], [.. y]))).ToPlotlyJson();
        Assert.Contains("\"y\":[0.1234568,-1234568,1E-20]", Json(0.12345678, -1234567.8, 1.00000001e-20), StringComparison.Ordinal);
        Assert.Contains("\"y\":[0.123456781,0.123456782,0.123456783]", Json(0.123456781, 0.123456782, 0.123456783), StringComparison.Ordinal);
    }

    [Fact]
    public void What_xml_cannot_hold_is_replaced()
    {
        var figure = new Figure("a\u0001b", "1 2 3", new FigurePanel(new("x"), new("y"), new LineTrace("\uD835\uDC4E", [1, double.NaN, 3], [1, 2, double.PositiveInfinity])));
        Assert.Contains("a\uFFFDb", figure.ToSvg(), StringComparison.Ordinal);
        Assert.Contains("null", figure.ToPlotlyJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_is_the_same_under_every_culture()
    {
        var history = GradientDescent.Train(Examples.Xor, new() { Epochs = 20, Watch = ["W[2][0,0]", "b[2][0]"] });
        Func<Figure>[] make = [() => history.LossFigure(log: true), () => history.LossSurfaceFigure("W[2][0,0]", "b[2][0]", 9), () => history.TraceAt(20).PerSampleFigure(1), () => GradientCheck.ErrorOverStep(Examples.Mazur, "W[1][0,0]").VCurveFigure(), () => Backpropagation.Run(Examples.FiveLayers).Paths("dW[1][0,2]@0").SharesFigure()];
        string[] Written() => [.. make.Select(each => each()).SelectMany(figure => (string[])[figure.ToSvg(), figure.ToPlotlyJson(), figure.AltText])];
        var expected = Written();
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fr-FR");
            Assert.Equal(expected, Written());
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("sv-SE");
            Assert.Equal(expected, Written());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_figure_needs_a_title_an_alt_text_and_a_panel()
    {
        var panel = new FigurePanel(new("x"), new("y"));
        Assert.Throws<ArgumentException>(() => new Figure("", "alt", panel));
        Assert.Throws<ArgumentException>(() => new Figure("title", " ", panel));
        Assert.Throws<ArgumentException>(() => new Figure("title", "alt"));
        Assert.Throws<ArgumentException>(() => new LineTrace("", [1, 2], [1]));
        Assert.Throws<ArgumentException>(() => new HeatMapTrace("", [0, 1], [0], [[1]]));
        // nothing to draw is drawn all the same
        Assert.Contains("</svg>", new Figure("title", "alt", panel).ToSvg(), StringComparison.Ordinal);
    }

    static double[] Range(JsonElement layout, string axis, bool isReversed)
    {
        var range = layout.GetProperty(axis).GetProperty("range").EnumerateArray().Select(end => end.GetDouble());
        return [.. isReversed ? range.Reverse() : range];
    }

    static void Same(FigurePanel panel, JsonElement line, double[] drawn)
    {
        var points = line.GetProperty("x").EnumerateArray().Zip(line.GetProperty("y").EnumerateArray()).Select(point => (X: point.First.GetDouble(), Y: point.Second.GetDouble()))
            .Where(point => panel.XScale.Holds(point.X) && panel.YScale.Holds(point.Y)).ToList();
        Assert.Equal(2 * points.Count, drawn.Length);
        // read back from pixels, which have two decimals
        for (var i = 0; i < points.Count; i++)
        {
            Assert.Equal(panel.XScale.At(points[i].X), drawn[2 * i] / panel.Width, 1e-4);
            Assert.Equal(panel.YScale.At(points[i].Y), 1 - (drawn[(2 * i) + 1] / panel.Height), 1e-4);
        }
    }

    static double[] Numbers(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
}
