using System.Text.Json;
using System.Xml.Linq;

namespace Backprop.Teaching.Tests.Figures;

public class FigureSnapshotTests
{
    public static TheoryData<string> Names => [.. ReadyMade.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_svg_and_the_json_are_the_ones_that_were_looked_at(string name)
    {
        var figure = ReadyMade.All[name];
        Expectation.Matches($"Figures/{name}.svg", XElement.Parse(figure.ToSvg()).ToString().ReplaceLineEndings("\n"));
        using var json = JsonDocument.Parse(figure.ToPlotlyJson());
        Expectation.Matches($"Figures/{name}.json", figure.AltText + "\n" + Indented(json));
    }

    // one trace or member of the layout in a line
    static string Indented(JsonDocument json) => string.Join("\n", json.RootElement.GetProperty("data").EnumerateArray().Select(trace => trace.GetRawText())
        .Concat(json.RootElement.GetProperty("layout").EnumerateObject().Select(member => member.ToString())));
}
