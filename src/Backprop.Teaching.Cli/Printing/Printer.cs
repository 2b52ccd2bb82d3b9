using Spectre.Console;

namespace Backprop.Teaching.Cli;

/// <summary>Prints what the library can display: with tables and weights on a terminal, as plain text everywhere else.</summary>
static class Printer
{
    public static void Print(IHasView view, NumberFormat numbers)
    {
        if (Console.IsOutputRedirected) Console.WriteLine(DisplayForms.Text(view, numbers));
        else new TerminalWriter(AnsiConsole.Console, numbers).Write(view.View());
    }
}
