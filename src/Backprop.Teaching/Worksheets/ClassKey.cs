using System.Globalization;
using System.Text;

namespace Backprop.Teaching;

/// <summary>Writes the key of a class: on a page to print, and as a table.</summary>
static class ClassKey
{
    public static string Page(ClassSet set)
    {
        var title = $"Class key: {set.Worksheets[0].Plan.Shape}, {InWords.Of(set.Worksheets.Length, "student")}";
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<h1>{TeachingPage.Escape(title)}</h1>\n<p class=\"quiet\">Four significant digits. Each student has other numbers.</p>\n");
        for (var n = 0; n < set.Worksheets.Length; n++)
        {
            var sheet = set.Worksheets[n];
            html.Append(CultureInfo.InvariantCulture, $"<section class=\"group\"><h2>{TeachingPage.Escape(sheet.Plan.Student!)} <span class=\"quiet\">{TeachingPage.Escape(set.FileNames[n])}, seed {sheet.Plan.Seed}</span></h2>\n<p>");
            html.AppendJoin("; ", sheet.Asked.Select(line => $"{TeachingPage.Escape(QuantitySymbol.Of(line))} = " + string.Join(", ", AskedNumbers.Entries(line, sheet.Example.Network).Select(id => Number(sheet, id).Replace('-', '−')))));
            html.Append("</p></section>\n");
        }
        return TeachingPage.Write(title, html.ToString());
    }

    public static string Table(ClassSet set)
    {
        var csv = new CsvWriter();
        csv.Line(["student", "file", "seed", .. set.Worksheets[0].AskedEntries.Select(id => id.ToString())]);
        for (var n = 0; n < set.Worksheets.Length; n++)
        {
            var sheet = set.Worksheets[n];
            csv.Line([sheet.Plan.Student!, set.FileNames[n], sheet.Plan.Seed.ToString(CultureInfo.InvariantCulture), .. sheet.AskedEntries.Select(id => Number(sheet, id))]);
        }
        return csv.ToString();
    }

    static string Number(Worksheet sheet, QuantityId id) => NumberFormat.Exact(sheet.Value(id), Worksheet.DigitsKept);
}
