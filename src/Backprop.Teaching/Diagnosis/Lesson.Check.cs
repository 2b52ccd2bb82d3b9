namespace Backprop.Teaching;

/// <content>Check: whether an answer is right to the digits given, and if not, which mistake leads to it.</content>
public static partial class Lesson
{
    const int LeastDigits = 3;

    /// <summary>Whether a written answer is right to the digits given: <c>Check(trace.Layer(1).Delta[0], "0.140")</c>. The value is never shown.</summary>
    /// <param name="quantity">What was asked for.</param>
    /// <param name="answer">
    /// A number as text, so that it keeps its digits (<see cref="WrittenNumber"/>); for a vector <c>"[0.1, 0.2]"</c>, for a matrix
    /// <c>"[0.1, 0.2; 0.3, 0.4]"</c> or <c>"[[0.1, 0.2], [0.3, 0.4]]"</c>. Nothing, spaces or <c>?</c> is a missing answer, as a
    /// whole or for one entry.
    /// </param>
    /// <returns>A displayable: missing, right to the digits given, or where it differs and which known mistakes lead to it.</returns>
    public static CheckResult Check(Quantity quantity, string? answer)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        return WithReasons(quantity, AnswerCheck.Of(quantity, answer));
    }

    /// <summary>Whether a computed answer is right to three digits; 0 must be exact.</summary>
    /// <param name="quantity">What was asked for, one number.</param>
    /// <param name="answer">The answer.</param>
    /// <returns>A displayable: right to three digits, or where it differs and which known mistakes lead to it.</returns>
    public static CheckResult Check(ScalarQuantity quantity, double answer)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        return WithReasons(quantity, AnswerCheck.Of(quantity, answer));
    }

    /// <summary>What the doctor says of an answer sheet for this example: <c>Check(trace, "delta[2][0] = 0.1385\ndelta[1][0] = 0.00729")</c>.</summary>
    /// <param name="trace">The trace of the example that the sheet answers.</param>
    /// <param name="sheet">The sheet as text, a table or JSON; it states no givens of its own.</param>
    /// <param name="hint">How much is said: 1 where, 2 which kind of mistake, 3 the formula, 4 the worked line.</param>
    /// <returns>A displayable.</returns>
    /// <exception cref="InvalidInputException">A line cannot be read; the message names it, what was found and what was expected.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="hint"/> is not in 1…4.</exception>
    public static SheetReport Check(BackpropTrace trace, string sheet, int hint = SheetReport.DefaultHint)
    {
        ArgumentNullException.ThrowIfNull(trace);
        return Check(AnswerSheet.Parse(sheet, trace.Example), hint);
    }

    /// <summary>What the doctor says of an answer sheet.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="hint">How much is said: 1 where, 2 which kind of mistake, 3 the formula, 4 the worked line.</param>
    /// <returns>A displayable.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="hint"/> is not in 1…4.</exception>
    public static SheetReport Check(AnswerSheet sheet, int hint = SheetReport.DefaultHint) => SheetReport.Of(sheet).AtHint(hint);

    static CheckResult WithReasons(Quantity quantity, CheckResult result)
    {
        if (result.Status != CheckStatus.Wrong) return result;
        var numbers = (result.Entries.IsEmpty ? [result] : result.Entries).Where(entry => entry.Answer is not null).Select(entry => new GivenNumber(entry.Quantity, entry.Answer!.Value)).ToList();
        var example = quantity.Trace.Example;
        // a step may have been made with another learning rate than the example's
        if (quantity.LearningRate is { } rate && rate != example.LearningRate) example = example with { LearningRate = rate };
        var diagnosis = Doctor.For(example).Examine(numbers, Math.Max(LeastDigits, numbers.Max(number => number.Number.SignificantDigits ?? LeastDigits)));
        return result.For([.. diagnosis.Explanations.DistinctBy(each => string.Join(' ', each.Rules)).Select(each => $"{each.Message} [{string.Join(" and ", each.Rules)}]")]);
    }
}
