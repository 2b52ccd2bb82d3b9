using System.Text;

namespace Backprop.Teaching;

/// <summary>The rows and entries of a written vector or matrix: <c>[0.1, 0.2; 0.3, 0.4]</c>, <c>[[0.1, 0.2], [0.3, 0.4]]</c>, as NumPy prints it, or a row for each line.</summary>
static class AnswerRows
{
    static readonly char[] Spaces = [' ', '\t'];

    public static string[][] Of(string text) => [.. RowsParted(text).Split(';').Select(Entries).Where(row => row.Length > 0)];

    // without brackets: each inner ] ends a row, and so does a line's end outside of brackets
    static string RowsParted(string text)
    {
        var parted = new StringBuilder();
        var depth = 0;
        var afterRow = false;
        foreach (var c in text.ReplaceLineEndings("\n"))
        {
            if (afterRow && (c == ',' || char.IsWhiteSpace(c)))
            {
                // one comma between two inner rows belongs to neither
                afterRow = c != ',';
                continue;
            }
            afterRow = c == ']';
            if (c == '[') depth++;
            else if (c == ']') depth--;
            parted.Append(c switch
            {
                '[' => "",
                ']' => ";",
                '\n' => depth > 0 ? " " : ";",
                _ => c,
            });
        }
        return parted.ToString();
    }

    static string[] Entries(string row)
    {
        if (string.IsNullOrWhiteSpace(row)) return [];
        var entries = row.Contains(',', StringComparison.Ordinal) ? row.Split(',') : row.Split(Spaces, StringSplitOptions.RemoveEmptyEntries);
        return [.. entries.Select(entry => entry.Trim())];
    }
}
