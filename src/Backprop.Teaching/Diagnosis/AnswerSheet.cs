using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>Hand-computed numbers of an example, read from a text, a table or JSON. Immutable.</summary>
public sealed partial class AnswerSheet
{
    internal AnswerSheet(string source, Example example, bool hasGivens, ImmutableArray<SheetAnswer> answers)
    {
        Source = source;
        Example = example;
        Givens = hasGivens ? example : null;
        Answers = answers;
    }

    /// <summary>The file as the user wrote it, or <c>sheet</c>.</summary>
    public string Source { get; }

    /// <summary>The example that the sheet itself states, or null where it answers an example from elsewhere.</summary>
    public Example? Givens { get; }

    /// <summary>The example that is answered, in the conventions that the sheet states.</summary>
    public Example Example { get; }

    /// <summary>Every number, in the order of the sheet.</summary>
    public ImmutableArray<SheetAnswer> Answers { get; }

    /// <summary>What units and samples are counted from on the sheet: 0 or 1. <see cref="Answers"/> count from 0 in any case.</summary>
    public int CountFrom { get; internal init; }

    /// <summary>Whether the sheet says what it counts from. Where it does not and fits only when counted from 1, it is read so.</summary>
    public bool StatesCountFrom { get; internal init; }

    /// <summary>The notation of its names.</summary>
    public Notation Notation { get; internal init; } = Notation.Canonical;

    /// <summary>How many significant digits were kept at each step, if the sheet says so.</summary>
    public int? DigitsKept { get; internal init; }

    /// <summary>Whose sheet it is, if it says so.</summary>
    public string? Student { get; internal init; }

    // the name of a quantity as the sheet counts
    internal string NameOf(QuantityId id) => (id with { Row = id.Row + CountFrom, Column = id.Column + CountFrom, Sample = id.Sample + CountFrom }).ToString();

    /// <summary>The conventions that the sheet states; <see cref="Example"/> is already in them.</summary>
    public ImmutableArray<Convention> Conventions { get; internal init; } = [];
}
