using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>What gives a claimed number that does not follow: a convention, a mistake, a misprint. Immutable.</summary>
/// <param name="Rule">The id of the mistake with its layer where it has one, for example <c>P8</c> or <c>D2@1</c>; empty for a convention or a misprint of a number that follows.</param>
/// <param name="Words">What it is, a clause that goes on from "it is what you get if"; of a misprint, what is wrong with the digits.</param>
/// <param name="Value">The number that comes out of it.</param>
/// <param name="Against">The numbers printed before that are right and would be others with this mistake.</param>
public sealed record AuditReason(string Rule, string Words, double Value, ImmutableArray<Claim> Against)
{
    internal Rule? Patch { get; init; }
}
