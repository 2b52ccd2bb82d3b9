using System.CommandLine;

namespace Backprop.Teaching.Cli;

/// <summary><c>backprop worksheet</c>: worksheets for a class, and the report on what it handed in.</summary>
static class WorksheetCommand
{
    public static Command Create() => new("worksheet", "Make worksheets whose numbers tell mistakes apart, one or one for each student, and grade what comes back.")
    {
        WorksheetNewCommand.Create(),
        WorksheetGradeCommand.Create(),
    };
}
