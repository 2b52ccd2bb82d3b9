using System.Diagnostics;
using System.Text;

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

    static string Validate(string figures)
    {
        var start = new ProcessStartInfo("node")
        {
            WorkingDirectory = Repository.At("tests/Backprop.Teaching.Tests/Clients"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
            ArgumentList = { "plotly.mjs" },
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Write(figures);
        process.StandardInput.Close();
        Assert.True(process.WaitForExit(60_000), "plotly.js did not end within a minute");
        return output.Result.Trim();
    }
}
