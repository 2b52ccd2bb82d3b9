using System.Net;
using System.Text;

namespace Backprop.Teaching;

/// <summary>Writes a display tree as an HTML fragment: no script, colours inherited, everything escaped.</summary>
sealed class DisplayHtmlWriter(NumberFormat numbers)
{
    const string Line = "1px solid rgba(128,128,128,.45)";
    const string Number = "text-align:right;font-variant-numeric:tabular-nums;padding:2px 8px;";
    const string Quiet = "opacity:.75;font-size:.85em;";

    readonly StringBuilder html = new();

    public string Write(DisplayNode node)
    {
        html.Clear();
        html.Append("<div class=\"backprop\" style=\"color:inherit;background:transparent;overflow-x:auto\">");
        Append(node);
        return html.Append("</div>").ToString();
    }

    void Append(DisplayNode node)
    {
        switch (node)
        {
            case StackNode stack: foreach (var inner in stack.Nodes) Append(inner); break;
            case HeadingNode heading: Element("div", "font-weight:600;margin:.6em 0 .2em", heading.Text); break;
            case TextNode text: foreach (var line in text.Text.Split('\n')) Element("div", "", line); break;
            case LineNode line: AppendLine(line); break;
            case TableNode table: AppendTable(table); break;
            case MatrixNode matrix: AppendMatrix(matrix); break;
            case LabelledNode labelled: AppendLabelled(labelled); break;
            case DetailsNode details:
                html.Append("<details><summary>").Append(Escape(details.Summary)).Append("</summary>");
                Append(details.Node());
                html.Append("</details>");
                break;
            case WrittenNode written: html.Append(written.Html); break;
            default: throw new ArgumentOutOfRangeException(nameof(node), node, "not a display node");
        }
    }

    void AppendLine(LineNode line)
    {
        html.Append("<div>");
        for (var i = 0; i < line.Cells.Count; i++)
        {
            if (i > 0) html.Append(" &ensp;");
            html.Append(Inline(line.Cells[i]));
        }
        html.Append("</div>");
    }

    void AppendLabelled(LabelledNode labelled)
    {
        html.Append("<div style=\"display:flex;flex-wrap:wrap;align-items:center;gap:.2em .6em;margin:.2em 0\"><code>").Append(Escape(labelled.Label)).Append("</code><span>=</span><div>");
        Append(labelled.Node);
        html.Append("</div></div>");
    }

    void AppendTable(TableNode table)
    {
        html.Append("<table style=\"border-collapse:collapse;color:inherit;background:transparent;margin:.3em 0\">");
        if (table.Caption is not null) html.Append("<caption style=\"text-align:left;font-weight:600\">").Append(Escape(table.Caption)).Append("</caption>");
        html.Append("<thead><tr>");
        for (var c = 0; c < table.Header.Count; c++)
        {
            // a header stands over its numbers, or over its words
            var align = table.Rows.Any(row => c < row.Count && row[c].Number is not null) ? "right" : "left";
            Out($"<th scope=\"col\" style=\"text-align:{align};padding:2px 8px;border-bottom:{Line}\">").Append(Inline(table.Header[c])).Append("</th>");
        }
        html.Append("</tr></thead><tbody>");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>");
            for (var c = 0; c < row.Count; c++)
            {
                var element = c == 0 ? "th" : "td";
                var scope = c == 0 ? " scope=\"row\"" : "";
                var align = row[c].Number is null ? "text-align:left;font-weight:inherit;padding:2px 8px;" : Number + "font-weight:inherit;";
                Out($"<{element}{scope} style=\"{align}border-bottom:{Line}\"{Title(row[c])}>").Append(Bare(row[c])).Append("</").Append(element).Append('>');
            }
            html.Append("</tr>");
        }
        html.Append("</tbody></table>");
    }

    void AppendMatrix(MatrixNode matrix)
    {
        html.Append("<div style=\"display:inline-flex;align-items:center;gap:.5em\"><table style=\"border-collapse:collapse;color:inherit;background:transparent;border-left:2px solid currentColor;border-right:2px solid currentColor;border-radius:6px;margin:.2em 0\"><tbody>");
        foreach (var row in matrix.Rows)
        {
            html.Append("<tr>");
            foreach (var cell in row) Out($"<td style=\"{Number}\"{Title(cell)}>").Append(Bare(cell)).Append("</td>");
            html.Append("</tr>");
        }
        Out($"</tbody></table><span style=\"{Quiet}\">").Append(Escape(matrix.Shape)).Append("</span></div>");
    }

    StringBuilder Out(string text) => html.Append(text);

    void Element(string element, string style, string text) =>
        html.Append('<').Append(element).Append(style.Length == 0 ? "" : $" style=\"{style}\"").Append('>').Append(Escape(text)).Append("</").Append(element).Append('>');

    string Inline(DisplayCell cell) => $"<span{Title(cell)}>{Bare(cell)}</span>";

    string Bare(DisplayCell cell) => cell.IsCode
        ? $"<code style=\"{Quiet}\">{Escape(cell.Format(numbers))}</code>"
        : Escape(cell.Format(numbers));

    static string Title(DisplayCell cell)
    {
        if (cell.Number is not { } number) return "";
        var full = NumberFormat.RoundTrip(number);
        return $" title=\"{Escape(cell.Name is null ? full : cell.Name + " = " + full)}\"";
    }

    static string Escape(string text) => WebUtility.HtmlEncode(text);
}
