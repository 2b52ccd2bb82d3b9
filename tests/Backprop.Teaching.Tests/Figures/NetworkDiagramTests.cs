using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Backprop.Teaching.Tests.Figures;

public class NetworkDiagramTests
{
    static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    static readonly SortedDictionary<string, NetworkDiagram> All = new(StringComparer.Ordinal)
    {
        ["network"] = Backpropagation.Run(Examples.Mazur).NetworkDiagram(),
        ["network-mean"] = Backpropagation.Run(Examples.TwoOutputsFourSamples).NetworkDiagram(),
        ["network-path"] = Backpropagation.Run(Examples.FiveLayers).Paths("dW[1][0,2]@0").NetworkDiagram(3),
        ["network-wrong"] = Backpropagation.Run(Examples.Mazur).NetworkDiagram(0, new Dictionary<QuantityId, DiagramMark>
        {
            [QuantityId.Parse("z[1][0]@0")] = DiagramMark.Right,
            [QuantityId.Parse("delta[2][1]@0")] = DiagramMark.Wrong,
            [QuantityId.Parse("dW[2][1,0]@0")] = DiagramMark.RightGivenEarlier,
        }),
    };

    public static TheoryData<string> Names => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_drawing_is_the_one_that_was_looked_at_Snapshot(string name)
    {
        var diagram = All[name];
        var svg = XElement.Parse(diagram.ToSvg());
        Expectation.Matches($"Figures/{name}.svg", svg.ToString().ReplaceLineEndings("\n"));
        Expectation.Matches($"Figures/{name}.html", diagram.ToHtml().Replace(diagram.ToSvg(), "(the svg)", StringComparison.Ordinal).Replace(">", ">\n", StringComparison.Ordinal));
        Expectation.Matches($"Figures/{name}.txt", diagram.ToText());
        Assert.Equal("img", svg.Attribute("role")!.Value);
        Assert.Equal([Svg + "title", Svg + "desc"], svg.Elements().Take(2).Select(element => element.Name));
        Assert.Equal(diagram.AltText, svg.Element(Svg + "desc")!.Value);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_offers_html_and_text_alone_without_script(string name)
    {
        var bundle = All[name].ToMimeBundle();
        Assert.Equal(["text/html", "text/plain"], bundle.Contents.Keys);
        Assert.DoesNotContain("<script", bundle.Contents[MimeBundle.Html], StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(" on[a-z]+=", bundle.Contents[MimeBundle.Html]);
    }

    [Fact]
    public void Each_step_has_a_radio_button_and_hides_what_comes_later()
    {
        var diagram = All["network"];
        var html = diagram.ToHtml();
        Assert.Equal(["input", "forward 1", "forward 2", "loss", "backward 2", "backward 1"], Regex.Matches(html, "<input type=\"radio\"[^>]*> ([^<]+)</label>").Select(match => match.Groups[1].Value));
        Assert.Equal(1, Regex.Count(html, " checked>"));
        Assert.Contains($".{diagram.Id}:has(.r4:checked) .s5{{visibility:hidden}}", html, StringComparison.Ordinal);
        // z and a come forward, δ backward
        var classes = XElement.Parse(diagram.ToSvg()).Descendants(Svg + "text").Where(text => text.Attribute("class") is not null).GroupBy(text => text.Attribute("class")!.Value, text => text.Value).ToDictionary(step => step.Key, step => string.Join("|", step));
        Assert.Contains("z  ", classes["s1"], StringComparison.Ordinal);
        Assert.DoesNotContain("δ", classes["s1"], StringComparison.Ordinal);
        Assert.Contains("y  0.99", classes["s3"], StringComparison.Ordinal);
        Assert.Contains("δ  +0.1385", classes["s4"], StringComparison.Ordinal);
        Assert.Contains("δ  +0.008771", classes["s5"], StringComparison.Ordinal);
    }

    [Fact]
    public void Ids_differ_with_the_content_and_not_with_the_machine()
    {
        Assert.Equal(All.Count, All.Values.Select(diagram => diagram.Id).Distinct().Count());
        Assert.Equal(All["network"].Id, Backpropagation.Run(Examples.Mazur).NetworkDiagram(0).Id);
    }

    [Fact]
    public void The_mean_shows_means()
    {
        var trace = Backpropagation.Run(Examples.TwoOutputsFourSamples);
        var text = All["network-mean"].ToText();
        var z = Enumerable.Range(0, 4).Average(i => trace.Value($"z[1][0]@{i}"));
        Assert.Contains($"layer 1, unit 0: z = {NumberFormat.Default.Format(z)},", text, StringComparison.Ordinal);
        Assert.Contains($"(∂J/∂w = {NumberFormat.Default.Format(trace.Value("meandW[2][1,3]"))})", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Marks_show_as_glyphs()
    {
        Assert.Contains("δ  −0.03810 ✗", XElement.Parse(All["network-wrong"].ToSvg()).Value, StringComparison.Ordinal);
        Assert.Contains("delta[2][1]@0 ✗", All["network-wrong"].AltText, StringComparison.Ordinal);
        var path = Backpropagation.Run(Examples.FiveLayers).Paths("dW[1][0,2]@0").Paths[3];
        Assert.All(path.Factors, factor => Assert.Contains(factor.Quantity.Name + " ★", All["network-path"].AltText, StringComparison.Ordinal));
    }

    [Fact]
    public void Wide_layers_are_cut_and_say_so()
    {
        var network = Network.Create(WeightInitializer.Xavier(1), 3, (12, ActivationFunction.Tanh), (1, ActivationFunction.Identity));
        var diagram = Backpropagation.Run(Example.Of(network, [1, 2, 3], [0], name: "<script>alert(1)</script>")).NetworkDiagram();
        Assert.Contains("⋮ 4 more", diagram.ToSvg(), StringComparison.Ordinal);
        Assert.Contains("layer 1, unit 11:", diagram.ToText(), StringComparison.Ordinal);
        Assert.DoesNotContain("<script", diagram.ToHtml(), StringComparison.OrdinalIgnoreCase);
        Assert.Throws<ArgumentOutOfRangeException>(() => Backpropagation.Run(Examples.Mazur).NetworkDiagram(1));
    }

    [Fact]
    public void It_is_the_same_under_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fr-FR");
            Assert.Equal(All["network"].ToHtml(), Backpropagation.Run(Examples.Mazur).NetworkDiagram().ToHtml());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
