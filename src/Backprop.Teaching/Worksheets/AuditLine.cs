using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>One claimed number with its verdict. Immutable.</summary>
/// <param name="Claim">The number as it is printed.</param>
/// <param name="Verdict">Whether it follows.</param>
/// <param name="Value">The number that it should be, computed from the example alone.</param>
/// <param name="Reasons">What explains it where it does not follow, best first; empty where it does.</param>
public sealed record AuditLine(Claim Claim, AuditVerdict Verdict, double Value, ImmutableArray<AuditReason> Reasons)
{
    /// <summary>Whether it follows from the example or from the numbers printed before it, rounding granted.</summary>
    public bool Follows => Verdict is AuditVerdict.Right or AuditVerdict.FollowsFromPrinted or AuditVerdict.RoundedEarly;
}
