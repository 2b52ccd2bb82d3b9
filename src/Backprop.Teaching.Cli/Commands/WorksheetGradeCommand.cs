using System.CommandLine;

namespace Backprop.Teaching.Cli;

/// <summary><c>backprop worksheet grade</c>: a folder of sheets as a table of who made which mistake, and how often each was made.</summary>
static class WorksheetGradeCommand
{
    static readonly string[] Endings = [".txt", ".csv", ".json"];

    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "The folder of sheets: every .txt, .csv and .json in it, not in folders below." };
        folder.Validators.Add(CommandOptions.RefuseOptions);
        var example = new Option<string?>("--example") { Description = "The example that sheets without givens answer: a file or a name, such as mazur-2-2-2.", HelpName = "EXAMPLE" };
        var csv = new Option<string?>("--csv") { Description = "Write the table to this file too.", HelpName = "FILE" };
        var html = new Option<string?>("--html") { Description = "Write the report as one page to this file too.", HelpName = "FILE" };
        var command = new CommandWithExamples(
            "worksheet grade",
            "Judge every sheet of a folder: who got how far, the first wrong number, the mistake behind it, and a histogram of mistakes. A sheet that cannot be read is named with file and line and the others are still judged; the exit code is then 2. Wrong numbers are no failure of the command: exit code 0.",
            "data/worksheets/handed-in",
            "data/worksheets/handed-in --csv report.csv --html report.html")
        { folder, example, csv, html };
        command.SetAction(parsed => Run(parsed.GetValue(folder)!, parsed.GetValue(example), parsed.GetValue(csv), parsed.GetValue(html)));
        return command;
    }

    static int Run(string folder, string? exampleFile, string? csv, string? html)
    {
        if (!Directory.Exists(folder)) throw new InvalidInputException("", "", File.Exists(folder) ? "a file" : "no such folder", "a folder of answer sheets", folder);
        var example = exampleFile is null ? null : ExampleArgument.Read(exampleFile);
        var files = Directory.GetFiles(folder).Where(file => IsSheet(file, csv)).Order(StringComparer.Ordinal).ToList();
        if (files.Count == 0) throw new InvalidInputException("", "", "no sheets", "at least one file that ends in .txt, .csv or .json", folder);
        var report = ClassReport.Of(files.Select(file => GradedSheet.Read(file, example)));
        Printer.Print(report, NumberFormat.Default);
        if (csv is not null) ExampleFile.Write(csv, report.ToTable());
        if (html is not null) ExampleFile.Write(html, report.ToPage());
        foreach (var sheet in report.Unreadable) Console.Error.WriteLine(sheet.Problem);
        return report.Unreadable.Any() ? Exit.BadInput : Exit.Fine;
    }

    // a table that this command wrote before is no sheet
    static bool IsSheet(string file, string? csv) =>
        Endings.Contains(Path.GetExtension(file).ToLowerInvariant()) && !Path.GetFileName(file).StartsWith('.')
        && (csv is null || Path.GetFullPath(file) != Path.GetFullPath(csv)) && !ClassReport.IsTable(file);
}
