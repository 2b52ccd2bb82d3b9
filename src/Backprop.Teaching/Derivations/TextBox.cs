namespace Backprop.Teaching;

/// <summary>Lines of text with one that carries the formula: what stands side by side is aligned on it.</summary>
/// <param name="Lines">Lines of equal length.</param>
/// <param name="Baseline">The line on which the neighbours stand.</param>
sealed record TextBox(IReadOnlyList<string> Lines, int Baseline)
{
    public int Width => Lines.Count == 0 ? 0 : Lines[0].Length;

    public static TextBox Of(string text) => new([text], 0);

    public static TextBox Beside(IEnumerable<TextBox> boxes)
    {
        var parts = boxes.Where(box => box.Width > 0).ToList();
        if (parts.Count == 0) return Of("");
        var above = parts.Max(box => box.Baseline);
        var below = parts.Max(box => box.Lines.Count - 1 - box.Baseline);
        var lines = new string[above + below + 1];
        for (var line = 0; line < lines.Length; line++)
            lines[line] = string.Concat(parts.Select(box =>
            {
                var own = line - above + box.Baseline;
                return own >= 0 && own < box.Lines.Count ? box.Lines[own] : new string(' ', box.Width);
            }));
        return new(lines, above);
    }

    public static TextBox Matrix(IReadOnlyList<IReadOnlyList<string>> cells)
    {
        var widths = Enumerable.Range(0, cells[0].Count).Select(c => cells.Max(row => row[c].Length)).ToArray();
        var lines = new List<string>();
        for (var r = 0; r < cells.Count; r++)
        {
            var (open, close) = cells.Count == 1 ? ('[', ']') : r == 0 ? ('⎡', '⎤') : r == cells.Count - 1 ? ('⎣', '⎦') : ('⎢', '⎥');
            lines.Add($"{open} {string.Join("  ", cells[r].Select((cell, c) => cell.PadLeft(widths[c])))} {close}");
        }
        return new(lines, (cells.Count - 1) / 2);
    }

    public override string ToString() => string.Join('\n', Lines.Select(line => line.TrimEnd()));
}
