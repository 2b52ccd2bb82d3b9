namespace Backprop.Teaching.Notebooks.Tests;

public sealed class NotebookPagesTests : IDisposable
{
    readonly string folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName(), "pages");

    public void Dispose()
    {
        var above = Path.GetDirectoryName(folder)!;
        if (Directory.Exists(above)) Directory.Delete(above, recursive: true);
    }

    static Notebook Lesson(string markdown) => new([new() { Id = "m", Kind = CellKind.Markdown, Source = markdown }]);

    [Fact]
    public void One_notebook_is_one_file_written_whole()
    {
        var paths = NotebookPages.Save([("lesson", Lesson("# One"))], folder);
        Assert.Equal([Path.Combine(folder, "lesson.html")], paths);
        Assert.Equal(paths, Directory.GetFiles(folder));
        Assert.EndsWith("</html>\n", File.ReadAllText(paths[0]), StringComparison.Ordinal);
    }

    [Fact]
    public void Several_have_an_index_with_title_first_paragraph_and_minutes()
    {
        var paths = NotebookPages.Save([("01 a", Lesson("# First & $x$\n\nIt teaches *this*.\n\nTime: 20–25 minutes.")), ("02-b", Lesson("no heading"))], folder);
        var index = File.ReadAllText(paths[^1]);
        Assert.Equal("index.html", Path.GetFileName(paths[^1]));
        Assert.Contains("<a href=\"01%20a.html\">First &amp; <span class=\"math\">$x$</span></a>", index, StringComparison.Ordinal);
        Assert.Contains("<p>It teaches <em>this</em>.</p>", index, StringComparison.Ordinal);
        Assert.Contains("20–25 minutes", System.Net.WebUtility.HtmlDecode(index), StringComparison.Ordinal);
        Assert.Contains("<a href=\"02-b.html\">02-b</a>", index, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_leads_to_the_one_before_and_the_one_after()
    {
        var pages = NotebookPages.Save([("a", Lesson("# A")), ("b", Lesson("# B")), ("c", Lesson("# C"))], folder).Select(File.ReadAllText).ToList();
        Assert.Contains("<a rel=\"prev\" href=\"a.html\">← A</a>", pages[1], StringComparison.Ordinal);
        Assert.Contains("<a rel=\"next\" href=\"c.html\">C →</a>", pages[1], StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"prev\"", pages[0], StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"next\"", pages[2], StringComparison.Ordinal);
        Assert.All(pages.Take(3), page => Assert.Contains("href=\"index.html\"", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Shared_assets_lie_beside_the_pages()
    {
        NotebookPages.Save([("a", Lesson("$x$"))], folder, sharedAssets: true);
        foreach (var library in PageAssets.Libraries.Where(PageAssets.Has)) Assert.True(File.Exists(Path.Combine(folder, "assets", library + ".js")));
        Assert.True(new FileInfo(Path.Combine(folder, "a.html")).Length < 100_000);
    }

    [Fact]
    public void Names_that_would_overwrite_one_another_are_refused_before_anything_is_written()
    {
        Assert.Contains("found twice", Assert.Throws<InvalidDataException>(() => NotebookPages.Save([("a", Lesson("x")), ("A", Lesson("y"))], folder)).Message, StringComparison.Ordinal);
        Assert.Contains("index", Assert.Throws<InvalidDataException>(() => NotebookPages.Save([("a", Lesson("x")), ("index", Lesson("y"))], folder)).Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder));
    }
}
