using System.Globalization;

namespace Backprop.Teaching;

/// <summary>A report in words: what a person sees first, then each number.</summary>
sealed class SheetWords(SheetReport report)
{
    static readonly NumberFormat Bounds = new(6);

    public DisplayNode View()
    {
        var nodes = new List<DisplayNode>();
        if (report.Sheet is { CountFrom: 1, StatesCountFrom: false }) nodes.Add(new TextNode("Read as counted from 1, since it fits only so: the line 'count from: 1' would say it."));
        nodes.Add(new TextNode(First()));
        if (report.FirstWrong is { } wrong)
        {
            if (report.Hint >= 2 && More() is { } more) nodes.Add(new TextNode(more));
            if (report.Hint >= 3) nodes.Add(new TextNode(Formula(wrong)));
            if (report.Hint >= SheetReport.FullHint) nodes.AddRange(Worked(wrong));
        }
        nodes.Add(Table());
        if (report.FirstWrong is not null && report.Sheet.Example.Network.Layers.All(layer => layer.Units <= 8)) nodes.Add(new DetailsNode("On the network", () => report.RedThread().View()));
        return new StackNode(nodes);
    }

    // 5 numbers, 3 right. Look first at your line 9, delta[1][0] = 0.00729. It is what you get if … ; line 12 is right, given that.
    string First()
    {
        var all = report.Numbers.Length;
        var (right, missing) = (report.Numbers.Count(number => number.IsRight), report.Numbers.Count(number => number.Status == AnswerStatus.Missing));
        var count = all == 0 ? "No numbers." : InWords.Of(all, "number") + (right == all ? all == 1 ? ", right." : ", all right." : $", {InWords.Count(right)} right" + (missing == 0 ? "." : $", {InWords.Count(missing)} left blank."));
        if (report.FirstWrong is not { } wrong) return count + (missing > 0 && right > 0 ? " Nothing is wrong so far." : "") + FewDigits();
        var answer = wrong.Answer;
        var first = $"{count} Look first at your line {Line(wrong)}, {answer.Label} = {Excerpt.Of(answer.Text)}.";
        var given = Given();
        if (report.Hint < 2) return first + (given.Length == 0 ? "" : $" {char.ToUpperInvariant(given[0])}{given[1..]}.");
        var why = Why(wrong);
        return first + (why.Length == 0 ? "" : " " + why) + (given.Length == 0 ? "." : $"{(why.Length == 0 ? " " : "; ")}{(why.Length == 0 ? char.ToUpperInvariant(given[0]) + given[1..] : given)}.");
    }

    // without the full stop, for the clause that may follow
    string Why(AnswerJudgement wrong)
    {
        if (wrong.Status is AnswerStatus.Invalid) return "It cannot be read: " + wrong.Remark;
        if (wrong.Status is AnswerStatus.Slip) return $"Look at how it is written: {wrong.Remark}";
        if (report.Best is not { } best) return "No mistake that is known leads to it";
        return $"{best.Message.TrimEnd('.')} [{string.Join(" and ", best.Rules)}]";
    }

    string? More()
    {
        var sentences = new List<string>();
        // what explains other numbers than the first wrong one is said of those
        if (report.Best is null && report.Explanations is [var elsewhere, ..])
            sentences.Add($"{Lines([.. report.Numbers.Where(number => number.IsWrong && elsewhere.Explained.Contains(number.Answer.Quantity))], capital: true)}: {char.ToLowerInvariant(elsewhere.Message[0])}{elsewhere.Message[1..].TrimEnd('.')} [{string.Join(" and ", elsewhere.Rules)}].");
        var others = report.Explanations.Where(each => each != report.Best && report.Best is not null).DistinctBy(each => string.Join(' ', each.Rules)).ToList();
        if (report.FirstWrong!.Status != AnswerStatus.Slip && others.Count > 0)
            sentences.Add($"It may also be that {string.Join("; or that ", others.Take(3).Select(Clause))}{(others.Count > 3 ? $"; and {InWords.Count(others.Count - 3)} more" : "")}.");
        if (report.Separate is { } next) sentences.Add($"Compute {report.Sheet.NameOf(next)} next: it tells them apart.");
        if (report.Convention is { } convention)
            sentences.Add(report.Best?.RightIf is null
                ? $"All of it is right in another convention: {convention.Words}. If your text has it so, put the line '{convention.Line}' into the sheet."
                : $"If it does, put the line '{convention.Line}' into the sheet: all of it is right then.");
        return sentences.Count == 0 ? null : string.Join(' ', sentences);
    }

    static string Clause(Explanation explanation) => string.Join(", and ", explanation.Fit.Rules.Select(rule => rule.Message)) + $" [{string.Join(" and ", explanation.Rules)}]";

    string FewDigits()
    {
        var few = report.Numbers.Where(number => number.Status == AnswerStatus.FewDigits).ToList();
        return few.Count == 0 ? "" : $" {Lines(few, capital: true)} {(few.Count == 1 ? "has" : "have")} fewer than three digits, too few to be sure.";
    }

