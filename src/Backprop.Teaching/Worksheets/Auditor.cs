using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>Judges claimed numbers in their own order, the earlier ones carried on.</summary>
sealed class Auditor(Example example, ImmutableArray<Claim> claims)
{
    const int FewestDigits = 3;

    readonly PassProgram program = PassProgram.Of(example);
    readonly Lazy<ImmutableArray<Rule>> rules = new(() => MisconceptionCatalogue.Rules(MistakeShape.Of(example)));
    readonly int digitsKept = Math.Max(FewestDigits, claims.Select(claim => claim.Number.SignificantDigits ?? 0).DefaultIfEmpty(0).Max());
    readonly List<AuditLine> judged = [];
    readonly Dictionary<(int Steps, Rule? Rule, Objective Objective, bool TrainBias), Example> after = [];

    public ImmutableArray<AuditLine> Judge()
    {
        foreach (var claim in claims) judged.Add(Judge(claim));
        return [.. judged];
    }

    AuditLine Judge(Claim claim)
    {
        var value = Exact(claim, null);
        AuditLine Line(AuditVerdict verdict, params ImmutableArray<AuditReason> reasons) => new(claim, verdict, value, reasons);
        if (claim.Number.IsRightFor(value)) return Line(AuditVerdict.Right);
        var carried = Carried(claim.Steps);
        if (carried.Count > 0 && Reached(claim, null, carried).Accepts(claim.Number)) return Line(AuditVerdict.FollowsFromPrinted);
        if (Reached(claim, digitsKept, null).Accepts(claim.Number) || Reached(claim, digitsKept, carried).Accepts(claim.Number)) return Line(AuditVerdict.RoundedEarly);

        // a number of few digits is near too many others
        if (claim.Number.SignificantDigits is null or >= FewestDigits)
        {
            if (Conventions(claim) is { Length: > 0 } conventions) return Line(AuditVerdict.OtherConvention, conventions);
            if (Mistakes(claim, carried) is { Length: > 0 } mistakes) return Line(AuditVerdict.Mistake, mistakes);
            if (Misprints(claim, value) is { Length: > 0 } misprints) return Line(AuditVerdict.Misprint, misprints);
        }
        return Line(AuditVerdict.Unexplained);
    }

    ImmutableArray<AuditReason> Conventions(Claim claim)
    {
        var reasons = ImmutableArray.CreateBuilder<AuditReason>();
        void Try(string words, Example other)
        {
            var pass = PassProgram.Of(other).Run(After(claim.Steps, null, other));
            var number = claim.Of.From(id => pass[id]).Value;
            if (claim.Number.IsRightFor(number)) reasons.Add(new("", words, number, []));
        }
        foreach (var convention in Convention.All)
            if (convention.Apply(example) is { } other && other != example && (claim.Steps == 0 || IsKnown(convention.Words))) Try(convention.Words, other);
        var trains = example.Network.TrainBias;
        Try(trains ? "the biases are kept as they are" : "the biases are trained too", example with { Network = example.Network with { TrainBias = !trains } });
        var number = Exact(claim, null);
        if (claim.Number.IsRightFor(-number) && claim.Of.Factors.Any(IsOfError)) reasons.Add(new("", Convention.ReversedError.Words, -number, []));
        return reasons.ToImmutable();
    }

    bool IsKnown(string words) => judged.SelectMany(line => line.Reasons).Any(reason => reason.Words == words);

    // what has the other sign where the error is y − a
    static bool IsOfError(QuantityId id) => id.Kind is >= QuantityKind.ActivationGradient and <= QuantityKind.TotalBiasGradient and not QuantityKind.WeightDecayTerm;

