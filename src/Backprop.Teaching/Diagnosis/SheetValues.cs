namespace Backprop.Teaching;

/// <summary>Writes a line of a sheet out as one answer for each entry.</summary>
sealed class SheetValues(Network network, SheetNumbers numbers, int countFrom)
{
    public IEnumerable<SheetAnswer> Of(SheetEntry entry, QuantityId id, bool transposed)
    {
        if (id.IsScalar) return [One(entry, id, WithoutBrackets(entry.Text), entry.Name)];
        var (height, width) = QuantityShape.Of(id, network);
        if (SheetNumbers.IsBlank(entry.Text)) return Entries(id, height, width).Select(each => One(entry, each, "", Counted(entry, each)));
        var rows = numbers.Rows(entry.Text);
        // a vector may be written as a row or as a column
        if (id.Info.Indices == 1 && rows.Length == 1) rows = [.. rows[0].Select(value => new[] { value })];
        var (tall, wide) = transposed ? (width, height) : (height, width);
        if (rows.Length == 0) return [WrongShape(entry, id, "no numbers", Shape(id, tall, wide))];
        if (Array.Exists(rows, row => row.Length != rows[0].Length)) return [WrongShape(entry, id, $"rows of {string.Join(", ", rows.Select(row => row.Length))} entries", $"{tall}×{wide}")];
        if (rows.Length != tall || rows[0].Length != wide)
        {
            var isTurned = rows.Length == wide && rows[0].Length == tall && id.Info.Indices == 2;
            return [WrongShape(entry, id, Shape(id, rows.Length, rows[0].Length), Shape(id, tall, wide) + (isTurned ? ": is a transpose missing?" : ""))];
        }
        return Entries(id, height, width).Select(each => One(entry, each, transposed ? rows[each.Column ?? 0][each.Row!.Value] : rows[each.Row!.Value][each.Column ?? 0], Counted(entry, each)));
    }

    static IEnumerable<QuantityId> Entries(QuantityId whole, int height, int width) =>
        from j in Enumerable.Range(0, height)
        from k in Enumerable.Range(0, width)
        select whole.Info.Indices == 1 ? whole.At(j) : whole.At(j, k);

    SheetAnswer One(SheetEntry entry, QuantityId id, string text, string label)
    {
        if (SheetNumbers.IsBlank(text)) return new(id, "", null, entry.Line, label);
        var number = numbers.Read(text);
        return new(id, text, number, entry.Line, label) { Problem = number is null ? numbers.Problem(text) : null };
    }

    static SheetAnswer WrongShape(SheetEntry entry, QuantityId id, string found, string expected) =>
        new(id, entry.Text, null, entry.Line, entry.Name) { Problem = $"found {found}, expected {expected}" };

    static string Shape(QuantityId id, int rows, int columns) => id.Info.Indices == 1 && columns == 1 ? (rows == 1 ? "1 number" : $"{rows} numbers") : $"{rows}×{columns}";

    // the entry's name as the sheet counts, with its sample where the sheet says it
    string Counted(SheetEntry entry, QuantityId id) =>
        (id with { Row = id.Row + countFrom, Column = id.Column + countFrom, Sample = entry.Name.Contains('@', StringComparison.Ordinal) ? id.Sample + countFrom : null }).ToString();

    static string WithoutBrackets(string text)
    {
        var inner = text.Trim();
        return inner.Length > 1 && inner[0] == '[' && inner[^1] == ']' ? inner[1..^1].Trim() : inner;
    }
}