    string Given()
    {
        var given = report.Numbers.Where(number => number.Status == AnswerStatus.RightGivenYours).ToList();
        return given.Count == 0 ? "" : $"{Lines(given, capital: false)} {(given.Count == 1 || given.Select(number => number.Answer.Line).Distinct().Count() == 1 ? "is" : "are")} right, given {(report.Numbers.Count(number => number.IsWrong) > 1 && report.Best is null ? "your earlier numbers" : "that")}";
    }

    static string Lines(List<AnswerJudgement> numbers, bool capital)
    {
        var lines = numbers.Select(number => number.Answer.Line).Distinct().Order().Select(line => line.ToString(CultureInfo.InvariantCulture)).ToList();
        var listed = lines.Count < 3 ? string.Join(" and ", lines) : string.Join(", ", lines[..^1]) + " and " + lines[^1];
        return (capital ? "L" : "l") + (lines.Count == 1 ? "ine " : "ines ") + listed;
    }

    string Formula(AnswerJudgement wrong)
    {
        var general = report.Best is { Misconceptions: [var first, ..] } && wrong.Status is not AnswerStatus.Slip ? "The formula: " + first.Formula + "\n" : "";
        return general + (wrong.Answer.Quantity.IsScalar ? $"For your line {Line(wrong)}: " + FormulaTextWriter.Write(Step(wrong).Parts.Symbols()) : $"For your line {Line(wrong)}: " + wrong.Answer.Quantity.Words);
    }

    IEnumerable<DisplayNode> Worked(AnswerJudgement wrong)
    {
        if (!wrong.Answer.Quantity.IsScalar) yield break;
        yield return new HeadingNode($"Where the two part: line {Line(wrong)}");
        yield return new LineNode([DisplayCell.Of("yours:"), DisplayCell.Code(wrong.Answer.Label + " = " + Excerpt.Of(wrong.Answer.Text))]);
        var derivation = Trace()[wrong.Answer.Quantity].Explain(notation: report.Sheet.Notation, digits: Math.Clamp(report.DigitsKept, 3, 15));
        yield return derivation.View();
        // the red thread in the derivation: what it uses, as far as the sheet has it
        var used = derivation.Steps[0].Uses.Select(id => report.Numbers.FirstOrDefault(number => number.Answer.Quantity == id)).OfType<AnswerJudgement>().Where(number => number.Answer.Number is not null).ToList();
        if (used.Count > 0) yield return new TextNode($"It uses {string.Join(", ", used.Select(number => $"your line {Line(number)}, {number.Answer.Label} = {Excerpt.Of(number.Answer.Text)} {Glyph(number)}"))}.");
    }

    static string Glyph(AnswerJudgement number) => number.IsRight ? "✓" : number.Status == AnswerStatus.RightGivenYours ? "(✓)" : number.Status == AnswerStatus.Contaminated ? "(✗)" : "✗";

    DerivationStep Step(AnswerJudgement wrong) => Trace()[wrong.Answer.Quantity].Explain(notation: report.Sheet.Notation).Steps[0];

    BackpropTrace Trace() => Backpropagation.Run(report.Sheet.Example);

    TableNode Table()
    {
        var header = new List<DisplayCell> { "line", "number", "yours", "verdict" };
        if (report.IsRevealed) header.Add("right");
        return new(null, header, [.. report.Numbers.Select(IReadOnlyList<DisplayCell> (number) => Row(number))]);
    }

    List<DisplayCell> Row(AnswerJudgement number)
    {
        var cells = new List<DisplayCell> { Line(number), DisplayCell.Code(number.Answer.Label), number.Answer.IsBlank ? "" : Excerpt.Of(number.Answer.Text), Verdict(number) };
        if (report.IsRevealed) cells.Add(double.IsNaN(number.Expected) ? "" : DisplayCell.Of(number.Expected));
        return cells;
    }

    string Verdict(AnswerJudgement number) => number.Status switch
    {
        AnswerStatus.Missing => "left blank",
        AnswerStatus.Invalid => "✗ " + number.Remark,
        AnswerStatus.Right => "✓ right" + (number.Answer.Number!.Value.SignificantDigits is { } digits ? " to " + WrittenDifference.Count(digits) : ""),
        AnswerStatus.FewDigits => "✓ " + number.Remark,
        AnswerStatus.RightGivenYours => $"(✓) right, given your earlier numbers: accepted is {Interval(number)}",
        AnswerStatus.RoundedEarly => $"✓ {number.Remark}: accepted is {Interval(number)}",
        AnswerStatus.Slip => "✗ " + (report.Hint >= 2 ? number.Remark : "wrong"),
        AnswerStatus.Contaminated => "(✗) follows from a wrong number",
        _ => number.Answer == report.FirstWrong?.Answer ? "✗ first wrong" : "✗ wrong",
    };

    static string Interval(AnswerJudgement number) => number.Accepted is { } accepted ? $"{Bounds.Format(accepted.Low)} … {Bounds.Format(accepted.High)}" : "";

    static string Line(AnswerJudgement number) => number.Answer.Line.ToString(CultureInfo.InvariantCulture);
}
