namespace Backprop.Teaching.Notebooks;

/// <summary>
/// What a Markdown cell right after one tagged <c>predict</c> begins with: its first paragraph says what was to be predicted, so
/// a reader opens it.
/// </summary>
static class PredictedAnswer
{
    const string Open = "<details><summary>After the cell has run</summary>\n\n";
    const string Close = "\n\n</details>";

    /// <summary>The cells, each answer folded.</summary>
    public static IEnumerable<Cell> Folded(IReadOnlyList<Cell> cells) => cells.Select((cell, index) => IsAfterPrediction(cells, index) && Split(cell.Source) is var (answer, rest)
        ? cell with { Source = Open + answer + Close + (rest.Length > 0 ? "\n\n" + rest : "") }
        : cell);

    /// <summary>Whether the cell is Markdown right after a prediction.</summary>
    public static bool IsAfterPrediction(IReadOnlyList<Cell> cells, int index) => index > 0 && cells[index].Kind == CellKind.Markdown && cells[index - 1].Is(CellTag.Predict);

    /// <summary>The first paragraph, folded or not, and what comes after it; null where the cell begins with a heading.</summary>
    public static (string Answer, string After)? Split(string source)
    {
        var (text, mark) = source.StartsWith(Open, StringComparison.Ordinal) ? (source[Open.Length..], Close) : (source, "\n\n");
        if (text.StartsWith('#')) return null;
        var end = text.IndexOf(mark, StringComparison.Ordinal);
        return end < 0 ? (text, "") : (text[..end], text[(end + mark.Length)..].TrimStart('\n'));
    }
}
