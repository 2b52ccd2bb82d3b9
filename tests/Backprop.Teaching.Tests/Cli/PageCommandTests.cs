namespace Backprop.Teaching.Tests.Cli;

public sealed class PageCommandTests : IDisposable
{
    const string First = "notebooks/00-a-first-look.ipynb", Second = "notebooks/01-chain-of-single-neurons.ipynb";

    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Several_notebooks_become_pages_that_lead_to_one_another_and_an_index()
    {
        var (code, output, _) = BackpropCommand.Run("page", First, Second, "--out", folder.At("pages"));
        Assert.Equal(0, code);
        string[] names = ["00-a-first-look.html", "01-chain-of-single-neurons.html", "index.html"];
        Assert.Equal(names.Select(name => folder.At(Path.Combine("pages", name))), output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(names, folder.Files.Order(StringComparer.Ordinal));
        Assert.Contains($"href=\"{names[1]}\"", Page(names[0]), StringComparison.Ordinal);
        Assert.All(names[..2], name => Assert.Contains($"href=\"{name}\"", Page(names[2]), StringComparison.Ordinal));
        Assert.Contains("<svg role=\"img\"", Page(names[0]), StringComparison.Ordinal);
    }

    [Fact]
    public void Shared_assets_lie_beside_the_pages_once_and_in_none_of_them()
    {
        Assert.Equal(0, BackpropCommand.Run("page", First, Second, "--out", folder.At("whole")).Code);
        var (code, _, error) = BackpropCommand.Run("page", First, Second, "--out", folder.At("pages"), "--shared-assets");
        Assert.Equal(0, code);
        // where the build had no npm there is nothing to share, and the command says so
        if (error.Contains("without plotly.js", StringComparison.Ordinal)) return;
        var assets = Directory.GetFiles(folder.At(Path.Combine("pages", "assets")));
        Assert.NotEmpty(assets);
        Assert.All(assets, asset => Assert.Contains($"assets/{Path.GetFileName(asset)}", Page("00-a-first-look.html"), StringComparison.Ordinal));
        Assert.True(Page("00-a-first-look.html").Length < File.ReadAllText(folder.At(Path.Combine("whole", "00-a-first-look.html"))).Length / 2);
    }

    [Fact]
    public void Nothing_is_written_where_one_file_is_no_notebook()
    {
        var broken = folder.Write("broken.ipynb", "{");
        var (code, output, error) = BackpropCommand.Run("page", First, broken, "--out", folder.At("pages"));
        Assert.Equal((2, ""), (code, output));
        Assert.Contains("broken.ipynb: not JSON", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.At("pages")));
    }

    string Page(string name) => File.ReadAllText(folder.At(Path.Combine("pages", name)));
}
