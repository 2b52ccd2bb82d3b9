namespace Backprop.Teaching;

/// <summary>How a quantity is marked in a network diagram; each has a glyph of its own, so that none is told by colour alone.</summary>
public enum DiagramMark
{
    /// <summary>Pointed at, for example on a chosen path: ★.</summary>
    Highlighted,

    /// <summary>Right: ✓.</summary>
    Right,

    /// <summary>Right, given the earlier numbers, which are not: (✓).</summary>
    RightGivenEarlier,

    /// <summary>Wrong: ✗.</summary>
    Wrong,

    /// <summary>Led astray by an earlier number that is wrong: (✗).</summary>
    Contaminated,
}
