using static Backprop.Teaching.Lesson;

namespace Backprop.Teaching.Tests.Diagnosis;

public class SheetReportTests
{
    static readonly BackpropTrace Mazur = Backpropagation.Run(Examples.Mazur);

    // δ⁽¹⁾ with the output weights stepped first, as in P8
    const string UpdatedFirst = """
        a[2][0] = 0.7514
        delta[2][0] = 0.1385
        delta[2][1] = -0.03810
        dW[2][0,0] = 0.08217
        delta[1][0] = 0.007294
        delta[1][1] = 0.008473
        dW[1][0,0] = 0.0003647
        dW[1][1,1] = 0.0008473
        """;

    static AnswerJudgement One(string sheet, string quantity, int? digitsKept = null) =>
        SheetReport.Of(AnswerSheet.Parse(sheet, Examples.Mazur), digitsKept).Numbers.Single(number => number.Answer.Quantity == Mazur[quantity].Id);

    [Theory]
    [InlineData("delta[2][0] = ?", "delta[2][0]", AnswerStatus.Missing)]
    [InlineData("delta[2][0] = much", "delta[2][0]", AnswerStatus.Invalid)]
    [InlineData("delta[2] = 0.1 0.2 0.3", "delta[2]", AnswerStatus.Invalid)]
    [InlineData("delta[2][0] = 0.1385", "delta[2][0]", AnswerStatus.Right)]
    [InlineData("delta[2][0] = 0.14", "delta[2][0]", AnswerStatus.FewDigits)]
    [InlineData("delta[2][0] = 0.2771\ndW[2][0,0] = 0.1644", "dW[2][0,0]", AnswerStatus.RightGivenYours)]
    [InlineData("delta[2][0] = 0.2771\ndW[2][0,0] = 0.1702", "dW[2][0,0]", AnswerStatus.Wrong)]
    [InlineData("delta[2][0] = 0.28\ndW[2][0,0] = 0.1702", "dW[2][0,0]", AnswerStatus.Contaminated)]
    [InlineData("delta[2][0] = 1\ndW[2][0,0] = 0.5933", "dW[2][0,0]", AnswerStatus.Contaminated)]
    [InlineData("a[2][0] = 0.751\ndelta[2][0] = 0.139", "delta[2][0]", AnswerStatus.RoundedEarly)]
    [InlineData("delta[2][0] = -0.1385", "delta[2][0]", AnswerStatus.Slip)]
    [InlineData("delta[2][0] = 0.1835", "delta[2][0]", AnswerStatus.Slip)]
    [InlineData("delta[2][0] = 1.385", "delta[2][0]", AnswerStatus.Slip)]
    [InlineData("delta[2][1] = -0.3810", "delta[2][1]", AnswerStatus.Slip)]
    [InlineData("dW[1][0,0] = 4.386e-5", "dW[1][0,0]", AnswerStatus.Slip)]
    [InlineData("delta[2][0] = -0.03810", "delta[2][0]", AnswerStatus.Slip)]
    [InlineData("dW[2][0,1] = -0.02260", "dW[2][0,1]", AnswerStatus.Slip)]
    [InlineData("delta[2][0] = 0.7777", "delta[2][0]", AnswerStatus.Wrong)]
    public void Each_status_is_reached(string sheet, string quantity, AnswerStatus status) => Assert.Equal(status, One(sheet, quantity).Status);

    [Theory]
    [InlineData("delta[2][0] = -0.1385", "the digits are right, the sign is not")]
    [InlineData("delta[2][0] = 0.1835", "two neighbouring digits are swapped")]
    [InlineData("delta[2][0] = 1.385", "the digits are right, the decimal point is off by one place")]
    [InlineData("delta[2][1] = -0.3810", "the digits are right, a zero behind the decimal point is lost")]
    [InlineData("dW[1][0,0] = 4.386e-6", "the digits are right, the exponent is off by 2")]
    [InlineData("delta[2][0] = -0.03810", "it is the right number of another entry")]
    [InlineData("dW[2][0,1] = -0.02260", "it is the right number with the two indices exchanged")]
    public void A_slip_of_the_pen_is_said_without_the_number(string sheet, string remark) => Assert.Equal(remark, Assert.Single(SheetReport.Of(AnswerSheet.Parse(sheet, Examples.Mazur)).Numbers).Remark);

