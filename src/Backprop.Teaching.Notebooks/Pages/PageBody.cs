using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Backprop.Teaching.Notebooks;

/// <summary>
/// The cells of a notebook as HTML, in slides: a slide begins with a heading, or with words after code. What the presenter view
/// uncovers in turn has the class <c>step</c>.
/// </summary>
sealed partial class PageBody
{
    const string PlotlyMimeType = "application/vnd.plotly.v1+json";

    readonly PageMarkdown markdown = new();
    readonly HashSet<string> ids = new(StringComparer.Ordinal);
    readonly StringBuilder html = new();
    bool hasCode, isOpen;

    public PageBody(Notebook notebook)
    {
        for (var i = 0; i < notebook.Cells.Count; i++) Write(notebook.Cells, i);
        if (isOpen) html.Append("</div>\n");
    }

    /// <summary>The headings.</summary>
    public IReadOnlyList<PageHeading> Headings => markdown.Headings;

    /// <summary>Whether a formula in Markdown needs KaTeX.</summary>
    public bool HasFormulas => markdown.HasFormulas;

    /// <summary>Whether a figure can use plotly.js.</summary>
    public bool HasFigures { get; private set; }

    /// <summary>The slides.</summary>
    public string Html => html.ToString();

    void Write(IReadOnlyList<Cell> cells, int index)
    {
        var cell = cells[index];
        switch (cell.Kind)
        {
            case CellKind.Markdown when PredictedAnswer.IsAfterPrediction(cells, index) && PredictedAnswer.Split(cell.Source) is var (_, rest):
                WriteMarkdown(cell with { Source = rest });
                break;
            case CellKind.Markdown: WriteMarkdown(cell); break;
            case CellKind.Code when index + 1 < cells.Count && PredictedAnswer.IsAfterPrediction(cells, index + 1): WriteCode(cell, cells[index + 1]); break;
            case CellKind.Code: WriteCode(cell, null); break;
            default: Slide(false).Append("<pre class=\"raw step\">").Append(Escape(cell.Source)).Append("</pre>\n"); break;
        }
    }

    StringBuilder Slide(bool isNew)
    {
        if (isOpen && !isNew) return html;
        if (isOpen) html.Append("</div>\n");
        (isOpen, hasCode) = (true, false);
        return html.Append("<div class=\"slide\">\n");
    }

    void WriteMarkdown(Cell cell)
    {
        var isFirst = true;
        foreach (var piece in markdown.Write(cell))
        {
            Slide(!isFirst || hasCode || StartsWithHeading().IsMatch(piece)).Append("<div class=\"text step\">\n").Append(piece).Append("</div>\n");
            isFirst = false;
        }
    }

    void WriteCode(Cell cell, Cell? answer)
    {
        Slide(false);
        var outputs = string.Concat(cell.Outputs.Select(WriteOutput));
        if (cell.Is(CellTag.Setup))
        {
            html.Append("<details class=\"fold setup\"><summary>setup: references and usings</summary>\n").Append(Code(cell.Source, "code")).Append("</details>\n").Append(outputs);
            return;
        }
        hasCode = true;
        if (cell.Is(CellTag.Solution)) html.Append(Folded("show a solution", Code(SolutionCell.Uncomment(cell.Source), "code step") + outputs));
        else html.Append(Code(cell.Source, "code step")).Append(cell.Is(CellTag.Predict) ? Prediction(outputs, answer) : outputs);
    }

    // what a prediction is about is given away neither by the output nor by the words after it
    string Prediction(string outputs, Cell? answer)
    {
        if (answer is not null && PredictedAnswer.Split(answer.Source) is var (said, _))
            outputs += $"<div class=\"text step\">\n{string.Concat(markdown.Write(answer with { Source = said }))}</div>\n";
        return outputs.Length > 0 ? Folded("predict first, then show the output", outputs) : "";
    }

    static string Code(string source, string style) => $"<pre class=\"{style}\"><code>{CodeHighlighter.Write(source)}</code></pre>\n";

    static string Folded(string summary, string content) => $"<details class=\"fold\"><summary>{summary}</summary>\n{content}</details>\n";

    string WriteOutput(CellOutput output)
    {
        if (output.Error is { } error) return $"<pre class=\"error step\">{Escape(string.Join('\n', error.Traceback))}</pre>\n";
        if (output.Bundle is not { } bundle) return $"<pre class=\"{(output.Stream == "stderr" ? "error" : "printed")} step\">{Escape(output.Text)}</pre>\n";
        var isFigure = bundle.Contents.TryGetValue(PlotlyMimeType, out var figure);
        var hasHtml = bundle.Contents.TryGetValue(MimeBundle.Html, out var shown);
        if (!isFigure) return hasHtml ? $"<div class=\"output step\">{WithIdsOfItsOwn(shown!)}</div>\n" : $"<pre class=\"shown step\">{Escape(bundle.Text)}</pre>\n";
        HasFigures = true;
        // in JSON a < stands only in texts, where it can be written so that no markup begins
        var json = figure!.Replace("<", "\\u003c", StringComparison.Ordinal);
        return $"<div class=\"output figure step\"><div class=\"still\">{(hasHtml ? WithIdsOfItsOwn(shown!) : Escape(bundle.Text))}</div><script type=\"application/json\">{json}</script></div>\n";
    }

    // a drawing that is shown twice has the same id twice
    string WithIdsOfItsOwn(string output)
    {
        foreach (var id in DrawingId().Matches(output).Select(match => match.Value).Distinct().Where(id => !ids.Add(id)).ToList())
        {
            var other = id;
            for (var n = 2; !ids.Add(other); n++) other = $"{id}x{n.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
            output = output.Replace(id, other, StringComparison.Ordinal);
        }
        return output;
    }

    static string Escape(string text) => WebUtility.HtmlEncode(text);

    [GeneratedRegex("^<h[1-6]")]
    private static partial Regex StartsWithHeading();

    [GeneratedRegex("\\b[fn][0-9a-f]{10}\\b")]
    private static partial Regex DrawingId();
}
