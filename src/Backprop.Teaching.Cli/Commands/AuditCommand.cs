using System.CommandLine;

namespace Backprop.Teaching.Cli;

/// <summary><c>backprop audit</c>: the numbers that a worked example prints, judged in its own order.</summary>
static class AuditCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("EXAMPLE")
        {
            Description = "Example files with a list of claims, answer sheets that state their givens, or the name of an example that comes with claims: mazur-2-2-2.",
            Arity = ArgumentArity.OneOrMore,
        };
        files.Validators.Add(CommandOptions.RefuseOptions);
        var json = CommandOptions.Json("One JSON document per file and line, every claimed number with its verdict, numbers in round-trip form.");
        var command = new CommandWithExamples(
            "audit",
            "Judge the numbers that a worked example prints, line by line in its own order: the first that does not follow, and which convention, mistake or misprint gives it. Exit code 1 if one does not follow.",
            "mazur-2-2-2",
            "data/examples/mazur-2-2-2.json --json")
        { files, json };
        command.SetAction(parsed => Run(parsed.GetValue(files)!, parsed.GetValue(json)));
        return command;
    }

    static int Run(string[] files, bool json)
    {
        var printed = 0;
        return Exit.ForEach(files, file =>
        {
            var audit = Audit.Find(file) ?? Audit.Read(file);
            if (json) AuditJson.Print(audit);
            else
            {
                if (printed++ > 0) Console.WriteLine();
                Printer.Print(audit, NumberFormat.Default);
            }
            return audit.IsClean ? Exit.Fine : Exit.CheckFailed;
        });
    }
}