    [Fact]
    public void The_first_wrong_number_is_the_first_to_be_computed_and_its_mistake_is_named()
    {
        var report = Check(Mazur, UpdatedFirst);
        Assert.Equal(SheetVerdict.Wrong, report.Verdict);
        Assert.Equal("delta[1][0]@0", report.FirstWrong!.Answer.Quantity.ToString());
        Assert.Contains(report.Explanations, explanation => explanation.Rules is ["P8@1"]);
        var text = report.ToText();
        Assert.StartsWith("8 numbers, 4 right. Look first at your line 5, delta[1][0] = 0.007294. ", text, StringComparison.Ordinal);
        Assert.Contains("W⁽²⁾ is updated before the error is carried back", text, StringComparison.Ordinal);
        Assert.Contains("[P8@1]", text, StringComparison.Ordinal);
        Assert.Contains("lines 7 and 8 are right, given that.", text, StringComparison.Ordinal);
        // written anywhere on the sheet
        var turned = Check(Mazur, string.Join('\n', UpdatedFirst.Split('\n').Reverse()));
        Assert.Equal("delta[1][0]@0", turned.FirstWrong!.Answer.Quantity.ToString());
        Assert.Equal(4, turned.FirstWrong.Answer.Line);
    }

    [Fact]
    public void The_hints_say_more_and_more_and_the_number_only_at_the_last()
    {
        string[] hints = [.. Enumerable.Range(1, 4).Select(hint => Check(Mazur, UpdatedFirst, hint).ToText())];
        Assert.DoesNotContain("updated", hints[0], StringComparison.Ordinal);
        Assert.Contains("updated", hints[1], StringComparison.Ordinal);
        Assert.DoesNotContain("The formula", hints[1], StringComparison.Ordinal);
        Assert.Contains("The formula: ", hints[2], StringComparison.Ordinal);
        Assert.Contains("Where the two part: line 5", hints[3], StringComparison.Ordinal);
        Assert.Contains("It uses your line 2, delta[2][0] = 0.1385 ✓, your line 3, delta[2][1] = -0.03810 ✓.", hints[3], StringComparison.Ordinal);
        // δ⁽¹⁾₀ is 0.008771…
        Assert.All(hints[..3], hint => Assert.DoesNotContain("0.00877", hint, StringComparison.Ordinal));
        Assert.Contains("0.008771", hints[3], StringComparison.Ordinal);
        Assert.All(hints[..3].Select((_, n) => Check(Mazur, UpdatedFirst, n + 1).ToHtml()), html => Assert.DoesNotContain("0.00877", html, StringComparison.Ordinal));
        Assert.Contains("0.008771", Check(Mazur, UpdatedFirst).Revealed().ToText(), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Check(Mazur, UpdatedFirst, 5));
    }

