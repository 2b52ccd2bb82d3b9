using System.CommandLine;
using Backprop.Teaching.Notebooks;

namespace Backprop.Teaching.Cli;

/// <summary><c>backprop kernel …</c>: the kernel that Jupyter and VS Code start.</summary>
static class KernelCommand
{
    /// <summary>The command with its subcommands.</summary>
    public static Command Create() => new CommandWithExamples("kernel", "The C# kernel for Jupyter and VS Code.", "install", "check") { Run(), Install(), Uninstall(), List(), Check() };

    static Command Run()
    {
        var file = new Argument<string>("CONNECTION_FILE") { Description = "Written by the front end: ports and key." };
        var command = new Command("run", "Run the kernel. Front ends call this, people do not.") { file };
        command.SetAction(parsed => KernelRun.Run(parsed.GetRequiredValue(file)));
        return command;
    }

    static Command Install()
    {
        var (prefix, name) = (PrefixOption(), NameOption());
        var command = new CommandWithExamples("install", "Copy this program to your data folder and announce it to Jupyter and VS Code.", "", "--sys-prefix /usr/local") { prefix, name };
        command.SetAction(parsed => Guard(() =>
        {
            if (parsed.GetValue(prefix) is { } root) OutputFolder.Expect(root);
            var kernel = KernelInstallation.Install(parsed.GetValue(prefix), parsed.GetRequiredValue(name));
            Console.WriteLine($"Installed '{kernel.Name}': {kernel.File}");
            if (!kernel.IsReadyToRun()) Console.WriteLine("It is a plain build, whose first cells take about twice as long. 'dotnet publish' makes a quicker one.");
            return Exit.Fine;
        }));
        return command;
    }

    static Command Uninstall()
    {
        var (prefix, name) = (PrefixOption(), NameOption());
        var command = new CommandWithExamples("uninstall", "Take the kernel away again.", "") { prefix, name };
        command.SetAction(parsed => Guard(() =>
        {
            if (KernelInstallation.Uninstall(parsed.GetValue(prefix), parsed.GetRequiredValue(name)))
            {
                Console.WriteLine($"Removed '{parsed.GetRequiredValue(name)}'.");
                return Exit.Fine;
            }

            var kernel = KernelInstallation.Find(parsed.GetValue(prefix), parsed.GetRequiredValue(name));
            Console.Error.WriteLine($"There is no kernel '{kernel.Name}': {kernel.File} is not there. 'backprop kernel list' shows which there are.");
            return Exit.BadInput;
        }));
        return command;
    }

    static Command List()
    {
        var prefix = PrefixOption();
        var command = new CommandWithExamples("list", "Show the installed kernels of this program.", "") { prefix };
        command.SetAction(parsed => Guard(() =>
        {
            var kernels = KernelInstallation.List(parsed.GetValue(prefix));
            foreach (var kernel in kernels) Console.WriteLine($"{kernel.Name}  {kernel.File}  {kernel.Fault() ?? "all files there"}");
            if (kernels.Count == 0) Console.WriteLine("No kernel is installed. 'backprop kernel install' makes one.");
            return Exit.Fine;
        }));
        return command;
    }

    static Command Check()
    {
        var (prefix, name) = (PrefixOption(), NameOption());
        var command = new CommandWithExamples("check", "Start the installed kernel, run a cell, and say what is missing. Exit code 1 if something is.", "") { prefix, name };
        command.SetAction(parsed => Guard(() =>
        {
            var kernel = KernelInstallation.Find(parsed.GetValue(prefix), parsed.GetRequiredValue(name));
            if (KernelCheck.Run(kernel) is { } trouble)
            {
                Console.Error.WriteLine(trouble);
                return Exit.CheckFailed;
            }

            Console.WriteLine($"The kernel '{kernel.Name}' starts and runs cells.");
            return Exit.Fine;
        }));
        return command;
    }

    static Option<string?> PrefixOption() => new("--sys-prefix")
    {
        Description = "The root of an environment, as Python's sys.prefix: the kernel goes under DIR/share, for everyone who uses that environment. Without it: your own Jupyter folder.",
        HelpName = "DIR",
    };

    static Option<string> NameOption() => new("--name")
    {
        Description = "The kernel's name.",
        HelpName = "N",
        DefaultValueFactory = _ => KernelSpec.DefaultName,
    };

    static int Guard(Func<int> command)
    {
        try
        {
            return command();
        }
        catch (ArgumentException error)
        {
            Console.Error.WriteLine(error.Message);
            return Exit.BadInput;
        }
    }
}
