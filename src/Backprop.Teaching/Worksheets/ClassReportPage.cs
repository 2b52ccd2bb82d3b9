using System.Globalization;
using System.Text;

namespace Backprop.Teaching;

/// <summary>Writes a class report as one page: the bars, whose sheets stand behind each, the table, what could not be read.</summary>
static class ClassReportPage
{
    public static string Write(ClassReport report)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<h1>Class report</h1>\n<p>{Escape(report.Summary)}</p>\n");
        if (report.Histogram() is { } figure)
        {
            html.Append(CultureInfo.InvariantCulture, $"<figure style=\"margin:4mm 0\">{figure.ToSvg()}<figcaption class=\"quiet\">{Escape(figure.AltText)}</figcaption></figure>\n");
            Table(html, ["mistake", "it is what you get if", "sheets", "whose"], report.Causes.Select(cause => (string[])[cause.Cause, cause.Words, InWords.Plain(cause.Students.Length), string.Join(", ", cause.Students)]));
        }
        html.Append("<h2>Sheet by sheet</h2>\n");
        Table(html, ["student", "right", "first wrong number", "mistake", "in words"], report.Sheets.Where(sheet => sheet.Report is not null).Select(Row));
        if (report.Unreadable.Any())
        {
            html.Append("<h2>Not read</h2>\n<ul>");
            foreach (var sheet in report.Unreadable) html.Append(CultureInfo.InvariantCulture, $"<li>{Escape(sheet.Problem!)}</li>");
            html.Append("</ul>\n");
        }
        return TeachingPage.Write("Class report", html.ToString());
    }

    static string[] Row(GradedSheet sheet) =>
    [
        sheet.Student, $"{sheet.RightCount} of {sheet.AskedCount}", sheet.Report!.FirstWrong is { } wrong ? $"line {wrong.Answer.Line}, {wrong.Answer.Label} = {Excerpt.Of(wrong.Answer.Text)}" : "",
        string.Join(" ", sheet.Causes), sheet.Words,
    ];

    static void Table(StringBuilder html, string[] header, IEnumerable<string[]> rows)
    {
        html.Append("<table class=\"list\"><thead><tr>").AppendJoin("", header.Select(cell => $"<th scope=\"col\">{Escape(cell)}</th>")).Append("</tr></thead><tbody>");
        foreach (var row in rows)
            html.Append("<tr>").AppendJoin("", row.Select((cell, n) => n == 0 ? $"<th scope=\"row\">{Escape(cell)}</th>" : $"<td>{Escape(cell)}</td>")).Append("</tr>\n");
        html.Append("</tbody></table>\n");
    }

    static string Escape(string text) => TeachingPage.Escape(text);
}