    [Fact]
    public void A_mistake_is_said_only_of_the_numbers_that_it_leads_to()
    {
        var text = Check(Mazur, UpdatedFirst + "\ndW[2][1,1] = 0.5").ToText();
        Assert.Contains("Look first at your line 9, dW[2][1,1] = 0.5. No mistake that is known leads to it; lines 7 and 8 are right, given your earlier numbers.", text, StringComparison.Ordinal);
        Assert.Contains("Lines 5 and 6: ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_red_thread_marks_each_number_and_shows_only_those_of_the_sheet()
    {
        var diagram = Check(Mazur, UpdatedFirst + "\ndW[2][1,1] = 0.5\ngradW[2][1,1] = 0.6").RedThread();
        Assert.Equal(DiagramMark.Right, diagram.Marks[Mazur["delta[2][0]"].Id]);
        Assert.Equal(DiagramMark.Wrong, diagram.Marks[Mazur["delta[1][0]"].Id]);
        Assert.Equal(DiagramMark.RightGivenEarlier, diagram.Marks[Mazur["dW[1][1,1]"].Id]);
        Assert.Equal(DiagramMark.Contaminated, diagram.Marks[Mazur["gradW[2][1,1]"].Id]);
        Assert.DoesNotContain("0.5933", diagram.ToHtml(), StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", diagram.ToHtml(), StringComparison.Ordinal);
        Assert.Contains("0.007294 ✗", diagram.ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_accepted_is_an_interval()
    {
        var right = One("delta[2][0] = 0.1385", "delta[2][0]");
        Assert.InRange(0.138498561629, right.Accepted!.Value.Low, right.Accepted.Value.High);
        Assert.Equal(1e-4, right.Accepted.Value.High - right.Accepted.Value.Low, 1e-9);
        var early = One("a[2][0] = 0.751\ndelta[2][0] = 0.139", "delta[2][0]");
        Assert.InRange(0.139, early.Accepted!.Value.Low, early.Accepted.Value.High);
    }

    [Fact]
    public void A_sheet_that_fits_only_when_counted_from_1_says_so_in_its_first_line()
    {
        // unit 1 of 1 and 2 has the numbers of unit 0; the names are there in both ways of counting
        var report = Check(Mazur, "delta[2][1] = 0.1385\ndelta[1][1] = 0.008771\ndW[1][1,1] = 0.0004386");
        Assert.StartsWith("Read as counted from 1, since it fits only so", report.ToText(), StringComparison.Ordinal);
        Assert.Equal(SheetVerdict.Right, report.Verdict);
        Assert.DoesNotContain("counted from 1", Check(Mazur, "count from: 1\ndelta[2][1] = 0.1385").ToText(), StringComparison.Ordinal);
        Assert.Equal(SheetVerdict.Wrong, Check(Mazur, "count from: 0\ndelta[2][1] = 0.1385\ndelta[1][1] = 0.008771").Verdict);
    }

    [Fact]
    public void Nothing_wrong_is_said_shortly()
    {
        Assert.StartsWith("2 numbers, all right.\n", Check(Mazur, "delta[2] = 0.1385 -0.03810").ToText(), StringComparison.Ordinal);
        Assert.StartsWith("3 numbers, 2 right, 1 left blank. Nothing is wrong so far.\n", Check(Mazur, "delta[2] = 0.1385 -0.03810\nJ = ?").ToText(), StringComparison.Ordinal);
        Assert.StartsWith("1 number, right. Line 1 has fewer than three digits, too few to be sure.\n", Check(Mazur, "J = 0.3").ToText(), StringComparison.Ordinal);
        Assert.Empty(Check(Mazur, "delta[2] = 0.1385 -0.03810").Explanations);
    }

    [Fact]
    public void A_convention_in_which_the_sheet_is_right_is_named_with_its_line_and_then_judged_in()
    {
        const string Sheet = "delta[2] = 0.2770 -0.07620\ndelta[1][0] = 0.01754\nloss = 0.5967";
        var report = Check(Mazur, Sheet);
        Assert.Equal(SheetVerdict.AnotherConvention, report.Verdict);
        Assert.Equal(Convention.LossWithoutHalf, report.Convention);
        Assert.Contains("put the line 'squared error factor: 1' into the sheet", report.ToText(), StringComparison.Ordinal);
        Assert.NotEmpty(report.Explanations);
        Assert.Equal(SheetVerdict.Right, Check(Mazur, report.Convention!.Line + "\n" + Sheet).Verdict);
    }

    [Theory]
    [InlineData("convention: y - a", "delta[2] = -0.1385 0.03810\ndW[2][0,0] = -0.08217\nnewW[2][0,0] = 0.3589")]
    [InlineData("convention: shared bias", "db[2] = 0.1004 0.1004")]
    [InlineData("convention: row vectors", "dW[2][1,0] = 0.08267\ndW[2][0,1] = -0.02260")]
    [InlineData("over outputs: mean", "delta[2] = 0.06925 -0.01905")]
    public void A_sheet_is_judged_in_the_convention_that_it_states(string line, string sheet)
    {
        Assert.Equal(SheetVerdict.Right, Check(Mazur, line + "\n" + sheet).Verdict);
        Assert.NotEqual(SheetVerdict.Right, Check(Mazur, sheet).Verdict);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(4)]
    [InlineData(3)]
    public void A_student_without_a_mistake_is_not_accused(int? digits)
    {
        var random = new Random(7);
        GeneratedNets.ForEach(
            example =>
            {
                var student = new CarefulStudent(example, digits);
                var asked = CarefulStudent.Asked(example).Where(id => double.IsFinite(student.Value(id))).ToArray();
                random.Shuffle(asked);
                var report = SheetReport.Of(AnswerSheet.Parse("count from: 0\n" + student.Sheet(asked.Take(20)), example));
                Assert.True(report.FirstWrong is null, $"{report.FirstWrong?.Answer} {report.FirstWrong?.Status}, accepted {report.FirstWrong?.Accepted}");
            },
            100);
    }

    [Fact]
    public void The_reason_for_one_wrong_number_is_named_in_a_check()
    {
        var check = Check(Mazur["dW[1][0,0]"], "0.000365");
        Assert.Equal(CheckStatus.Wrong, check.Status);
        Assert.Contains(check.Reasons, reason => reason.Contains("updated before the error is carried back", StringComparison.Ordinal) && reason.EndsWith("[P8@1]", StringComparison.Ordinal));
        Assert.DoesNotContain("0.00043", check.ToText(), StringComparison.Ordinal);
        Assert.Empty(Check(Mazur["dW[1][0,0]"], "0.000439").Reasons);
        Assert.Empty(Check(Mazur["dW[1][0,0]"], "0.37").Reasons);
    }
}
