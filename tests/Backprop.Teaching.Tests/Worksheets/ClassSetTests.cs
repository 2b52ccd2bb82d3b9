namespace Backprop.Teaching.Tests.Worksheets;

public class ClassSetTests
{
    static readonly WorksheetPlan Plan = WorksheetPlan.Of("2-2-2") with { Samples = 1, Seed = 3 };

    [Fact]
    public void Each_student_has_other_numbers_and_whoever_joins_changes_nobodys()
    {
        var set = ClassSet.Create(Plan, "Ann\nBob\n");
        var larger = ClassSet.Create(Plan, "Zoe\nAnn\nCem\nBob\n");
        Assert.NotEqual(set.Worksheets[0].Example.Network, set.Worksheets[1].Example.Network);
        Assert.Equal(set.Worksheets[0].ToSheet(), larger.Worksheets[1].ToSheet());
        Assert.Equal(set.Worksheets[1].ToSheet(), larger.Worksheets[3].ToSheet());
    }

    [Fact]
    public void A_class_of_five_hundred_has_five_hundred_seeds_and_file_names()
    {
        var names = StudentName.Read(string.Join('\n', Enumerable.Range(0, 500).Select(n => $"Student {n % 100}")));
        Assert.Equal(500, names.Distinct().Count());
        Assert.Equal("Student 0 (2)", names[100]);
        Assert.Equal(500, StudentName.Seeds(names, 1).Distinct().Count());
        Assert.Equal(500, StudentName.FileNames(names).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Theory]
    [InlineData("Anna-Lena Müller", "Anna-Lena-Müller")]
    [InlineData("../../etc/passwd", "etc-passwd")]
    [InlineData("C:\\temp\\x", "C-temp-x")]
    [InlineData("con", "con-student")]
    [InlineData("???", "student")]
    [InlineData("张伟", "张伟")]
    [InlineData("=1+1", "1-1")]
    [InlineData("a\tb  c", "a-b-c")]
    [InlineData(".hidden.", "hidden")]
    public void A_name_becomes_a_file_name_without_what_is_taken_for_something_else(string name, string file) =>
        Assert.Equal([file], StudentName.FileNames(StudentName.Read(name)).ToArray());

    [Fact]
    public void Names_that_differ_only_in_case_or_in_signs_have_different_files() =>
        Assert.Equal(["ann-b", "Ann-B-2", "ann-b-3"], StudentName.FileNames(["ann b", "Ann B", "ann.b"]).ToArray());

    [Fact]
    public void Blank_lines_marks_and_controls_are_no_names()
    {
        Assert.Equal(["Ann Lee", "Bob"], StudentName.Read("\uFEFFAnn\u200b\u0007 Lee\r\n\r\n  \r\nBob").ToArray());
        var error = Assert.Throws<InvalidInputException>(() => StudentName.Read("\n \n"));
        Assert.Equal("found no names, expected one name a line", error.Message);
    }

    [Fact]
    public void A_student_whose_name_is_a_formula_or_a_comment_is_read_back_and_does_no_harm()
    {
        var set = ClassSet.Create(Plan, "=HYPERLINK(\"http://x\")\n# nobody <b>\n");
        Assert.Contains("'=HYPERLINK(", set.ToKeyTable(), StringComparison.Ordinal);
        Assert.DoesNotContain("\n=", set.ToKeyTable(), StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", set.ToKeyPage(), StringComparison.Ordinal);
        Assert.Equal("＃ nobody <b>", AnswerSheet.Parse(set.Worksheets[1].ToSheet()).Student);
    }

    [Fact]
    public void The_key_of_the_class_has_every_number_of_every_student()
    {
        var set = ClassSet.Create(Plan, "Ann\nBob");
        var lines = set.ToKeyTable().TrimEnd('\n').Split('\n');
        Assert.Equal(3, lines.Length);
        foreach (var sheet in set.Worksheets)
            foreach (var id in sheet.AskedEntries)
            {
                var number = NumberFormat.Exact(sheet.Value(id), 4);
                Assert.Contains(number, Assert.Single(lines, line => line.StartsWith(sheet.Plan.Student!, StringComparison.Ordinal)), StringComparison.Ordinal);
                Assert.Contains(number.Replace('-', '−'), set.ToKeyPage(), StringComparison.Ordinal);
            }
    }
}
