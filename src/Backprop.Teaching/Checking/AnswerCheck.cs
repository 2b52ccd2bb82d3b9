using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>Holds a written answer against a quantity.</summary>
static class AnswerCheck
{
    public static CheckResult Of(Quantity quantity, string? answer)
    {
        if (IsMissing(answer)) return new(quantity.Id, CheckStatus.Missing, "missing");
        return quantity is ScalarQuantity scalar ? OfNumber(scalar.Id, scalar.Value, answer!) : OfTable(quantity, answer!);
    }

    public static CheckResult Of(QuantityId id, double right, WrittenNumber written) => written.IsRightFor(right)
        ? new(id, CheckStatus.Right, written.SignificantDigits is { } digits ? $"right to {WrittenDifference.Count(digits)}" : "right", written)
        : new(id, CheckStatus.Wrong, WrittenDifference.Of(written, right), written);

    public static CheckResult Of(ScalarQuantity quantity, double answer) => double.IsFinite(answer)
        ? Of(quantity.Id, quantity.Value, WrittenNumber.Of(answer))
        : new(quantity.Id, CheckStatus.Unreadable, $"found {NumberFormat.RoundTrip(answer)}, expected a finite number");

    static CheckResult OfNumber(QuantityId id, double right, string answer)
    {
        if (IsMissing(answer)) return new(id, CheckStatus.Missing, "missing");
        // [0.140] for one number is meant well
        var text = answer.Trim();
        if (text.StartsWith('[') && text.EndsWith(']') && text.IndexOfAny([',', ';']) < 0) text = text[1..^1];
        if (WrittenNumber.TryParse(text, out var written)) return Of(id, right, written);
        var expected = text.Contains(',', StringComparison.Ordinal) ? "one number with a decimal point" : "a number such as 0.140, -3.5e-4 or 3.5·10^-4";
        return new(id, CheckStatus.Unreadable, $"found {Quoted(text)}, expected {expected}");
    }

    static CheckResult OfTable(Quantity quantity, string answer)
    {
        var rows = AnswerRows.Of(answer);
        var right = QuantityEntries.Of(quantity).ToList();
        var (height, width) = quantity is MatrixQuantity matrix ? (matrix.Rows, matrix.Columns) : (right.Count, 1);
        // a vector may be written as a row or as a column
        if (quantity is VectorQuantity && rows.Length == 1) rows = [.. rows[0].Select(entry => new[] { entry })];
        if (rows.Length == 0) return new(quantity.Id, CheckStatus.Missing, "missing");
        if (Array.Exists(rows, row => row.Length != rows[0].Length))
            return new(quantity.Id, CheckStatus.WrongShape, $"found rows of {string.Join(", ", rows.Select(row => row.Length))} entries, expected {height}×{width}");
        if (rows.Length != height || rows[0].Length != width)
            return new(quantity.Id, CheckStatus.WrongShape, Shapes(rows.Length, rows[0].Length, height, width));
        return Summary(quantity.Id, [.. right.Select((entry, n) => OfNumber(entry.Id, entry.Value, rows[n / width][n % width]))]);
    }

    static CheckResult Summary(QuantityId id, ImmutableArray<CheckResult> entries)
    {
        int Number(CheckStatus status) => entries.Count(entry => entry.Status == status);
        var counts = new List<string>();
        void Count(CheckStatus status, string words)
        {
            if (Number(status) > 0) counts.Add($"{Number(status)} {words}");
        }
        Count(CheckStatus.Wrong, "wrong");
        Count(CheckStatus.Unreadable, "unreadable");
        Count(CheckStatus.Missing, "missing");
        var status = Number(CheckStatus.Wrong) > 0 ? CheckStatus.Wrong
            : Number(CheckStatus.Unreadable) > 0 ? CheckStatus.Unreadable
            : Number(CheckStatus.Missing) > 0 ? CheckStatus.Missing
            : CheckStatus.Right;
        var message = status == CheckStatus.Right
            ? $"all {entries.Length} entries are right to the digits given"
            : $"{Number(CheckStatus.Right)} of {entries.Length} entries are right to the digits given, {string.Join(", ", counts)}";
        return new(id, status, message, null, entries);
    }

    static string Shapes(int rows, int columns, int height, int width) =>
        $"found {rows}×{columns}, expected {height}×{width}" + (rows == width && columns == height ? ": is a transpose missing?" : "");

    static bool IsMissing(string? answer) => string.IsNullOrWhiteSpace(answer) || answer.Trim() == "?";

    static string Quoted(string text) => "'" + (text.Length > 40 ? text[..40] + "…" : text) + "'";
}
