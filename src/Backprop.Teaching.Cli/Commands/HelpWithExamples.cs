using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

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
        foreach (var example in command.Examples) output.WriteLine("  " + example);
        output.WriteLine();
        return code;
    }
}
