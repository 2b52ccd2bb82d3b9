using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace Backprop.Teaching.Cli;

/// <summary>The usual help, then command lines to copy and the exit codes.</summary>
sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
{
    static readonly string[] First = ["start", "trace mazur-2-2-2", "explain mazur-2-2-2 delta[1][0]"];

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var code = usual.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        var examples = parseResult.CommandResult.Command switch
        {
            RootCommand => First,
            CommandWithExamples command => command.Examples.Select(example => $"{Path(parseResult.CommandResult)} {example}"),
            _ => [],
        };
        if (examples.Any())
        {
            output.WriteLine("Examples:");
            foreach (var example in examples) output.WriteLine($"  backprop {example}".TrimEnd());
            output.WriteLine();
        }
        output.WriteLine("Exit codes: 0 fine, 1 a check says no, 2 bad input or usage.");
        output.WriteLine();
        return code;
    }

    /// <summary>"kernel install", without the program's own name.</summary>
    public static string Path(CommandResult result) => result.Parent is CommandResult { Parent: CommandResult } parent ? $"{Path(parent)} {result.Command.Name}" : result.Command.Name;
}
