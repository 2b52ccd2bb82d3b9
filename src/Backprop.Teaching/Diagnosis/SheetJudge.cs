using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>Judges each number of a sheet: alone, given the earlier ones, and by what rounding on the way can do.</summary>
sealed class SheetJudge
{
    const int LeastDigits = 3;
    const int MostDigits = 15;

    readonly AnswerSheet sheet;
    readonly Example example;
    readonly PassProgram program;
    readonly RoundedPass exact;
    readonly RoundedPass rounded;
    readonly RoundedPass given;
    readonly RoundedPass givenExact;
    readonly Upstream upstream;
    readonly Dictionary<QuantityId, WrittenNumber> numbers;
    readonly IReadOnlyDictionary<QuantityId, WrittenNumber> carried;

    SheetJudge(AnswerSheet sheet, int digitsKept)
    {
        this.sheet = sheet;
        program = PassProgram.Of(sheet.Example);
        example = sheet.Example;
        DigitsKept = digitsKept;
        numbers = sheet.Answers.Where(answer => answer.Number is not null).ToDictionary(answer => answer.Quantity, answer => answer.Number!.Value);
        var rules = ConventionRules.Of(sheet.Conventions, MistakeShape.Of(example)).AsSpan();
        exact = program.Run(example, null, null, rules);
        rounded = program.Run(example, digitsKept, null, rules);
        carried = CarriedNumbers.Of(numbers.Where(pair => CanCarry(pair.Key, pair.Value)).Select(pair => (pair.Key, pair.Value)));
        given = program.Run(example, digitsKept, carried, rules);
        givenExact = program.Run(example, null, carried, rules);
        upstream = new(example);
    }

    /// <summary>The significant digits kept at each step, as stated or as the sheet shows.</summary>
    public int DigitsKept { get; }

    public AnswerSheet Sheet => sheet;

    /// <summary>The numbers of the sheet in its order, for the doctor.</summary>
    public IReadOnlyList<GivenNumber> Numbers => [.. sheet.Answers.Where(answer => answer.Number is not null).Select(answer => new GivenNumber(answer.Quantity, answer.Number!.Value))];

    public static SheetJudge Of(AnswerSheet sheet, int? digitsKept)
    {
        var most = sheet.Answers.Max(answer => answer.Number?.SignificantDigits) ?? LeastDigits;
        return new(sheet, digitsKept ?? sheet.DigitsKept ?? Math.Clamp(most, LeastDigits, MostDigits));
    }

    /// <summary>The judgement of each answer, in the order of the sheet.</summary>
    public ImmutableArray<AnswerJudgement> Judge()
    {
        var judged = new Dictionary<SheetAnswer, AnswerJudgement>();
        var wrong = new HashSet<QuantityId>();
        foreach (var answer in InOrder())
        {
            var judgement = judged[answer] = One(answer, wrong);
            // a number that is right given a wrong one is no right number
            if (judgement.IsWrong || judgement.Status == AnswerStatus.RightGivenYours) wrong.Add(answer.Quantity);
        }
        return [.. sheet.Answers.Select(answer => judged[answer])];
    }

    /// <summary>The answers as they are computed one after the other, in whatever order they were written.</summary>
    public IEnumerable<SheetAnswer> InOrder() => sheet.Answers
        .OrderBy(answer => program.Place(answer.Quantity)).ThenBy(answer => answer.Quantity.Sample).ThenBy(answer => answer.Quantity.Row).ThenBy(answer => answer.Quantity.Column);

    AnswerJudgement One(SheetAnswer answer, IReadOnlySet<QuantityId> wrong)
    {
        var id = answer.Quantity;
        if (answer.IsBlank) return new(answer, AnswerStatus.Missing, exact[id].Value, null, null);
        if (answer.Number is not { } written) return new(answer, AnswerStatus.Invalid, double.NaN, null, answer.Problem);
        var number = numbers[id];
        var right = exact[id].Value;
        AnswerJudgement Judged(AnswerStatus status, Reach reach, string? remark = null) => new(answer, status, right, Interval(reach, number), remark);

        if (number.IsRightFor(right)) return IsExactly(number, right) || number.SignificantDigits is null or >= LeastDigits
            ? Judged(AnswerStatus.Right, exact[id])
            : Judged(AnswerStatus.FewDigits, exact[id], $"right to {WrittenDifference.Count(number.SignificantDigits.Value)}, expected at least {LeastDigits}");
        var before = upstream.Among(id, wrong);
        if (before.Count > 0 && given[id].Accepts(number)) return Judged(AnswerStatus.RightGivenYours, given[id]);
        if (rounded[id].Accepts(number)) return Judged(AnswerStatus.RoundedEarly, rounded[id], $"as near as it comes when each step keeps {DigitsKept} digits");
        if (before.Count == 0 && given[id].Accepts(number)) return Judged(AnswerStatus.RoundedEarly, given[id], "as near as it comes from your rounded numbers");
        if (Slip(id, number) is { } slip) return Judged(AnswerStatus.Slip, rounded[id], slip);
        return before.Any(earlier => !carried.ContainsKey(earlier)) ? Judged(AnswerStatus.Contaminated, rounded[id]) : Judged(AnswerStatus.Wrong, rounded[id]);
    }

    string? Slip(QuantityId id, WrittenNumber number)
    {
        bool IsRight(WrittenNumber each) => each.IsRightFor(exact[id].Value) || each.IsRightFor(givenExact[id].Value);
        return Slips.InDigits(number, each => IsRight(each) || (IsSameDigits(each, number) && rounded[id].Accepts(each)))
            ?? (IsRight(number) ? null : Slips.InPlace(number, id, example.Network, example.SampleCount, other => number.IsRightFor(exact[other].Value) && exact[other].Value != exact[id].Value));
    }

    // another sign or another place of the decimal point, no other digits
    static bool IsSameDigits(WrittenNumber one, WrittenNumber other)
    {
        var ratio = Math.Log10(Math.Abs(one.Value / other.Value));
        return Math.Abs(ratio - Math.Round(ratio)) < 1e-9;
    }

    // fewer than three digits say too little to go on with; what is exactly right says all
    bool CanCarry(QuantityId id, WrittenNumber number) => number.SignificantDigits is >= LeastDigits || IsExactly(number, exact[id].Value);

    static bool IsExactly(WrittenNumber number, double right) => Math.Abs(number.Value - right) <= 1e-12 * Math.Max(1e-3, Math.Abs(right));

    // what is accepted, as the sheet would write it
    static (double Low, double High)? Interval(Reach reach, WrittenNumber number)
    {
        if (!double.IsFinite(reach.Radius) || !double.IsFinite(reach.Value)) return null;
        var slack = Reach.Slack(number);
        return (reach.Low - slack, reach.High + slack);
    }
}
