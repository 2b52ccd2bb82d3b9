using System.CommandLine;
using System.Globalization;
using Backprop.Teaching.Notebooks;

namespace Backprop.Teaching.Cli;

/// <summary><c>notebook run</c> and <c>notebook check</c>.</summary>
static class NotebookCommand
{
    public static Command Create()
    {
        var command = new CommandWithExamples("notebook", "Run notebooks of C# cells, or check that their saved outputs still hold.", "run notebooks/00-a-first-look.ipynb", "check notebooks/00-a-first-look.ipynb");
        command.Subcommands.Add(Run());
        command.Subcommands.Add(Check());
        command.Subcommands.Add(Child());
        return command;
    }

    static Argument<string[]> Files() => NotebookFiles.Argument("The .ipynb files.");

    static Option<double?> Timeout() => CommandOptions.PositiveNumber("--timeout", "SECONDS", "The longest that one cell may take; 60 if nothing is said, at most a day.", "60");

    static Option<bool> Solutions() => new("--solutions") { Description = "Run solution cells without their comment marks." };

    static Command Run()
    {
        var files = Files();
        var save = new Option<bool>("--save") { Description = "Save the outputs in the file, if nothing went wrong." };
        var html = new Option<string?>("--html") { Description = "Write each notebook that ran as a page, DIR/<notebook name>.html, with an index if there are several.", HelpName = "DIR" };
        var shared = PageCommand.SharedAssets();
        var timeout = Timeout();
        var solutions = Solutions();
        var command = new CommandWithExamples("run", "Run each notebook top to bottom in a process of its own.", "notebooks/00-a-first-look.ipynb --html pages", "my-lessons/00-a-first-look.ipynb --save") { files, save, html, shared, timeout, solutions };
        command.SetAction(parsed => Exit.Guard(() =>
        {
            if (parsed.GetValue(save) && parsed.GetValue(solutions))
            {
                Console.Error.WriteLine("--save and --solutions: found both, expected one; outputs of solved cells are never saved over the lesson.");
                return Exit.BadInput;
            }
            var ran = new List<(string, Notebook)>();
            var code = EachFile(parsed.GetValue(files)!, Options(parsed, timeout, solutions), (file, run) =>
            {
                if (run.Problems.Count > 0) return run.Problems;
                if (parsed.GetValue(save)) run.Notebook.Save(file);
                ran.Add((Path.GetFileNameWithoutExtension(file), run.Notebook));
                return run.Problems;
            });
            if (parsed.GetValue(html) is { } folder && ran.Count > 0) PageCommand.Write(ran, folder, parsed.GetValue(shared));
            return code;
        }));
        return command;
    }

    static Command Check()
    {
        var files = Files();
        var timeout = Timeout();
        var command = new CommandWithExamples("check", "Run each notebook and compare with its saved outputs; no file is changed. Exit code 1 if one differs.", "notebooks/00-a-first-look.ipynb") { files, timeout };
        command.SetAction(parsed => Exit.Guard(() => EachFile(parsed.GetValue(files)!, Options(parsed, timeout), (file, run) =>
            run.Problems.Count > 0 ? run.Problems : OutputComparer.Compare(Notebook.Read(file), run.Notebook))));
        return command;
    }

    static Command Child()
    {
        var file = new Argument<string>("file");
        var timeout = Timeout();
        var solutions = Solutions();
        var command = new Command("child", "The process in which one notebook runs.") { file, timeout, solutions };
        command.Hidden = true;
        command.SetAction(parsed => Exit.Guard(() =>
        {
            NotebookChild.Run(parsed.GetValue(file)!, Limit(parsed, timeout), parsed.GetValue(solutions));
            return Exit.Fine;
        }));
        return command;
    }

    static NotebookRunOptions Options(ParseResult parsed, Option<double?> timeout, Option<bool>? solutions = null) =>
        new() { CellTimeout = Limit(parsed, timeout), Solutions = solutions is not null && parsed.GetValue(solutions) };

    static TimeSpan Limit(ParseResult parsed, Option<double?> timeout) => TimeSpan.FromSeconds(Math.Min(parsed.GetValue(timeout) ?? 60, 86400));

    static int EachFile(IReadOnlyList<string> files, NotebookRunOptions options, Func<string, NotebookRun, IReadOnlyList<string>> judge)
    {
        return Exit.ForEach(files, file =>
        {
            NotebookFiles.Expect(file);
            var problems = judge(file, RunProgress.Show(Path.GetFileName(file), options, with => NotebookRunner.Run(file, with)));
            Console.WriteLine(problems.Count == 0 ? $"{file}: fine" : $"{file}: {problems.Count.ToString(CultureInfo.InvariantCulture)} {(problems.Count == 1 ? "problem" : "problems")}");
            foreach (var problem in problems) Console.WriteLine("  " + problem.Replace("\n", "\n  ", StringComparison.Ordinal));
            return problems.Count == 0 ? Exit.Fine : Exit.CheckFailed;
        });
    }
}
