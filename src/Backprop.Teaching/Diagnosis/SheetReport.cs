using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>What the doctor says of a sheet: how much is right, where to look first, and which mistake leads to such numbers. Immutable.</summary>
public sealed class SheetReport : Displayable
{
    /// <summary>How much a report says where nothing else is asked for: where to look, and which kind of mistake it is.</summary>
    public const int DefaultHint = 2;

    /// <summary>The most it says: the worked line, with the right number.</summary>
    public const int FullHint = 4;

    readonly Diagnosis diagnosis;

    SheetReport(AnswerSheet sheet, int digitsKept, ImmutableArray<AnswerJudgement> numbers, AnswerJudgement? first, Diagnosis diagnosis, int hint, bool isRevealed)
    {
        Sheet = sheet;
        DigitsKept = digitsKept;
        Numbers = numbers;
        FirstWrong = first;
        this.diagnosis = diagnosis;
        Hint = hint;
        IsRevealed = isRevealed;
    }

    /// <summary>The sheet, as it is counted.</summary>
    public AnswerSheet Sheet { get; }

    /// <summary>How many significant digits are taken to have been kept at each step, at least 1.</summary>
    public int DigitsKept { get; }

    /// <summary>The judgement of each number, in the order of the sheet.</summary>
    public ImmutableArray<AnswerJudgement> Numbers { get; }

    /// <summary>The first wrong number in the order in which they are computed; null if none is wrong.</summary>
    public AnswerJudgement? FirstWrong { get; }

    /// <summary>The mistakes that lead to these numbers, best first; empty where none is known to, and where nothing is wrong.</summary>
    public ImmutableArray<Explanation> Explanations => diagnosis.Explanations;

    /// <summary>The quantity to compute next where several mistakes fit; otherwise null.</summary>
    public QuantityId? Separate => diagnosis.Separate;

    /// <summary>The convention in which the whole sheet is right, if it is not right as it stands; otherwise null.</summary>
    public Convention? Convention => diagnosis.Convention;

    /// <summary>How much is said: 1 where, 2 which kind of mistake, 3 the formula, 4 the worked line.</summary>
    public int Hint { get; }

    /// <summary>Whether the right numbers are shown.</summary>
    public bool IsRevealed { get; }

    /// <summary>The verdict on the whole sheet.</summary>
    public SheetVerdict Verdict => FirstWrong is not null ? (Convention is null ? SheetVerdict.Wrong : SheetVerdict.AnotherConvention)
        : Numbers.Any(number => number.Status == AnswerStatus.Missing) || Numbers.IsEmpty ? SheetVerdict.Incomplete
        : SheetVerdict.Right;

    /// <summary>Whether nothing is wrong and at least one number was given.</summary>
    public bool IsAllRight => FirstWrong is null && Numbers.Any(number => number.Status != AnswerStatus.Missing);

    /// <summary>The best explanation of the first wrong number; null where there is none.</summary>
    internal Explanation? Best => Explanations.FirstOrDefault(each => FirstWrong is { } wrong && each.Explained.Contains(wrong.Answer.Quantity));

    /// <summary>Judges a sheet.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="digitsKept">How many significant digits were kept at each step; if nothing is said what the sheet says, else the most digits on it, at least 3.</param>
    /// <returns>A report.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="digitsKept"/> is not in 1…15.</exception>
    public static SheetReport Of(AnswerSheet sheet, int? digitsKept = null)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        if (digitsKept is < 1 or > 15) throw new ArgumentOutOfRangeException(nameof(digitsKept), digitsKept, "Significant digits kept at each step: 1 to 15.");
        var judge = SheetJudge.Of(sheet, digitsKept);
        var numbers = judge.Judge();
        if (numbers.Any(number => number.IsWrong) && sheet.CountedFromOne() is { } recounted && FitsBetter(SheetJudge.Of(recounted, digitsKept), numbers) is { } better) (judge, numbers) = better;

        var first = judge.InOrder().Select(answer => numbers[judge.Sheet.Answers.IndexOf(answer)]).FirstOrDefault(number => number.IsWrong);
        if (first is null) return new(judge.Sheet, judge.DigitsKept, numbers, null, new([], null, null), DefaultHint, false);
        var diagnosis = Doctor.For(judge.Sheet.Example, judge.Sheet.Conventions).Examine(judge.Numbers, judge.DigitsKept);
        return new(judge.Sheet, judge.DigitsKept, Mistaken(numbers, diagnosis), first with { Status = Outranked(first, diagnosis) }, diagnosis, DefaultHint, false);
    }

    /// <summary>The same report, saying more or less.</summary>
    /// <param name="hint">1 where, 2 which kind of mistake, 3 the formula, 4 the worked line.</param>
    /// <returns>A report.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="hint"/> is not in 1…4.</exception>
    public SheetReport AtHint(int hint) => hint is >= 1 and <= FullHint
        ? new(Sheet, DigitsKept, Numbers, FirstWrong, diagnosis, hint, IsRevealed)
        : throw new ArgumentOutOfRangeException(nameof(hint), hint, "Hints: 1 where, 2 which kind of mistake, 3 the formula, 4 the worked line.");

    /// <summary>The same report with the right number beside each.</summary>
    /// <returns>A report.</returns>
    public SheetReport Revealed() => new(Sheet, DigitsKept, Numbers, FirstWrong, diagnosis, Hint, true);

    /// <summary>The network with the sheet's numbers, each marked right, right given the earlier ones, wrong, or led astray by a wrong one.</summary>
    /// <param name="sample">Whose numbers, from 0; that of the first wrong number if nothing is said.</param>
    /// <returns>A diagram that shows the numbers of the sheet and a question mark where it has none.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such sample.</exception>
    public NetworkDiagram RedThread(int? sample = null) => RedThreads.Of(this, sample ?? FirstWrong?.Answer.Quantity.Sample ?? 0);

    internal override DisplayNode View() => new SheetWords(this).View();

    // a sheet that says nothing is counted from 1 where it fits only so
    static (SheetJudge, ImmutableArray<AnswerJudgement>)? FitsBetter(SheetJudge other, ImmutableArray<AnswerJudgement> numbers)
    {
        var judged = other.Judge();
        var (right, now) = (judged.Count(number => number.IsRight), numbers.Count(number => number.IsRight));
        return judged.All(number => !number.IsWrong) || (right >= now + 2 && right > judged.Length / 2) ? (other, judged) : null;
    }

    static ImmutableArray<AnswerJudgement> Mistaken(ImmutableArray<AnswerJudgement> numbers, Diagnosis diagnosis) =>
        [.. numbers.Select(number => number.Status == Outranked(number, diagnosis) ? number : number with { Status = Outranked(number, diagnosis), Remark = null })];

    // a mistake or a convention that several numbers speak for outranks a slip of the pen
    static AnswerStatus Outranked(AnswerJudgement number, Diagnosis diagnosis) => number.Status == AnswerStatus.Slip && diagnosis.Explanations
        .Any(each => (each.IsFirm || (each.RightIf is not null && each.Explained.Length > 1)) && each.Explained.Contains(number.Answer.Quantity)) ? AnswerStatus.Wrong : number.Status;
}
