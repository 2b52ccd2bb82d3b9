using System.Globalization;
using System.Text;

namespace Backprop.Teaching;

/// <summary>Writes the mistake key to print: for each asked number its wrong values in ascending order with the ids of the mistakes, and once what each id is.</summary>
static class MistakePage
{
    const string Css = """
        <style>.wrong { columns: 4; column-gap: 5mm; font-size: 9pt; margin: 1mm 0 3mm; padding: 0; list-style: none; } .wrong li { display: flex; gap: 2mm; break-inside: avoid; border-bottom: .2mm solid #ddd; }
        .wrong .number { min-width: 16mm; text-align: right; font-variant-numeric: tabular-nums; } h3 { break-after: avoid; }
        @media screen and (max-width: 40rem) { .wrong { columns: 2; } }</style>

        """;

    public static string Write(Worksheet worksheet)
    {
        var title = string.Create(CultureInfo.InvariantCulture, $"Mistake key: worksheet {worksheet.Plan.Shape}, seed {worksheet.Plan.Seed}");
        return TeachingPage.Write(title, $"{Css}<h1>{Escape(title)}</h1>\n{Student(worksheet)}<p>For each asked number: its wrong values to three digits, in ascending order, and the ids of the mistakes that give each. What an id means stands at the end. A wrong number that is not here may follow from an earlier one: look at the first wrong number of a sheet.</p>\n{Body(worksheet)}");
    }

    static string Student(Worksheet worksheet) => worksheet.Plan.Student is { } student ? $"<p>{Escape(student)}</p>\n" : "";

    static string Body(Worksheet worksheet)
    {
        var html = new StringBuilder();
        foreach (var table in worksheet.Mistakes())
        {
            html.Append(CultureInfo.InvariantCulture, $"<h3>{Escape(QuantitySymbol.Of(table.Quantity))} <code>{Escape(table.Quantity.ToString())}</code>, right: {Minus(NumberFormat.Exact(table.Value, MistakeNumbers.Digits))}</h3>\n");
            html.Append(table.Rows.IsEmpty ? "<p class=\"quiet\">no known mistake changes it</p>\n<ul class=\"wrong\">" : "<ul class=\"wrong\">");
            foreach (var row in table.Rows)
                html.Append(CultureInfo.InvariantCulture, $"<li title=\"{Escape(string.Join("; or if ", row.Words))}\"><span class=\"number\">{Minus(row.Text)}</span><span>{Escape(string.Join(" ", row.Rules))}</span></li>");
            html.Append("</ul>\n");
        }
        html.Append("<h2>What the ids mean</h2>\n<table class=\"list\"><thead><tr><th scope=\"col\">id</th><th scope=\"col\">it is what you get if</th></tr></thead><tbody>");
        foreach (var rule in worksheet.Numbers.Rules.GroupBy(rule => rule.Label))
            html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{Escape(rule.Key)}</th><td>{Escape(string.Join("; or if ", rule.Select(each => each.Message).Distinct()))}</td></tr>");
        return html.Append("</tbody></table>\n").ToString();
    }

    static string Minus(string number) => number.Replace('-', '−');

    static string Escape(string text) => TeachingPage.Escape(text);
}
