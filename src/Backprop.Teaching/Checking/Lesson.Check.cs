namespace Backprop.Teaching;

/// <content>Check: whether an answer is right to the digits given.</content>
public static partial class Lesson
{
    /// <summary>Whether a written answer is right to the digits given: <c>Check(trace.Layer(1).Delta[0], "0.140")</c>. The value is never shown.</summary>
    /// <param name="quantity">What was asked for.</param>
    /// <param name="answer">
    /// A number as text, so that it keeps its digits (<see cref="WrittenNumber"/>); for a vector <c>"[0.1, 0.2]"</c>, for a matrix
    /// <c>"[0.1, 0.2; 0.3, 0.4]"</c> or <c>"[[0.1, 0.2], [0.3, 0.4]]"</c>. Nothing, spaces or <c>?</c> is a missing answer, as a
    /// whole or for one entry.
    /// </param>
    /// <returns>A displayable: missing, right to the digits given, or where it differs.</returns>
    public static CheckResult Check(Quantity quantity, string? answer)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        return AnswerCheck.Of(quantity, answer);
    }

    /// <summary>Whether a computed answer is right to three digits; 0 must be exact.</summary>
    /// <param name="quantity">What was asked for, one number.</param>
    /// <param name="answer">The answer.</param>
    /// <returns>A displayable: right to three digits, or where it differs.</returns>
    public static CheckResult Check(ScalarQuantity quantity, double answer)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        return double.IsFinite(answer)
            ? AnswerCheck.Of(quantity.Id, quantity.Value, WrittenNumber.Of(answer))
            : new(quantity.Id, CheckStatus.Unreadable, $"found {NumberFormat.RoundTrip(answer)}, expected a finite number");
    }
}
