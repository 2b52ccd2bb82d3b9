using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;
using System.Text;

namespace Backprop.Teaching.Cli;

static class Program
{
    static int Main(string[] args)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

        var root = new RootCommand("Backprop.Teaching: every number of a forward and backward pass, to open and to check.");
        root.Add(StartCommand.Create());
        root.Add(LessonsCommand.Create());
        root.Add(TraceCommand.Create());
        root.Add(ExplainCommand.Create());
        root.Add(PathsCommand.Create());
        root.Add(CheckCommand.Create());
        root.Add(NewCommand.Create());
        root.Add(GradientCheckCommand.Create());
        root.Add(TrainCommand.Create());
        root.Add(ErrataCommand.Create());
        root.Add(AuditCommand.Create());
        root.Add(WorksheetCommand.Create());
        root.Add(NotebookCommand.Create());
        root.Add(PageCommand.Create());
        root.Add(KernelCommand.Create());
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);

        var parsed = root.Parse(args);
        if (parsed.Errors.Count == 0) return Exit.Guard(() => parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false }));

        Console.Error.WriteLine(UsageErrors.Describe(parsed));
        Console.Error.WriteLine("'backprop --help' lists the commands, 'backprop COMMAND --help' shows an example.");
        return Exit.BadInput;
    }
}
