using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace Backprop.Teaching.Cli;

/// <summary>The usual help, then the command's examples.</summary>
sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var code = usual.Invoke(parseResult);
        if (parseResult.CommandResult.Command is not CommandWithExamples command) return code;
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var example in command.Examples) output.WriteLine($"  backprop {Path(parseResult.CommandResult)} {example}".TrimEnd());
        output.WriteLine();
        return code;
    }

    // "kernel install", without the program's own name
    static string Path(CommandResult result) => result.Parent is CommandResult { Parent: CommandResult } parent ? $"{Path(parent)} {result.Command.Name}" : result.Command.Name;
}
