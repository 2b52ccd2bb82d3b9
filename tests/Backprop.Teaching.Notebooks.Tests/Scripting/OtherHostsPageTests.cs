namespace Backprop.Teaching.Notebooks.Tests;

/// <summary>The cells of docs/other-hosts.md, one after the other in one session.</summary>
public sealed class OtherHostsPageTests
{
    [Fact]
    public void Figures_and_arrays_go_into_other_charting_packages()
    {
        var page = File.ReadAllText(Path.Combine(InstalledKernelFixture.RepositoryRoot, "docs", "other-hosts.md")).ReplaceLineEndings("\n");
        var cells = page.Split("```csharp\n").Skip(1).Select(part => part.Split("```")[0]).ToList();
        Assert.Equal(4, cells.Count);
        var notes = new Notes();
        var values = cells.Select(cell => notes.Value(cell) ?? "").ToList();
        Assert.Contains("\"type\":\"heatmap\"", values[0], StringComparison.Ordinal);
        Assert.Contains("\"type\":\"bar\"", values[2], StringComparison.Ordinal);
        Assert.Contains("\"type\":\"heatmap\"", values[2], StringComparison.Ordinal);
        Assert.Contains("Plotly.newPlot", values[3], StringComparison.Ordinal);
    }
}
