namespace Backprop.Teaching;

/// <summary>Two numbers, vectors or matrices side by side, with their shapes and the largest difference. Immutable.</summary>
public sealed class Comparison : Displayable
{
    const int MostRows = 16;
    const int MostDifferences = 5;
    // a transpose explains a difference if it takes away all but rounding
    const double Rounding = 1e-9;
    readonly NumberTable mine;
    readonly NumberTable other;
    readonly string mineLabel;
    readonly string otherLabel;
    readonly (int Row, int Column) largest;

    internal Comparison(NumberTable mine, NumberTable other, string mineLabel, string otherLabel)
    {
        this.mine = mine;
        this.other = other;
        this.mineLabel = mineLabel;
        this.otherLabel = otherLabel;
        if (!SameShape) return;
        largest = Largest(mine, other);
        LargestDifference = Difference(mine, other, largest.Row, largest.Column);
    }

    /// <summary>The shape of the first, rows × columns: <c>4×1</c> for a vector of four.</summary>
    public string MyShape => mine.Shape;

    /// <summary>The shape of the second.</summary>
    public string OtherShape => other.Shape;

    /// <summary>Whether both have the same rows and columns.</summary>
    public bool SameShape => mine.HasShapeOf(other);

    /// <summary>The largest |mine − other| of all entries, ≥ 0; +∞ where one is no number; null where the shapes differ.</summary>
    public double? LargestDifference { get; }

    /// <summary>Where the largest difference is: <c>[2]</c> in a vector, <c>[0,1]</c> in a matrix, the first of several; empty for two numbers; null where the shapes differ.</summary>
    public string? LargestAt => SameShape ? Index(largest.Row, largest.Column) : null;

    /// <summary>Whether the shapes differ and would be the same with one of the two transposed, or two square matrices agree but for a transpose.</summary>
    public bool TransposeWouldFit => SameShape
        ? mine.Rows > 1 && LargestDifference > Tolerance() && LargestOf(mine.Transposed()) <= Tolerance()
        : mine.Rows == other.Columns && mine.Columns == other.Rows;

    internal override DisplayNode View() => new StackNode(SameShape ? [.. SideBySide()] : [.. Apart()]);

    IEnumerable<DisplayNode> Apart()
    {
        yield return new TextNode($"The shapes differ: {mineLabel} is {MyShape}, {otherLabel} is {OtherShape}.");
        if (TransposeWouldFit)
        {
            var difference = LargestOf(mine.Transposed());
            yield return new TextNode($"Is a transpose missing? With {mineLabel} transposed the largest difference is {NumberFormat.Default.Format(difference)}.");
        }
        else yield return new TextNode("Is a transpose missing in one of the factors? W is to × from, a vector is n×1, and δ aᵀ is n×k.");
        yield return new LabelledNode(mineLabel, mine.Node());
        yield return new LabelledNode(otherLabel, other.Node());
    }

    IEnumerable<DisplayNode> SideBySide()
    {
        yield return new TextNode(Verdict());
        if (TransposeWouldFit) yield return new TextNode($"Is a transpose missing? {mineLabel} transposed agrees with {otherLabel}.");
        var all = Enumerable.Range(0, mine.Rows).SelectMany(j => Enumerable.Range(0, mine.Columns).Select(k => (Row: j, Column: k))).ToList();
        if (all.Count <= MostRows)
        {
            yield return Table(all);
            yield break;
        }
        yield return new LabelledNode(mineLabel, mine.Node());
        yield return new LabelledNode(otherLabel, other.Node());
        var different = all.Where(at => Difference(mine, other, at.Row, at.Column) > 0).OrderByDescending(at => Difference(mine, other, at.Row, at.Column)).Take(MostDifferences).ToList();
        if (different.Count == 0) yield break;
        yield return new TextNode("The largest differences:");
        yield return Table(different);
    }

    string Verdict()
    {
        if (LargestDifference == 0) return $"Equal to the last bit; shape {MyShape}.";
        var at = LargestAt!.Length == 0 ? "" : " at " + LargestAt;
        return $"Same shape, {MyShape}. Largest difference {new NumberFormat(2).Format(LargestDifference!.Value)}{at}.";
    }

    TableNode Table(IEnumerable<(int Row, int Column)> places) => new(
        null, ["entry", mineLabel, otherLabel, "difference"],
        [.. places.Select(IReadOnlyList<DisplayCell> (at) =>
        [
            Index(at.Row, at.Column) is { Length: > 0 } index ? index : "value", mine[at.Row, at.Column], other[at.Row, at.Column],
            new NumberFormat(2).Format(mine[at.Row, at.Column] - other[at.Row, at.Column]),
        ])]);

    string Index(int row, int column) => mine.IsMatrix || other.IsMatrix ? $"[{row},{column}]" : mine.Rows == 1 ? "" : $"[{row}]";

    double Tolerance()
    {
        var size = 0.0;
        for (var j = 0; j < other.Rows; j++)
            for (var k = 0; k < other.Columns; k++)
                size = Math.Max(size, Math.Abs(other[j, k]));
        return Rounding * size;
    }

    double LargestOf(NumberTable table)
    {
        var (row, column) = table.HasShapeOf(other) ? Largest(table, other) : (-1, -1);
        return row < 0 ? double.PositiveInfinity : Difference(table, other, row, column);
    }

    static (int Row, int Column) Largest(NumberTable mine, NumberTable other)
    {
        var at = (Row: 0, Column: 0);
        for (var j = 0; j < mine.Rows; j++)
            for (var k = 0; k < mine.Columns; k++)
                if (Difference(mine, other, j, k) > Difference(mine, other, at.Row, at.Column)) at = (j, k);
        return at;
    }

    // NaN counts as infinitely far
    static double Difference(NumberTable mine, NumberTable other, int j, int k)
    {
        var difference = Math.Abs(mine[j, k] - other[j, k]);
        return double.IsNaN(difference) ? double.PositiveInfinity : difference;
    }
}
