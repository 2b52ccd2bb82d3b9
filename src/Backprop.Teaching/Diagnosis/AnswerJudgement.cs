namespace Backprop.Teaching;

/// <summary>What the doctor says of one number of a sheet. Immutable.</summary>
public sealed record AnswerJudgement
{
    internal AnswerJudgement(SheetAnswer answer, AnswerStatus status, double expected, (double Low, double High)? accepted, string? remark)
    {
        Answer = answer;
        Status = status;
        Expected = expected;
        Accepted = accepted;
        Remark = remark;
    }

    /// <summary>The number as it stands on the sheet.</summary>
    public SheetAnswer Answer { get; }

    /// <summary>The verdict.</summary>
    public AnswerStatus Status { get; init; }

    /// <summary>What is accepted as it stands on the sheet: from the least to the greatest number; null where there is none to accept.</summary>
    /// <remarks>It gives the number away, so reports leave it out of what is wrong until they are asked for it.</remarks>
    public (double Low, double High)? Accepted { get; }

    /// <summary>What can be said of it without giving the number away: <c>right to 4 digits</c>, <c>two neighbouring digits are swapped</c>; null if nothing.</summary>
    public string? Remark { get; init; }

    /// <summary>Whether it is wrong: no number, a slip, wrong or contaminated.</summary>
    public bool IsWrong => Status is AnswerStatus.Invalid or AnswerStatus.Slip or AnswerStatus.Wrong or AnswerStatus.Contaminated;

    /// <summary>Whether it is right by itself, to however few digits or rounded on the way.</summary>
    public bool IsRight => Status is AnswerStatus.Right or AnswerStatus.FewDigits or AnswerStatus.RoundedEarly;

    // the right number in the sheet's convention; NaN for what is no one number
    internal double Expected { get; }
}
