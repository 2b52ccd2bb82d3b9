using System.Globalization;

namespace Backprop.Teaching;

/// <summary>How an audit is shown: what does not follow and why, then every line.</summary>
static class AuditView
{
    public static DisplayNode Of(Audit audit)
    {
        var nodes = new List<DisplayNode> { new HeadingNode($"Audit of {audit.Source}: {Count(audit)}") };
        var failing = audit.Lines.Where(line => !line.Follows).ToList();
        for (var n = 0; n < failing.Count; n++) nodes.Add(new TextNode((n == 0 ? "The first number that does not follow: " : "Then ") + Explain(failing[n], failing[..n])));
        nodes.Add(new TableNode("every number in its own order", ["line", "printed as", "quantity", "printed", "computed", "verdict"], [.. audit.Lines.Select(Row)]));
        return new StackNode(nodes);
    }

    static string Count(Audit audit)
    {
        var follow = audit.Lines.Count(line => line.Follows);
        var all = audit.Lines.Length == 1 ? "1 number" : $"{audit.Lines.Length} numbers";
        return follow == audit.Lines.Length ? $"{all}, all follow" : $"{all}, {follow} follow";
    }

    /// <summary>What is the matter with a number that does not follow, in sentences.</summary>
    public static string Explain(AuditLine line, params IReadOnlyList<AuditLine> before)
    {
        var claim = line.Claim;
        var text = $"line {Plain(claim.Place)}, {claim.Label} = {claim.Text}. Computed: {Computed(line)}.";
        if (line.Reasons.IsEmpty) return text + " No known convention or mistake gives it.";
        for (var n = 0; n < line.Reasons.Length; n++)
            text += line.Verdict == AuditVerdict.Misprint ? (n == 0 ? " It is " : " Or ") + Misprinted(line.Reasons[n], line)
                : (n == 0 ? " It is what you get if " : " Or if ") + Sentence(line.Reasons[n], line, before);
        return text;
    }

    static string Misprinted(AuditReason reason, AuditLine line) =>
        $"a misprint of {Digits(reason.Value, line.Claim)} ({reason.Words})" + (reason.Patch is { } rule ? $", which is what you get if {rule.Message} ({reason.Rule})." : ".");

    static string Sentence(AuditReason reason, AuditLine line, IReadOnlyList<AuditLine> before)
    {
        var rule = reason.Rule.Length > 0 ? $" ({reason.Rule})" : "";
        if (before.FirstOrDefault(earlier => earlier.Reasons.Any(each => each.Rule == reason.Rule && each.Words == reason.Words)) is { } same)
            return $"the same is done as in line {Plain(same.Claim.Place)}{rule}: {Digits(reason.Value, line.Claim)}.";
        var text = $"{reason.Words}{rule}: {Digits(reason.Value, line.Claim)}.";
        if (reason.Against.IsEmpty) return text;
        var named = reason.Against.Take(4).Select(claim => claim.Label);
        var lines = reason.Against.Length == 1 ? $"{named.Single()} is" : string.Join(", ", named) + (reason.Against.Length > 4 ? $" and {Plain(reason.Against.Length - 4)} more" : "") + " are";
        return text + $" But {lines} printed as without this mistake: the text mixes two computations.";
    }

    static List<DisplayCell> Row(AuditLine line) =>
    [
        Plain(line.Claim.Place), line.Claim.Label + (line.Claim.Steps > 0 ? $" (after {InWords.Of(line.Claim.Steps, "step")})" : ""),
        DisplayCell.Code(line.Claim.Quantity), line.Claim.Text, Computed(line), Verdict(line),
    ];

    static string Computed(AuditLine line) => Digits(line.Value, line.Claim);

    // two digits more than are printed
    static string Digits(double value, Claim claim) => NumberFormat.Exact(value, Math.Min(15, (claim.Number.SignificantDigits ?? 4) + 2));

    static string Verdict(AuditLine line) => line.Verdict switch
    {
        AuditVerdict.Right => "right",
        AuditVerdict.FollowsFromPrinted => "follows from the numbers printed before",
        AuditVerdict.RoundedEarly => "right but rounded early",
        AuditVerdict.OtherConvention => "another convention",
        AuditVerdict.Mistake => "does not follow: " + string.Join(" or ", line.Reasons.Select(reason => reason.Rule)),
        AuditVerdict.Misprint => "does not follow: a misprint" + (line.Reasons[0].Rule.Length > 0 ? " with " + line.Reasons[0].Rule : ""),
        _ => "does not follow",
    };

    static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);
}
