using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>One mistake made ready for one network: which definitions it changes, and how.</summary>
/// <param name="Mistake">The mistake.</param>
/// <param name="Label">Its id, with the layers where it is made at some of those where it could be: <c>D2@1</c>.</param>
/// <param name="Message">What the numbers are, in words: "what you get if …".</param>
/// <param name="Patches">The changed definitions.</param>
sealed record Rule(Misconception Mistake, string Label, string Message, ImmutableArray<Patch> Patches)
{
    // each rule is its own, even where two change the same definitions
    public bool Equals(Rule? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Label.GetHashCode(StringComparison.Ordinal);
}
