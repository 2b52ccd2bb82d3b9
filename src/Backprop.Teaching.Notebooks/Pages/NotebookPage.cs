using System.Globalization;
using System.Net;
using System.Text;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Backprop.Teaching.Notebooks;

/// <summary>A notebook with its outputs as one HTML file that works offline: no script, nothing from outside, a contents list, a print style.</summary>
/// <remarks>Outputs are the notebook's own HTML as it is; everything else is escaped, HTML inside Markdown too. Formulas in Markdown stand as their LaTeX source.</remarks>
public static class NotebookPage
{
    static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseAutoIdentifiers().UsePipeTables().UseMathematics().DisableHtml().Build();

    /// <summary>The page of a notebook.</summary>
    /// <param name="notebook">The notebook, run or not.</param>
    /// <param name="name">The notebook's name, used as the title where it has no heading.</param>
    /// <returns>An HTML document.</returns>
    public static string Write(Notebook notebook, string name)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        ArgumentNullException.ThrowIfNull(name);
        var headings = new List<(int Level, string Id, string Text)>();
        var body = new StringBuilder();
        foreach (var cell in notebook.Cells) body.Append(WriteCell(cell, headings));
        var title = headings.Count > 0 ? headings[0].Text : name;
        var page = new StringBuilder();
        page.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.Append("<title>").Append(Escape(title)).Append("</title>\n<style>\n").Append(PageStyle.Css).Append("</style>\n</head>\n<body>\n");
        page.Append(Contents(headings)).Append("<main>\n").Append(body).Append("</main>\n</body>\n</html>\n");
        return page.ToString();
    }

    /// <summary>Writes the page whole or not at all, to <c>FOLDER/NAME.html</c>.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="folder">The folder; it is made if it is missing.</param>
    /// <param name="name">The notebook's name without ending.</param>
    /// <returns>The path of the page.</returns>
    /// <exception cref="IOException">The page cannot be written; an older one is unchanged.</exception>
    public static string Save(Notebook notebook, string folder, string name)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, name + ".html");
        var temporary = Path.Combine(folder, "." + name + ".html.saving");
        File.WriteAllText(temporary, Write(notebook, name), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        File.Move(temporary, path, overwrite: true);
        return path;
    }

    static string Contents(List<(int Level, string Id, string Text)> headings)
    {
        if (headings.Count < 2) return "";
        var items = headings.Where(heading => heading.Level <= 3).Select(heading => $"<li class=\"level{heading.Level.ToString(CultureInfo.InvariantCulture)}\"><a href=\"#{Escape(heading.Id)}\">{Escape(heading.Text)}</a></li>\n");
        return $"<nav aria-label=\"contents\">\n<ul>\n{string.Concat(items)}</ul>\n</nav>\n";
    }

    static string WriteCell(Cell cell, List<(int Level, string Id, string Text)> headings) => cell.Kind switch
    {
        CellKind.Markdown => WriteMarkdown(cell.Source, headings),
        CellKind.Code => WriteCode(cell),
        _ => $"<pre class=\"raw\">{Escape(cell.Source)}</pre>\n",
    };

    static string WriteMarkdown(string source, List<(int Level, string Id, string Text)> headings)
    {
        var document = Markdown.Parse(source, Pipeline);
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            // the same heading in two cells needs two ids
            var attributes = Markdig.Renderers.Html.HtmlAttributesExtensions.GetAttributes(heading);
            var id = attributes.Id is { Length: > 0 } own ? own : "section";
            if (headings.Any(known => known.Id == id)) id += "-" + headings.Count.ToString(CultureInfo.InvariantCulture);
            attributes.Id = id;
            headings.Add((heading.Level, id, string.Concat(heading.Inline?.Descendants<LiteralInline>().Select(literal => literal.Content.ToString()) ?? [])));
        }
        return $"<section class=\"text\">\n{document.ToHtml(Pipeline)}</section>\n";
    }

    static string WriteCode(Cell cell)
    {
        var html = new StringBuilder("<section class=\"cell\">\n");
        html.Append("<pre class=\"code\" tabindex=\"0\"><code>").Append(Escape(cell.Source)).Append("</code></pre>\n");
        var outputs = string.Concat(cell.Outputs.Select(WriteOutput));
        // what a prediction is about is not given away
        if (outputs.Length > 0) html.Append(cell.Is(CellTag.Predict) ? $"<details><summary>show the output</summary>{outputs}</details>\n" : outputs);
        return html.Append("</section>\n").ToString();
    }

    static string WriteOutput(CellOutput output)
    {
        if (output.Error is { } error) return $"<pre class=\"error\" tabindex=\"0\">{Escape(string.Join('\n', error.Traceback))}</pre>\n";
        if (output.Bundle is not { } bundle) return $"<pre class=\"{(output.Stream == "stderr" ? "error" : "printed")}\" tabindex=\"0\">{Escape(output.Text)}</pre>\n";
        return bundle.Contents.TryGetValue(MimeBundle.Html, out var html)
            ? $"<div class=\"output\">{html}</div>\n"
            : $"<pre class=\"output\" tabindex=\"0\">{Escape(bundle.Text)}</pre>\n";
    }

    static string Escape(string text) => WebUtility.HtmlEncode(text);
}
