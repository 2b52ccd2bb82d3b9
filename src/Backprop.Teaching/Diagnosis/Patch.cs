namespace Backprop.Teaching;

/// <summary>A change of one definition at one layer: what becomes of its formula, in general or entry by entry.</summary>
/// <param name="Block">The definition that is changed.</param>
/// <param name="Change">The new formula of an entry from the right one; it may use the variables l, j, k, i or their numbers.</param>
/// <param name="IsSameForAll">Whether the new formula is one for all entries, in the variables.</param>
sealed record Patch(PassBlockKey Block, Func<Expression, PassEntry, Expression> Change, bool IsSameForAll)
{
    public static Patch Of(QuantityKind kind, int layer, Func<Expression, Expression> change) => new(new(kind, layer), (formula, _) => change(formula), true);

    public static Patch ByEntry(QuantityKind kind, int layer, Func<Expression, PassEntry, Expression> change) => new(new(kind, layer), change, false);

    /// <summary>Something else is written down under the quantity's name; all that follows from it is right.</summary>
    public static Patch OfReport(QuantityKind kind, int layer, Func<Expression, Expression> change) => new(new(kind, layer, PassStage.Report), (formula, _) => change(formula), true);
}
