using System.Buffers;
using System.Globalization;
using System.Text;

namespace Backprop.Teaching;

/// <summary>Writes a table as CSV that a spreadsheet opens without computing anything: a text that looks like a formula has an apostrophe before it.</summary>
sealed class CsvWriter
{
    static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n;\t");

    readonly StringBuilder text = new();

    public void Line(params IReadOnlyList<string> fields) => text.AppendJoin(',', fields.Select(Field)).Append('\n');

    public override string ToString() => text.ToString();

    static string Field(string field)
    {
        var safe = IsFormula(field) ? "'" + field : field;
        return safe.AsSpan().IndexOfAny(Special) < 0 ? safe : "\"" + safe.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }

    // what spreadsheets take for a formula; a number may begin with its sign
    static bool IsFormula(string field) => field.AsSpan().TrimStart() is [var first, ..] && (first is '=' or '+' or '-' or '@' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20' || field[0] is '\t' or '\r')
        && !double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
