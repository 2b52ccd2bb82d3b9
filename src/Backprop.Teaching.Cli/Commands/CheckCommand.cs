using System.CommandLine;

namespace Backprop.Teaching.Cli;

/// <summary><c>backprop check</c>: hand-computed numbers against the right ones, with the mistake that leads to the first wrong one.</summary>
static class CheckCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("[EXAMPLE] SHEET")
        {
            Description = "The answer sheet: plain text, CSV or JSON. Before it the example that it answers, unless the sheet states its givens.",
            Arity = new ArgumentArity(1, 2),
        };
        files.Validators.Add(CommandOptions.RefuseOptions);
        var hint = CommandOptions.WholeNumber("--hint", "H", "How much is said: 1 where, 2 which kind of mistake, 3 the formula, 4 the worked line. 2 if nothing is said.", 1, SheetReport.FullHint);
        var digits = CommandOptions.WholeNumber("--digits-kept", "N", "Significant digits kept at each step, 1 to 15; if nothing is said what the sheet says, else the most digits on it, at least 3.", 1, 15);
        var reveal = new Option<bool>("--reveal") { Description = "Show the right numbers too." };
        var json = CommandOptions.Json("One JSON document on one line.");
        var command = new CommandWithExamples(
            "check",
            "Check hand-computed numbers: which are right, which are right given the earlier ones, where to look first, and which mistake leads to it. Exit code 1 if something is wrong.",
            "mazur-2-2-2 data/sheets/mazur-updated-weights.txt",
            "data/sheets/own-givens.txt --reveal")
        { files, hint, digits, reveal, json };
        command.SetAction(parsed => Run(parsed.GetValue(files)!, parsed.GetValue(hint) ?? SheetReport.DefaultHint, parsed.GetValue(digits), parsed.GetValue(reveal), parsed.GetValue(json)));
        return command;
    }

    static int Run(string[] files, int hint, int? digits, bool reveal, bool json)
    {
        var example = files.Length == 1 ? null : ExampleArgument.Read(files[0]);
        return Exit.ForEach([files[^1]], file =>
        {
            var report = SheetReport.Of(AnswerSheet.Read(file, example), digits).AtHint(hint);
            if (reveal) report = report.Revealed();
            if (json) SheetReportJson.Print(report);
            else Printer.Print(report, NumberFormat.Default);
            return report.IsAllRight ? Exit.Fine : Exit.CheckFailed;
        });
    }
}
