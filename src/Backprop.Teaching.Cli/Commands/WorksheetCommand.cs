using System.CommandLine;

namespace Backprop.Teaching.Cli;

/// <summary><c>backprop worksheet</c>: worksheets for a class, and the report on what it handed in.</summary>
static class WorksheetCommand
{
    public static Command Create() => new CommandWithExamples(
        "worksheet", "Make worksheets whose numbers tell mistakes apart, one or one for each student, and grade what comes back.",
        "new --net 2-4-2 --samples 3 --seed 7 --out my-worksheet", "grade data/worksheets/handed-in")
    {
        WorksheetNewCommand.Create(),
        WorksheetGradeCommand.Create(),
    };
}
