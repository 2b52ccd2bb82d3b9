using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>One axis of a panel: what it measures, in which unit, and how. Immutable.</summary>
/// <param name="Title">What is measured and its unit in brackets, for example <c>epoch</c> or <c>|a − n| (loss per unit of w)</c>.</param>
public sealed record FigureAxis(string Title)
{
    /// <summary>Whether equal lengths are equal factors; numbers at or below 0 are then not drawn.</summary>
    public bool IsLog { get; init; }

    /// <summary>Whether it runs from top to bottom, as the rows of a matrix do.</summary>
    public bool IsReversed { get; init; }

    /// <summary>Names of the positions 0, 1, 2, …; empty for an axis of numbers.</summary>
    public ImmutableArray<string> Labels
    {
        get;
        init => field = value.IsDefault ? [] : value;
    } = [];
}
