using System.Text;

namespace Backprop.Teaching;

/// <summary>Reads a sheet as a table, CSV: a name and a value on each line, parted by a comma, a semicolon or a tab.</summary>
/// <remarks>The commas inside the brackets of a name part nothing, with or without quotes around it.</remarks>
static class SheetTableReader
{
    static readonly char[] Separators = [';', '\t', ','];

    public static List<SheetEntry> Read(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var entries = new List<SheetEntry>();
        for (var n = 0; n < lines.Length; n++)
        {
            var line = lines[n];
            if (string.IsNullOrWhiteSpace(line) || line.TrimStart().StartsWith('#')) continue;
            var fields = Fields(line, SeparatorOf(line), n + 1);
            var (name, column) = fields[0];
            if (entries.Count == 0 && IsHeader(fields)) continue;
            if (fields.Count == 1 && SheetSetting.Of(name) == SheetSetting.Answers) fields.Add(("", line.Length + 1));
            if (fields.Count < 2 || name.Length == 0) throw new InvalidInputException("", "", Excerpt.Quoted(line.Trim()), "a name and a value, as in delta[2][0],0.1385", null, n + 1, column);
            // a remark in a third column is passed over
            entries.Add(new(name, fields[1].Text, SheetSetting.Of(name) is not null, n + 1, column, fields[1].Column));
        }
        return entries;
    }

    public static bool IsHeader(string line) => IsHeader(Fields(line, SeparatorOf(line), 1));

    static bool IsHeader(List<(string Text, int Column)> fields) =>
        fields.Count > 1 && fields[0].Text.ToUpperInvariant() is "QUANTITY" or "NAME" && fields[1].Text.ToUpperInvariant() is "VALUE" or "ANSWER" or "NUMBER";

    static char SeparatorOf(string line)
    {
        foreach (var separator in Separators)
            if (Parts(line, separator).Skip(1).Any()) return separator;
        return ',';
    }

    static List<(string Text, int Column)> Fields(string line, char separator, int number)
    {
        if (line.Count(c => c == '"') % 2 != 0) throw new InvalidInputException("", "", "a quote that is never closed", "\"", null, number, line.LastIndexOf('"') + 1);
        return [.. Parts(line, separator).Select(part => (Unquoted(part.Text), part.Start + 1 + (part.Text.Length - part.Text.TrimStart().Length)))];
    }

    static IEnumerable<(string Text, int Start)> Parts(string line, char separator)
    {
        var (start, depth, quoted) = (0, 0, false);
        for (var n = 0; n < line.Length; n++)
        {
            if (line[n] == '"') quoted = !quoted;
            if (quoted) continue;
            if (line[n] == '[') depth++;
            if (line[n] == ']') depth--;
            if (line[n] != separator || depth > 0) continue;
            yield return (line[start..n], start);
            start = n + 1;
        }
        yield return (line[start..], start);
    }

    static string Unquoted(string field)
    {
        var text = new StringBuilder(field.Trim());
        if (text.Length >= 2 && text[0] == '"' && text[^1] == '"') text.Remove(text.Length - 1, 1).Remove(0, 1).Replace("\"\"", "\"");
        return text.ToString().Trim();
    }
}
