namespace Backprop.Teaching.Tests.Cli;

public class UsageTests
{
    const string Mazur = "data/examples/mazur-2-2-2.json";
    const string Commands = "start, lessons, trace, explain, paths, check, new, gradcheck, train, errata, audit, worksheet, notebook, page, kernel";
    const string ExitCodes = "\nExit codes: 0 fine, 1 a check says no, 2 bad input or usage.\n\n";
    const string Hint = "'backprop --help' lists the commands, 'backprop COMMAND --help' shows an example.\n";

    public static TheoryData<string, string[]> Mistakes => new()
    {
        { $"found no command, expected one of the commands {Commands}", [] },
        { $"found \"trase\", expected one of the commands {Commands}", ["trase", Mazur] },
        { "--notation: found \"nobody\", expected list or one of canonical, bias-unit (000), rows (001), partials (002), sensitivity (003), capitals (004)", ["explain", Mazur, "J", "--notation", "nobody"] },
        { "explain: found no example or no quantity, expected both, for example: backprop explain mazur-2-2-2 delta[1][0]", ["explain", Mazur] },
        { "trace: found no EXAMPLE, expected one, for example: backprop trace mazur-2-2-2 --digits 9", ["trace"] },
        { "--digits: found no value, expected one, for example: backprop trace mazur-2-2-2 --digits 9", ["trace", Mazur, "--digits"] },
        { "--format: found \"text \", expected text", ["explain", Mazur, "J", "--format", "text "] },
        { "--host: found \"emacs\", expected one of backprop, polyglot, verso", ["lessons", "--host", "emacs"] },
        { "worksheet: found no command, expected one of the commands new, grade", ["worksheet"] },
        { "kernel: found \"start\", expected one of the commands run, install, uninstall, list, check", ["kernel", "start"] },
        { "lessons: found \"b\", expected nothing more", ["lessons", "a", "b"] },
        { "--sedd: found an unknown option, expected --seed", ["worksheet", "new", "--net", "2-2-2", "--out", "o", "--sedd", "1"] },
        { "--safe: found an unknown option, expected --save", ["notebook", "run", "lesson.ipynb", "--safe"] },
        { "--timeout: found 0, expected a number above 0, such as 60", ["notebook", "check", "lesson.ipynb", "--timeout", "0"] },
        { "--smaple: found an unknown option, expected --sample", ["trace", Mazur, "--smaple", "0"] },
        { "--colour: found an unknown option, expected one of --json, --sample, --digits", ["trace", Mazur, "--colour"] },
        { "--digits: found 18, expected a whole number from 1 to 17", ["trace", Mazur, "--digits", "18"] },
        { "--digits: found 4,5, expected a whole number from 1 to 17", ["trace", Mazur, "--digits", "4,5"] },
        { "--sample: found -1, expected a whole number from 0", ["trace", Mazur, "--sample", "-1"] },
        { "--step: found -1e-5, expected a number above 0, such as 1e-5", ["gradcheck", Mazur, "--step", "-1e-5"] },
        { "--step: found NaN, expected a number above 0, such as 1e-5", ["gradcheck", Mazur, "--step", "NaN"] },
        { "train: found no --epochs, expected one, for example: backprop train xor-2-2-1 --epochs 500", ["train", Mazur] },
        { "--epochs: found 0, expected a whole number from 1", ["train", Mazur, "--epochs", "0"] },
        { "--batch: found all, expected a whole number from 1", ["train", Mazur, "--epochs", "1", "--batch", "all"] },
        { "--seed: found 0.5, expected a whole number", ["train", Mazur, "--epochs", "1", "--seed", "0.5"] },
        { "--digits: found together with --json, expected one of the two: JSON has always all digits", ["trace", Mazur, "--digits", "4", "--json"] },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_in_the_command_line_is_two_lines_and_exit_code_2(string message, string[] arguments) =>
        Assert.Equal((2, "", message + "\n" + Hint), BackpropCommand.Run(arguments));

    [Fact]
    public void An_example_of_the_lessons_is_read_by_its_name()
    {
        Assert.Equal(BackpropCommand.Run("trace", Mazur), BackpropCommand.Run("trace", "mazur-2-2-2"));
        Assert.Equal((2, "", "mazur-2-2: found no such file, expected an example file, or mazur-2-2-2\n"), BackpropCommand.Run("trace", "mazur-2-2"));
        var (code, _, error) = BackpropCommand.Run("gradcheck", "something-else");
        Assert.Equal((2, true), (code, error.StartsWith("something-else: found no such file, expected an example file, or one of the examples chain-1-1-1-1, ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Where_nothing_can_be_written_nothing_is()
    {
        using var folder = new TemporaryFolder();
        var file = folder.At("taken");
        File.WriteAllText(file, "mine");
        var expected = (2, "", $"{file}: found a file, expected a folder to write to, or a name that is free\n");
        Assert.Equal(expected, BackpropCommand.Run("page", "notebooks/00-a-first-look.ipynb", "--out", file));
        Assert.Equal(expected, BackpropCommand.Run("worksheet", "new", "--net", "2-2-2", "--out", file));
        Assert.Equal(expected, BackpropCommand.Run("lessons", file));
        Assert.Equal("mine", File.ReadAllText(file));
        var report = folder.At("none/report.csv");
        Assert.Equal($"{report}: found no folder {folder.At("none")}, expected a file in a folder that is there\n", BackpropCommand.Run("worksheet", "grade", "data/worksheets/handed-in", "--csv", report).Error);
        Assert.Equal($"{folder.Root}: found a directory, expected a file to write to\n", BackpropCommand.Run("worksheet", "grade", "data/worksheets/handed-in", "--html", folder.Root).Error);
    }

    [Fact]
    public void A_sample_that_the_file_does_not_have()
    {
        Assert.Equal((2, "", $"{Mazur}: --sample: found 1, expected 0: the file has 1 sample\n"), BackpropCommand.Run("trace", Mazur, "--sample", "1"));
        Assert.Equal(
            (2, "", "data/examples/xor-2-2-1.json: --sample: found 4, expected 0 to 3: the file has 4 samples\n"),
            BackpropCommand.Run("trace", "data/examples/xor-2-2-1.json", "--sample", "4"));
    }

    [Theory]
    [InlineData("trace")]
    [InlineData("explain")]
    [InlineData("paths")]
    [InlineData("check")]
    [InlineData("new")]
    [InlineData("gradcheck")]
    [InlineData("train")]
    [InlineData("errata")]
    public void The_help_of_each_command_ends_with_examples_that_run(string command)
    {
        var (code, help, error) = BackpropCommand.Run(command, "--help");
        Assert.Equal((0, ""), (code, error));
        var examples = help[help.IndexOf("\nExamples:\n", StringComparison.Ordinal)..].Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).SkipLast(1).ToList();
        Assert.NotEmpty(examples);
        Assert.EndsWith(ExitCodes, help, StringComparison.Ordinal);
        foreach (var example in examples)
        {
            Assert.StartsWith($"  backprop {command} ", example, StringComparison.Ordinal);
            var arguments = example.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1)
                .SelectMany(word => word == "data/examples/*.json" ? Repository.ExampleFiles : [word]);
            // a check may say no; what is shown runs
            Assert.InRange(BackpropCommand.Run(arguments).Code, 0, command == "check" ? 1 : 0);
        }
    }

    [Theory]
    [InlineData("start")]
    [InlineData("lessons")]
    [InlineData("page")]
    [InlineData("kernel")]
    [InlineData("kernel", "install")]
    [InlineData("kernel", "uninstall")]
    [InlineData("kernel", "list")]
    [InlineData("kernel", "check")]
    [InlineData("worksheet")]
    [InlineData("worksheet", "new")]
    [InlineData("worksheet", "grade")]
    [InlineData("notebook")]
    [InlineData("notebook", "run")]
    [InlineData("notebook", "check")]
    public void The_help_of_a_command_that_writes_files_ends_with_examples_too(params string[] command)
    {
        var (code, help, error) = BackpropCommand.Run([.. command, "--help"]);
        Assert.Equal((0, ""), (code, error));
        var examples = help[help.IndexOf("\nExamples:\n", StringComparison.Ordinal)..].Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).SkipLast(1).ToList();
        Assert.NotEmpty(examples);
        Assert.EndsWith(ExitCodes, help, StringComparison.Ordinal);
        Assert.All(examples, example => Assert.StartsWith("  backprop " + string.Join(' ', command), example, StringComparison.Ordinal));
    }

    [Fact]
    public void The_help_lists_every_command_tested_here()
    {
        var (code, help, _) = BackpropCommand.Run("--help");
        Assert.Equal(0, code);
        Assert.All(Commands.Split(", "), command => Assert.Contains($"\n  {command} ", help, StringComparison.Ordinal));
    }
}
