using System.Text.RegularExpressions;

namespace Backprop.Teaching.Tests.Diagnosis;

/// <summary>Every sheet that the document shows is read, and right.</summary>
public class AnswerSheetDocumentTests
{
    static readonly string Text = File.ReadAllText(Repository.At("docs/answer-sheets.md"));

    public static TheoryData<string, bool> Sheets()
    {
        var sheets = new TheoryData<string, bool>();
        foreach (Match match in Regex.Matches(Text, "```sheet( mazur)?\n(.*?)```", RegexOptions.Singleline)) sheets.Add(match.Groups[2].Value, match.Groups[1].Success);
        return sheets;
    }

    [Theory]
    [MemberData(nameof(Sheets))]
    public void A_sheet_that_is_shown_is_read_and_right(string sheet, bool isOfMazur)
    {
        var report = SheetReport.Of(AnswerSheet.Parse(sheet, isOfMazur ? Examples.Mazur : null));
        Assert.All(report.Numbers, number => Assert.True(number.Status is AnswerStatus.Right or AnswerStatus.Missing, $"{number.Answer} {number.Status}"));
        Assert.True(report.IsAllRight);
    }

    [Fact]
    public void Seven_sheets_are_shown() => Assert.Equal(7, Sheets().Count);

    [Fact]
    public void Every_setting_status_and_convention_is_in_the_document()
    {
        Assert.All(SheetSetting.All, setting => Assert.Contains("`" + setting, Text, StringComparison.Ordinal));
        Assert.All(Enum.GetNames<AnswerStatus>(), status => Assert.Contains($"`{char.ToLowerInvariant(status[0])}{status[1..]}`", Text, StringComparison.Ordinal));
        Assert.All(Convention.All.Where(convention => !convention.Line.StartsWith("decay", StringComparison.Ordinal)), convention => Assert.Contains(convention.Line.Split(':')[0], Text, StringComparison.Ordinal));
    }
}
