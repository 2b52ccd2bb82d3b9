namespace Backprop.Teaching;

/// <summary>Marks the numbers of a sheet on the diagram of its network.</summary>
static class RedThreads
{
    public static NetworkDiagram Of(SheetReport report, int sample)
    {
        var trace = Backpropagation.Run(report.Sheet.Example);
        var marks = report.Numbers.Where(number => number.Answer.Quantity.IsScalar && MarkOf(number.Status) is not null).ToDictionary(number => number.Answer.Quantity, number => MarkOf(number.Status)!.Value);
        var written = report.Sheet.Answers.Where(answer => answer.Number is not null).ToDictionary(answer => answer.Quantity, answer => answer.Number!.Value.Value);
        return trace.NetworkDiagram(sample, marks, written);
    }

    static DiagramMark? MarkOf(AnswerStatus status) => status switch
    {
        AnswerStatus.Right or AnswerStatus.FewDigits or AnswerStatus.RoundedEarly => DiagramMark.Right,
        AnswerStatus.RightGivenYours => DiagramMark.RightGivenEarlier,
        AnswerStatus.Wrong or AnswerStatus.Slip => DiagramMark.Wrong,
        AnswerStatus.Contaminated => DiagramMark.Contaminated,
        _ => null,
    };
}