    // after several steps only what explained a number before is tried: each try is a training
    ImmutableArray<AuditReason> Mistakes(Claim claim, IReadOnlyDictionary<QuantityId, WrittenNumber> carried)
    {
        var reasons = new List<AuditReason>();
        IEnumerable<Rule> tried = claim.Steps > 0 ? Known() : rules.Value;
        foreach (var rule in tried)
        {
            var number = Exact(claim, rule);
            if (!claim.Number.IsRightFor(number))
            {
                if (carried.Count == 0 || claim.Steps > 0) continue;
                number = claim.Of.From(id => Of(program.Run(example, null, carried, rule), id, carried, claim)).Value;
                if (!claim.Number.IsRightFor(number)) continue;
            }
            reasons.Add(new(rule.Label, rule.Message, number, Against(rule)) { Patch = rule });
        }
        return [.. reasons.OrderBy(reason => reason.Against.Length)];
    }

    ImmutableArray<AuditReason> Misprints(Claim claim, double value)
    {
        var reasons = ImmutableArray.CreateBuilder<AuditReason>();
        foreach (var rule in Known().Prepend(null))
        {
            var number = rule is null ? value : Exact(claim, rule);
            if (Misprint.Of(claim.Text, claim.Number, number) is { } words) reasons.Add(new(rule?.Label ?? "", words, number, rule is null ? [] : Against(rule)) { Patch = rule });
        }
        return reasons.ToImmutable();
    }

    IEnumerable<Rule> Known() => judged.SelectMany(line => line.Reasons).Select(reason => reason.Patch).OfType<Rule>().Distinct();

    // right numbers that this mistake would have made others
    ImmutableArray<Claim> Against(Rule rule) =>
        [.. judged.Where(line => line.Verdict == AuditVerdict.Right && line.Claim.Steps == 0 && !line.Claim.Number.IsRightFor(Exact(line.Claim, rule))).Select(line => line.Claim)];

    double Exact(Claim claim, Rule? rule)
    {
        var pass = rule is null ? program.Run(After(claim.Steps, null)) : program.Run(After(claim.Steps, rule), null, null, rule);
        return claim.Of.From(id => pass[id]).Value;
    }

    Reach Reached(Claim claim, int? digits, IReadOnlyDictionary<QuantityId, WrittenNumber>? carried)
    {
        var pass = program.Run(After(claim.Steps, null), digits, carried);
        return claim.Of.From(id => Of(pass, id, carried, claim));
    }

    // a factor of a product is the printed one
    static Reach Of(RoundedPass pass, QuantityId id, IReadOnlyDictionary<QuantityId, WrittenNumber>? carried, Claim claim) =>
        !claim.Of.IsOne && carried is not null && carried.TryGetValue(id, out var printed) ? new(printed.Value, Reach.Slack(printed)) : pass[id];

    IReadOnlyDictionary<QuantityId, WrittenNumber> Carried(int steps) =>
        CarriedNumbers.Of(judged.Where(line => line.Claim.Of.IsOne && line.Claim.Steps == steps).Select(line => (line.Claim.Of.Factors[0], line.Claim.Number)));

    // each training once
    Example After(int steps, Rule? rule, Example? start = null)
    {
        start ??= example;
        if (steps == 0) return start;
        var key = (steps, rule, start.Objective, start.Network.TrainBias);
        if (!after.TryGetValue(key, out var trained)) after[key] = trained = Trained(start, steps, rule);
        return trained;
    }

    static Example Trained(Example start, int steps, Rule? rule)
    {
        var program = PassProgram.Of(start);
        var trained = start;
        for (var step = 0; step < steps; step++)
        {
            var pass = rule is null ? program.Run(trained) : program.Run(trained, null, null, rule);
            trained = trained with { Network = Stepped(trained.Network, pass) };
        }
        return trained;
    }

    static Network Stepped(Network network, RoundedPass pass)
    {
        var layers = Enumerable.Range(1, network.LayerCount).Select(l => Layer.Of(
            network.Layer(l).Activation,
            [.. Enumerable.Range(0, network.Layer(l).Units).Select(j => Enumerable.Range(0, network.Layer(l).Inputs).Select(k => pass[new(QuantityKind.WeightsAfter, l, j, k)].Value).ToArray())],
            network.Layer(l).HasBias ? [.. Enumerable.Range(0, network.Layer(l).Units).Select(j => pass[new(QuantityKind.BiasesAfter, l, j)].Value)] : null));
        return Network.Of([.. layers]) with { TrainBias = network.TrainBias };
    }
}
