namespace Backprop.Teaching.Tests.Figures;

/// <summary>What the real plotly.js says of our figures.</summary>
public class PlotlyTests
{
    const string Four = "plotly.js-cartesian-dist-min", Three = "plotly.js-3";

    static readonly string ReadyMades = $"[{string.Join(',', ReadyMade.All.Values.Select(figure => figure.ToPlotlyJson()))}]";

    [NodeFact(Four)]
    public void Plotly_4_finds_nothing_in_any_ready_made_figure() => Assert.Equal("[]", Validate(ReadyMades, Four));

    [NodeFact(Three)]
    public void Plotly_3_finds_nothing_in_any_ready_made_figure() => Assert.Equal("[]", Validate(ReadyMades, Three));

    [NodeFact(Four)]
    public void Plotly_4_finds_a_wrong_mode() => Assert.Contains("mode", Validate(Wrong, Four), StringComparison.Ordinal);

    [NodeFact(Three)]
    public void Plotly_3_finds_a_wrong_mode() => Assert.Contains("mode", Validate(Wrong, Three), StringComparison.Ordinal);

    const string Wrong = """[{"data":[{"type":"scatter","x":[1],"y":[2],"mode":"nonsense"}],"layout":{}}]""";

    static string Validate(string figures, string package) => NodeScript.Run("plotly.mjs", figures, package);
}
