using System.Globalization;
using Backprop.Teaching.Tests.Figures;
using Xunit.Abstractions;

namespace Backprop.Teaching.Notebooks.Tests;

/// <summary>Pages in a real browser, from a file and offline: what <c>Clients/page.mjs</c> checks of each.</summary>
public sealed class BrowserTests(ITestOutputHelper log) : IDisposable
{
    const string Sneaky = "<script>alert(1)</script>", Quoted = "\"><img src=x onerror=alert(2)>";

    readonly string folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose()
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    static Cell Markdown(string source) => new() { Id = "m", Kind = CellKind.Markdown, Source = source };

    static Cell Code(string source, params IEnumerable<Displayable> shown) =>
        new() { Id = "c", Kind = CellKind.Code, Source = source, Outputs = [.. shown.Select(each => CellOutput.Shown(each.ToMimeBundle(), isResult: false))] };

    [ClientFact("page")]
    public void Every_ready_made_figure_is_drawn_by_plotly_and_stays_an_svg_without_script() => Look(
        new([Markdown("# Figures\n\nAll of them, and $\\delta^{(1)}_0 = f'(z)$."), Code("Show(figures)", ReadyMade.All.Values), Code("again", ReadyMade.All["loss"])]), ReadyMade.All.Count + 1);

    [ClientFact("page")]
    public void What_comes_from_data_is_text_on_the_page()
    {
        var named = Examples.Xor with { Name = Sneaky + Quoted };
        var history = GradientDescent.Train(named, new() { Epochs = 3 });
        var trace = Backpropagation.Run(named);
        Look(
            new([
                Markdown($"# {Sneaky} {Quoted}\n\n{Sneaky} ${Sneaky}$ [link](javascript:alert(3)) `{Quoted}`\n\n## {Quoted}\n\n$$\n\\href{{javascript:alert(4)}}{{x}}\n$$"),
                Code($"\"{Sneaky}\" // {Quoted}", history.LossFigure(), new[] { (Sneaky, history), (Quoted, history) }.LossFigure(), trace.NetworkDiagram(0), trace.Explain("delta[1][0]@0").Reveal(), named.DecisionRegionsFigure(points: 9)),
                new() { Id = "e", Kind = CellKind.Code, Source = "1", Outputs = [CellOutput.Printed("stdout", Sneaky), CellOutput.Printed("stderr", Quoted), CellOutput.Failed(new(Sneaky, Quoted, [Sneaky, Quoted]))] },
            ]),
            3,
            formulasStay: true);
    }

    [ClientFact("page")]
    public void The_first_lesson_is_read_presented_and_stepped_through()
    {
        var lesson = Lessons().FirstOrDefault() ?? Path.Combine(InstalledKernelFixture.RepositoryRoot, "tests", "Backprop.Teaching.Notebooks.Tests", "Documents", "sample.ipynb");
        Look(Notebook.Read(lesson), 0);
    }

    [Fact]
    public void A_lesson_page_with_all_it_embeds_is_under_2_5_megabytes() =>
        Assert.All(NotebookPages.Save([.. Lessons().Select(file => (Path.GetFileNameWithoutExtension(file), Notebook.Read(file)))], folder), page => Assert.InRange(new FileInfo(page).Length, 1, 2_500_000));

    static IEnumerable<string> Lessons() => Directory.Exists(Path.Combine(InstalledKernelFixture.RepositoryRoot, "notebooks"))
        ? Directory.EnumerateFiles(Path.Combine(InstalledKernelFixture.RepositoryRoot, "notebooks"), "*.ipynb").Order(StringComparer.Ordinal)
        : [];

    void Look(Notebook notebook, int figures, bool formulasStay = false)
    {
        // with neighbours, as a lesson has them
        var page = NotebookPages.Save([("before", new([Markdown("# Before")])), ("page", notebook), ("after", new([Markdown("# After " + Sneaky)]))], folder)[1];
        var outcome = ChildProcess.Run("node", [Path.Combine(Clients.Folder, "page.mjs"), Clients.Chromium!, page, figures.ToString(CultureInfo.InvariantCulture), formulasStay ? "formulas-stay" : ""], null, TimeSpan.FromMinutes(8));
        log.WriteLine(outcome.Text);
        Assert.True(outcome.ExitCode == 0, outcome.Text);
    }
}
