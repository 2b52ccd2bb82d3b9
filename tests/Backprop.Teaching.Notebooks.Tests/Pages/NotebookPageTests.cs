using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Backprop.Teaching.Notebooks.Tests;

public class NotebookPageTests
{
    const string Sneaky = "<script>alert(1)</script>";
    const string PlotlyMimeType = "application/vnd.plotly.v1+json";

    static Cell Markdown(string source) => new() { Id = "m", Kind = CellKind.Markdown, Source = source };

    static Cell Code(string source, params CellOutput[] outputs) => new() { Id = "c", Kind = CellKind.Code, Source = source, Outputs = outputs };

    [Fact]
    public void A_page_has_title_contents_code_and_outputs()
    {
        var page = NotebookPage.Write(
            new([Markdown("# A lesson\n\nWords, and $a_1$."), Markdown("## A part"), Markdown("## A part"), Code("1 + 1", CellOutput.Shown(MimeBundle.OfText("2").With(MimeBundle.Html, "<b>2</b>"), true)), Code("x", CellOutput.Printed("stdout", "hello"))]), "lesson");
        Assert.Contains("<title>A lesson</title>", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#a-lesson\">A lesson</a>", page, StringComparison.Ordinal);
        Assert.Contains("<code><span class=\"n\">1</span> + <span class=\"n\">1</span></code>", page, StringComparison.Ordinal);
        Assert.Contains("<div class=\"output step\"><b>2</b></div>", page, StringComparison.Ordinal);
        Assert.Contains(">hello</pre>", page, StringComparison.Ordinal);
        Assert.Contains("<span class=\"math\">$a_1$</span>", page, StringComparison.Ordinal);
        // two headings of the same words have two ids
        var ids = Regex.Matches(page, "<h\\d id=\"([^\"]+)\"").Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(3, ids.Count);
        Assert.Equal(3, ids.Distinct().Count());
    }

    [Fact]
    public void Nothing_from_the_notebook_but_its_html_outputs_is_markup()
    {
        var figure = MimeBundle.OfText(Sneaky).With(PlotlyMimeType, """{"data":[{"name":"SNEAKY"}],"layout":{"title":{"text":"SNEAKY"}}}""".Replace("SNEAKY", Sneaky, StringComparison.Ordinal));
        var page = NotebookPage.Write(
            new([
                Markdown($"# {Sneaky}\n\n{Sneaky} `{Sneaky}` ${Sneaky}$ [a](javascript:alert(1))\n\n```csharp\n{Sneaky}\n```\n\n```\n{Sneaky}\n```\n\n$$\n{Sneaky}\n$$"),
                Code($"\"{Sneaky}\" // {Sneaky}", CellOutput.Printed("stdout", Sneaky), CellOutput.Shown(MimeBundle.OfText(Sneaky), true), CellOutput.Shown(figure, true), CellOutput.Failed(new("Error", Sneaky, [Sneaky]))),
            ]),
            Sneaky);
        var without = Regex.Replace(page, "<script( type=\"(application/json|text/plain)\"[^>]*)?>.*?</script>", "", RegexOptions.Singleline);
        Assert.DoesNotContain("<script", without, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("alert(1)<", without, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Sneaky, page, StringComparison.Ordinal);
        // title, heading, paragraph, code span, two formulas, two blocks, code twice, printed, shown, alt text, traceback
        Assert.Equal(14, Regex.Count(Regex.Replace(without, "<[^>]*>", ""), "&lt;script&gt;alert\\(1\\)&lt;/script&gt;|&lt;script&gt;alert\\(1\\)&lt;"));
    }

    [Fact]
    public void A_page_asks_for_nothing_from_outside()
    {
        var page = NotebookPage.Write(new([Markdown("# One\n## Two"), Code("1")]), "lesson");
        Assert.DoesNotMatch("(src|href)=\"(?!#)|url\\(|@import", page);
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_output_of_a_prediction_is_folded()
    {
        var cell = Code("1", CellOutput.Printed("stdout", "2")) with { Tags = [CellTag.Predict] };
        Assert.Matches("<details class=\"fold\"><summary>predict first, then show the output</summary>\\s*<pre[^>]*>2</pre>", NotebookPage.Write(new([cell]), "lesson"));
    }

    [Theory]
    [InlineData("It is *two*.\n\nNow the rest.")]
    [InlineData("<details><summary>After the cell has run</summary>\n\nIt is *two*.\n\n</details>\n\nNow the rest.")]
    public void So_is_the_paragraph_after_it_whether_laid_out_for_students_or_not(string source)
    {
        var cell = Code("1", CellOutput.Printed("stdout", "2")) with { Tags = [CellTag.Predict] };
        var page = NotebookPage.Write(new([cell, new() { Id = "m", Kind = CellKind.Markdown, Source = source }]), "lesson");
        Assert.Matches("<pre[^>]*>2</pre>\\s*<div class=\"text step\">\\s*<p>It is <em>two</em>.</p>\\s*</div>\\s*</details>", page);
        Assert.Matches("</details>[^§]*<p>Now the rest.</p>", page);
        Assert.Single(Regex.Matches(page, "two</em>"));
        Assert.DoesNotContain("After the cell", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_heading_after_a_prediction_is_not_folded()
    {
        var page = NotebookPage.Write(new([Code("1", CellOutput.Printed("stdout", "2")) with { Tags = [CellTag.Predict] }, new() { Id = "m", Kind = CellKind.Markdown, Source = "## On\n\nTwo." }]), "lesson");
        Assert.Matches("</details>[^§]*On</h2>[^§]*<p>Two.</p>", page);
    }

    [Fact]
    public void A_setup_and_a_solution_are_folded_and_a_solution_reads_as_code()
    {
        var page = NotebookPage.Write(new([Code("using System;") with { Tags = [CellTag.Setup] }, Code("// var x = 1;") with { Tags = [CellTag.Solution] }]), "lesson");
        Assert.Equal(2, Regex.Count(page, "<details class=\"fold"));
        Assert.Contains("<span class=\"k\">var</span> x = ", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_slide_begins_with_a_heading_and_with_words_after_code()
    {
        var page = NotebookPage.Write(new([Markdown("# A\n## B\nwords\n\n## C\nwords"), Markdown("more words"), Code("1"), Code("2"), Markdown("afterwards"), Code("3")]), "lesson");
        var slides = page.Split("<div class=\"slide\">").Skip(1).ToList();
        Assert.Equal([1, 4, 2], slides.Select(slide => Regex.Count(slide, "class=\"[a-z]+ step\"")));
    }

    [Fact]
    public void Libraries_are_in_a_page_once_and_only_where_something_needs_them()
    {
        var figure = CellOutput.Shown(MimeBundle.OfText("alt").With(MimeBundle.Html, "<svg></svg>").With(PlotlyMimeType, """{"data":[],"layout":{}}"""), true);
        var page = NotebookPage.Write(new([Markdown("$a$ and $b$"), Code("1", figure, figure)]), "lesson");
        foreach (var library in PageAssets.Libraries.Where(PageAssets.Has)) Assert.Equal(1, Regex.Count(page, $"id=\"library-{library}\""));
        Assert.DoesNotContain("id=\"library-", NotebookPage.Write(new([Markdown("words"), Code("1")]), "lesson"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_drawing_twice_has_two_ids()
    {
        var drawing = CellOutput.Shown(MimeBundle.OfText("alt").With(MimeBundle.Html, "<svg aria-labelledby=\"f0123456789-t\"><title id=\"f0123456789-t\">a</title></svg>"), true);
        var page = NotebookPage.Write(new([Code("1", drawing, drawing), Code("2", drawing)]), "lesson");
        var ids = Regex.Matches(page, "<title id=\"([^\"]+)\"").Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(3, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Equal(2, Regex.Count(page, $"\"{id}\"")));
    }

    [Fact]
    public void A_link_to_a_notebook_leads_to_its_page_and_an_attachment_is_in_the_page()
    {
        var page = NotebookPage.Write(new([Markdown("[next](../notebooks/02-b.ipynb#part) [file](data.csv) [web](https://example.org/a.ipynb)\n\n![drawing](attachment:a.png)") with { Attachments = new() { ["a.png"] = new JsonObject { ["image/png"] = "QUJD" } } }]), "lesson");
        Assert.Contains("href=\"02-b.html#part\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"data.csv\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"https://example.org/a.ipynb\"", page, StringComparison.Ordinal);
        Assert.Contains("src=\"data:image/png;base64,QUJD\"", page, StringComparison.Ordinal);
    }
}
