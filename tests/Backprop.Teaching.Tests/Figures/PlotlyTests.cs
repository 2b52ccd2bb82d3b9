namespace Backprop.Teaching.Tests.Figures;

/// <summary>What the real plotly.js says of our figures.</summary>
public class PlotlyTests
{
    [NodeFact("plotly.js-cartesian-dist-min")]
    public void Plotly_finds_nothing_in_any_ready_made_figure() =>
        Assert.Equal("[]", Validate($"[{string.Join(',', ReadyMade.All.Values.Select(figure => figure.ToPlotlyJson()))}]"));

    [NodeFact("plotly.js-cartesian-dist-min")]
    public void Plotly_finds_a_wrong_mode() =>
        Assert.Contains("mode", Validate("""[{"data":[{"type":"scatter","x":[1],"y":[2],"mode":"nonsense"}],"layout":{}}]"""), StringComparison.Ordinal);

    static string Validate(string figures) => NodeScript.Run("plotly.mjs", figures);
}
