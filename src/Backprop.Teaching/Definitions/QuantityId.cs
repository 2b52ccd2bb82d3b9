namespace Backprop.Teaching;

/// <summary>Which quantity: its kind, layer, unit or (to, from), and sample. Its text is the name used in code, files and on the command line.</summary>
/// <remarks>
/// <c>kind[layer][unit]</c>, <c>kind[layer][to,from]</c>, then <c>@sample</c> where the quantity belongs to one sample. Without the
/// last bracket it names the whole vector or matrix: <c>delta[1]@0</c>. Units and samples count from 0, layers from 1.
/// </remarks>
/// <param name="Kind">The kind of quantity.</param>
/// <param name="Layer">1…L, or null for a kind without layer.</param>
/// <param name="Row">The unit, or the unit to which a weight leads; null for the whole vector or matrix.</param>
/// <param name="Column">The unit from which a weight comes; null otherwise.</param>
/// <param name="Sample">The sample, or null for a quantity of the whole batch.</param>
public readonly record struct QuantityId(QuantityKind Kind, int? Layer = null, int? Row = null, int? Column = null, int? Sample = null)
{
    /// <summary>The ASCII name of the kind, for example <c>delta</c>.</summary>
    public string KindName => Info.Name;

    /// <summary>What this kind of quantity is, in words.</summary>
    public string Words => Info.Words;

    /// <summary>Whether it is one number: its indices are all stated, or it has none.</summary>
    public bool IsScalar => Info.Indices == 0 || Row is not null;

    /// <summary>Whether it belongs to one sample.</summary>
    public bool IsPerSample => Info.PerSample;

    internal QuantityKindInfo Info => QuantityKindInfo.Of(Kind);

    /// <summary>Reads a name such as <c>delta[1][0]@0</c>, <c>W[2][0,1]</c>, <c>a[0][1]@3</c> (the same as <c>x[1]@3</c>) or <c>J</c>. Spaces are allowed.</summary>
    /// <param name="text">The name.</param>
    /// <returns>The quantity. The sample is null where it was left out; ranges are known only to a network.</returns>
    /// <exception cref="UnknownQuantityException">It is no name; the message says what is wrong and what was expected.</exception>
    public static QuantityId Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new QuantityIdReader(text).Read();
    }

    /// <summary>Reads a name if it is one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="id">The quantity, or the default.</param>
    /// <returns>Whether it was a name.</returns>
    public static bool TryParse(string? text, out QuantityId id)
    {
        id = default;
        if (text is null) return false;
        try
        {
            id = Parse(text);
            return true;
        }
        catch (UnknownQuantityException)
        {
            return false;
        }
    }

    /// <summary>One entry of a whole vector or matrix.</summary>
    /// <param name="row">The unit, or the unit to which a weight leads.</param>
    /// <param name="column">The unit from which a weight comes; null in a vector.</param>
    /// <returns>The name of the entry.</returns>
    public QuantityId At(int row, int? column = null) => this with { Row = row, Column = column };

    /// <summary>The name, for example <c>delta[1][0]@0</c>; without spaces.</summary>
    /// <returns>A name that <see cref="Parse"/> reads back.</returns>
    public override string ToString()
    {
        var layer = Layer is null ? "" : $"[{Layer}]";
        var index = Row is null ? "" : Column is null ? $"[{Row}]" : $"[{Row},{Column}]";
        var sample = Sample is null ? "" : $"@{Sample}";
        return Info.Name + layer + index + sample;
    }
}
