using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>Finds the mark of what a diagram draws.</summary>
sealed class DiagramMarks(ImmutableDictionary<QuantityId, DiagramMark> marks, int? sample)
{
    /// <summary>The mark of one number of a unit or an edge, under any of these kinds; null if it has none.</summary>
    public DiagramMark? Of(int l, int row, int? column, params ReadOnlySpan<QuantityKind> kinds)
    {
        foreach (var kind in kinds)
        {
            var info = QuantityKindInfo.Of(kind);
            var id = new QuantityId(kind, info.HasLayer ? l : null, row, column);
            if (marks.TryGetValue(id, out var whole)) return whole;
            if (info.PerSample && sample is not null && marks.TryGetValue(id with { Sample = sample }, out var mark)) return mark;
        }
        return null;
    }

    /// <summary>The mark of several that matters most; null if there is none.</summary>
    public static DiagramMark? Worst(params ReadOnlySpan<DiagramMark?> marks)
    {
        DiagramMark? worst = null;
        foreach (var mark in marks)
            if (mark is { } each && (worst is null || Weight(each) > Weight(worst.Value))) worst = each;
        return worst;
    }

    static int Weight(DiagramMark mark) => mark switch
    {
        DiagramMark.Wrong => 4,
        DiagramMark.Contaminated => 3,
        DiagramMark.RightGivenEarlier => 2,
        DiagramMark.Highlighted => 1,
        _ => 0,
    };

    public static string Glyph(DiagramMark? mark) => mark switch
    {
        DiagramMark.Highlighted => " ★",
        DiagramMark.Right => " ✓",
        DiagramMark.RightGivenEarlier => " (✓)",
        DiagramMark.Wrong => " ✗",
        DiagramMark.Contaminated => " (✗)",
        _ => "",
    };

    public static string Color(DiagramMark mark) => mark switch
    {
        DiagramMark.Highlighted => Palette.Series(3),
        DiagramMark.Right => Palette.Series(2),
        DiagramMark.RightGivenEarlier => Palette.Series(5),
        DiagramMark.Contaminated => Palette.Series(4),
        _ => Palette.Series(1),
    };
}
