using System.Text.RegularExpressions;

namespace Backprop.Teaching.Notebooks.Tests;

public class NotebookPageTests
{
    const string Sneaky = "<script>alert(1)</script>";

    static Cell Markdown(string source) => new() { Id = "m", Kind = CellKind.Markdown, Source = source };

    static Cell Code(string source, params CellOutput[] outputs) => new() { Id = "c", Kind = CellKind.Code, Source = source, Outputs = outputs };

    [Fact]
    public void A_page_has_title_contents_code_and_outputs()
    {
        var page = NotebookPage.Write(
            new([Markdown("# A lesson\n\nWords, and $a_1$."), Markdown("## A part"), Markdown("## A part"), Code("1 + 1", CellOutput.Shown(MimeBundle.OfText("2").With(MimeBundle.Html, "<b>2</b>"), true)), Code("x", CellOutput.Printed("stdout", "hello"))]), "lesson");
        Assert.Contains("<title>A lesson</title>", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#a-lesson\">A lesson</a>", page, StringComparison.Ordinal);
        Assert.Contains("<code>1 + 1</code>", page, StringComparison.Ordinal);
        Assert.Contains("<div class=\"output\"><b>2</b></div>", page, StringComparison.Ordinal);
        Assert.Contains(">hello</pre>", page, StringComparison.Ordinal);
        Assert.Contains("a_1", page, StringComparison.Ordinal);
        // two headings of the same words have two ids
        var ids = Regex.Matches(page, "<h\\d id=\"([^\"]+)\"").Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(3, ids.Count);
        Assert.Equal(3, ids.Distinct().Count());
    }

    [Fact]
    public void Nothing_from_the_notebook_but_its_html_outputs_is_markup()
    {
        var page = NotebookPage.Write(
            new([Markdown($"# {Sneaky}\n\n{Sneaky}"), Code(Sneaky, CellOutput.Printed("stdout", Sneaky), CellOutput.Shown(MimeBundle.OfText(Sneaky), true), CellOutput.Failed(new("Error", Sneaky, [Sneaky])))]), Sneaky);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.Equal(7, Regex.Count(page, Regex.Escape("&lt;script&gt;alert(1)&lt;/script&gt;")));
    }

    [Fact]
    public void A_page_asks_for_nothing_from_outside() =>
        Assert.DoesNotMatch("(src|href)=\"(?!#)|url\\(|@import", NotebookPage.Write(new([Markdown("# One\n## Two"), Code("1")]), "lesson"));

    [Fact]
    public void The_output_of_a_prediction_is_folded()
    {
        var cell = Code("1", CellOutput.Printed("stdout", "2")) with { Tags = [CellTag.Predict] };
        Assert.Matches("<details><summary>show the output</summary><pre[^>]*>2</pre>", NotebookPage.Write(new([cell]), "lesson"));
    }

    [Fact]
    public void A_page_is_written_whole_into_a_folder_that_is_made()
    {
        var folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName(), "pages");
        try
        {
            var path = NotebookPage.Save(new([Code("1")]), folder, "lesson");
            Assert.Equal([path], Directory.GetFiles(folder));
            Assert.EndsWith("</html>\n", File.ReadAllText(path), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
        }
    }
}
