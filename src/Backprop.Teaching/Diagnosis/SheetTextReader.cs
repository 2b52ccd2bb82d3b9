namespace Backprop.Teaching;

/// <summary>Reads a sheet in plain text: <c>name = number</c> or <c>setting: value</c> on each line, comments behind <c>#</c>.</summary>
static class SheetTextReader
{
    static readonly char[] Equal = ['=', '≈'];

    public static List<SheetEntry> Read(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var entries = new List<SheetEntry>();
        for (var n = 0; n < lines.Length; n++)
        {
            var line = WithoutComment(lines[n]);
            if (string.IsNullOrWhiteSpace(line)) continue;
            var first = n;
            // a bracket that is open goes on in the next line
            while (Depth(line) > 0 && n + 1 < lines.Length) line += " " + WithoutComment(lines[++n]);
            if (Depth(line) > 0) throw new InvalidInputException("", "", "a bracket [ that is never closed", "]", null, first + 1, Open(line) + 1);
            entries.Add(Entry(line, first + 1));
        }
        return entries;
    }

    static SheetEntry Entry(string line, int number)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var equal = line.IndexOfAny(Equal);
        if (colon > 0 && (equal < 0 || colon < equal) && SheetSetting.Of(line[..colon]) is not null) return Parted(line, colon, true, number);
        // rate = 0.5 is meant as rate: 0.5
        if (equal > 0) return Parted(line, equal, SheetSetting.Of(line[..equal]) is SheetSetting.Rate or SheetSetting.Lambda, number);
        if (colon > 0) return Parted(line, colon, false, number);
        var start = line.Length - line.TrimStart().Length;
        if (SheetSetting.Of(line) == SheetSetting.Answers) return new(line.Trim(), "", true, number, start + 1, line.Length + 1);
        throw new InvalidInputException("", "", Excerpt.Quoted(line.Trim()), "name = number, as in delta[2][0] = 0.1385, or a setting such as count from: 1", null, number, start + 1);
    }

    static SheetEntry Parted(string line, int at, bool isSetting, int number)
    {
        var (name, text) = (line[..at], line[(at + 1)..]);
        return new(name.Trim(), text.Trim(), isSetting, number, name.Length - name.TrimStart().Length + 1, at + 2 + (text.Length - text.TrimStart().Length));
    }

    // a comment begins a line or stands behind a space
    static string WithoutComment(string line)
    {
        for (var at = line.IndexOf('#', StringComparison.Ordinal); at >= 0; at = line.IndexOf('#', at + 1))
            if (at == 0 || char.IsWhiteSpace(line[at - 1])) return line[..at];
        return line;
    }

    // the last bracket that nothing closes
    static int Open(string line)
    {
        var open = new Stack<int>();
        for (var n = 0; n < line.Length; n++)
        {
            if (line[n] == '[') open.Push(n);
            else if (line[n] == ']') open.TryPop(out _);
        }
        return open.TryPop(out var at) ? at : 0;
    }

    static int Depth(string line) => line.Count(c => c == '[') - line.Count(c => c == ']');
}
