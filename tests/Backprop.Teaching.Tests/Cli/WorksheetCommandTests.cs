using System.Text.RegularExpressions;

namespace Backprop.Teaching.Tests.Cli;

public class WorksheetCommandTests
{
    [Fact]
    public void A_worksheet_is_six_files_of_which_the_student_gets_two()
    {
        using var folder = new TemporaryFolder();
        var (code, output, error) = BackpropCommand.Run("worksheet", "new", "--net", "2-2-2", "--samples", "1", "--seed", "7", "--out", folder.At("sheet"));
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("known mistakes give answers of their own at three digits", output, StringComparison.Ordinal);
        Assert.Equal(["certificate.txt", "key.html", "key.txt", "mistakes.html", "sheet.html", "sheet.txt"], folder.Files.Order());
        Assert.Equal(0, BackpropCommand.Run("check", folder.At("sheet/teacher/key.txt")).Code);
    }

    [Fact]
    public void A_class_has_a_sheet_for_each_name_and_the_teacher_one_key()
    {
        using var folder = new TemporaryFolder();
        var names = folder.Write("names.txt", "Ann\nBob\nAnn\n");
        var (code, _, error) = BackpropCommand.Run("worksheet", "new", "--net", "2-2-2", "--samples", "1", "--class", names, "--out", folder.At("class"));
        Assert.Equal((0, ""), (code, error));
        Assert.Equal(["Ann-2.html", "Ann-2.txt", "Ann.html", "Ann.txt", "Bob.html", "Bob.txt"], Directory.GetFiles(folder.At("class/students")).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
        Assert.Equal(["certificates.txt", "key.csv", "key.html"], Directory.GetFiles(folder.At("class/teacher")).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_a_class_handed_in_is_graded_and_one_bad_sheet_does_not_stop_it()
    {
        using var folder = new TemporaryFolder();
        foreach (var file in Directory.GetFiles(Repository.At("data/worksheets/handed-in"))) File.Copy(file, folder.At(Path.GetFileName(file)));
        var (code, output, error) = BackpropCommand.Run("worksheet", "grade", folder.Root, "--csv", folder.At("report.csv"), "--html", folder.At("report.html"));
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("what the first wrong numbers come from", output, StringComparison.Ordinal);
        Assert.StartsWith("student,file,right", File.ReadAllText(folder.At("report.csv")), StringComparison.Ordinal);
        Assert.Contains("<svg", File.ReadAllText(folder.At("report.html")), StringComparison.Ordinal);

        // the table that was just written is no sheet; the next one is a sheet that cannot be read
        folder.Write("zoe.txt", "delta[2][0] = 0.1\n");
        (code, output, error) = BackpropCommand.Run("worksheet", "grade", folder.Root);
        Assert.Equal(2, code);
        Assert.StartsWith($"{folder.At("zoe.txt")}: ", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd('\n').Split('\n'));
        Assert.Contains("what the first wrong numbers come from", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("net: found \"x\", expected sizes", "worksheet", "new", "--net", "x", "--out", "d")]
    [InlineData("--loss: found \"hinge\", expected one of half_squared_error, cross_entropy, binary_cross_entropy", "worksheet", "new", "--net", "2-2-2", "--loss", "hinge", "--out", "d")]
    [InlineData("--samples: found 7, expected a whole number from 1 to 6", "worksheet", "new", "--net", "2-2-2", "--samples", "7", "--out", "d")]
    [InlineData("no-names.txt: found no such file, expected a file of names, one a line", "worksheet", "new", "--net", "2-2-2", "--class", "no-names.txt", "--out", "d")]
    [InlineData("no-folder: found no such folder, expected a folder of answer sheets", "worksheet", "grade", "no-folder")]
    public void A_mistake_says_what_was_found_and_what_was_expected(string message, params string[] arguments)
    {
        var (code, output, error) = BackpropCommand.Run(arguments);
        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith(message, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Repository.At("d")));
    }

    [Fact]
    public void Every_command_of_the_documentation_runs()
    {
        using var folder = new TemporaryFolder();
        var commands = new[] { "docs/worksheets.md", "README.md" }.SelectMany(page => File.ReadAllLines(Repository.At(page)))
            .Where(line => line.StartsWith("backprop worksheet ", StringComparison.Ordinal) || line.StartsWith("backprop audit ", StringComparison.Ordinal)).Distinct().ToList();
        Assert.True(commands.Count >= 9, $"{commands.Count} commands");
        foreach (var command in commands)
        {
            // what is written goes to a folder of the test
            var arguments = Regex.Replace(command, @"(--out|--csv|--html) (\S+)", match => $"{match.Groups[1]} {folder.At(match.Groups[2].Value)}").Split(' ').Skip(1).ToArray();
            Assert.Equal(arguments[0] == "audit" ? 1 : 0, BackpropCommand.Run(arguments).Code);
        }
    }
}
