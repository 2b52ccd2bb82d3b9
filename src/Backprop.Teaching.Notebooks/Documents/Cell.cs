using System.Text.Json.Nodes;

namespace Backprop.Teaching.Notebooks;

/// <summary>One cell of a notebook.</summary>
public sealed record Cell
{
    /// <summary>The name that stays when cells are moved: letters, digits, <c>-</c> and <c>_</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What it holds.</summary>
    public required CellKind Kind { get; init; }

    /// <summary>Its text, lines parted by <c>\n</c>.</summary>
    public required string Source { get; init; }

    /// <summary>What the lesson says about it.</summary>
    public IReadOnlyList<CellTag> Tags { get; init; } = [];

    /// <summary>Its place among the code cells that ran, from 1; null if it did not run.</summary>
    public int? ExecutionCount { get; init; }

    /// <summary>What it printed and showed.</summary>
    public IReadOnlyList<CellOutput> Outputs { get; init; } = [];

    internal JsonObject? Attachments { get; init; }

    /// <summary>Whether it carries a tag.</summary>
    /// <param name="tag">The tag.</param>
    /// <returns>Whether <see cref="Tags"/> has it.</returns>
    public bool Is(CellTag tag) => Tags.Contains(tag);
}
