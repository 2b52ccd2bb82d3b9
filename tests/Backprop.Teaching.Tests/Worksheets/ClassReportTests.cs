namespace Backprop.Teaching.Tests.Worksheets;

public class ClassReportTests
{
    static readonly Worksheet Sheet = Worksheet.Create(WorksheetPlan.Of("2-4-2") with { Seed = 11, WeightDecay = 0.1 });

    [Fact]
    public void A_folder_of_sheets_becomes_a_table_and_a_histogram_of_the_mistakes_that_were_made()
    {
        using var folder = new TemporaryFolder();
        var report = ClassReport.Of(
        [
            Read(folder, "right", Sheet.ToKey()),
            Read(folder, "blank", Sheet.ToSheet()),
            Read(folder, "made-d2", With("D2@1")),
            Read(folder, "made-d2-too", With("D2@1")),
            Read(folder, "made-m1", With("M1")),
            Read(folder, "no-sheet", Sheet.ToSheet().Replace("answers:", "answers:\nabout a half", StringComparison.Ordinal)),
        ]);
        Assert.Equal(["blank", "made-d2", "made-d2-too", "made-m1", "no-sheet", "right"], report.Sheets.Select(sheet => sheet.Student));
        Assert.Equal("D2: made-d2, made-d2-too", $"{report.Causes[0].Cause}: {string.Join(", ", report.Causes[0].Students)}");
        Assert.Equal("M1: made-m1", $"{report.Causes[1].Cause}: {string.Join(", ", report.Causes[1].Students)}");
        Assert.Equal(2, report.Causes.Length);
        Assert.Equal("no-sheet", Assert.Single(report.Unreadable).Student);
        Assert.StartsWith("6 sheets: 1 all right, 3 with something wrong, 1 right so far and not finished, 1 that could not be read.", report.ToText(), StringComparison.Ordinal);
        Assert.Contains("D2 2, M1 1", report.Histogram()!.AltText, StringComparison.Ordinal);
        Assert.Contains("no-sheet.txt: line ", report.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_text_of_a_student_is_escaped_on_the_page_and_no_formula_in_the_table()
    {
        using var folder = new TemporaryFolder();
        var text = Sheet.ToKey().Replace("name: ", "student: =cmd|' /C calc'!A0\nname: ", StringComparison.Ordinal);
        var other = Sheet.ToKey().Replace("name: ", "student: <script>alert(1)</script>\nname: ", StringComparison.Ordinal);
        var report = ClassReport.Of([Read(folder, "=1+1", text), Read(folder, "@b", other), Read(folder, "<img>", "nonsense\n")]);
        var page = report.ToPage();
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
        foreach (var field in report.ToTable().Split('\n', StringSplitOptions.RemoveEmptyEntries).SelectMany(line => line.Split(',')))
            Assert.False(field.Trim('"') is ['=' or '+' or '@', ..], field);
    }

    [Fact]
    public void A_table_has_as_many_fields_in_every_line_as_in_its_header()
    {
        using var folder = new TemporaryFolder();
        var report = ClassReport.Of([Read(folder, "a", With("M1")), Read(folder, "b", "1\n"), Read(folder, "c", Sheet.ToKey())]);
        var lines = report.ToTable().TrimEnd('\n').Split('\n');
        Assert.Equal(4, lines.Length);
        Assert.All(lines, line => Assert.Equal(9, Fields(line).Count));
        Assert.True(ClassReport.IsTable(folder.Write("report.csv", report.ToTable())));
        Assert.False(ClassReport.IsTable(folder.Write("other.csv", "quantity,value\n")));
    }

    [Fact]
    public void A_sheet_without_givens_answers_the_example_that_is_named()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("ann.txt", "delta[2][0] = 0.138\n");
        Assert.NotNull(GradedSheet.Read(path).Problem);
        Assert.Equal(1, GradedSheet.Read(path, Examples.Mazur).RightCount);
        // one with givens answers its own example, whichever is named
        Assert.Equal("all right", GradedSheet.Read(folder.Write("bob.txt", Sheet.ToKey()), Examples.Mazur).Words);
    }

    static GradedSheet Read(TemporaryFolder folder, string name, string text) => GradedSheet.Read(folder.Write(name + ".txt", text));

    static string With(string label) => FilledSheet.WithMistake(Sheet, label);

    static List<string> Fields(string line)
    {
        var (fields, quoted) = (new List<string> { "" }, false);
        foreach (var c in line)
        {
            if (c == '"') quoted = !quoted;
            if (c == ',' && !quoted) fields.Add("");
            else fields[^1] += c;
        }
        return fields;
    }
}
