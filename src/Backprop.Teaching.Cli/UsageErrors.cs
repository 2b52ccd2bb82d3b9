using System.CommandLine;
using System.CommandLine.Parsing;

namespace Backprop.Teaching.Cli;

/// <summary>A command line that cannot be understood, as one line: what was found and what was expected.</summary>
static class UsageErrors
{
    public static string Describe(ParseResult parsed)
    {
        var result = parsed.CommandResult;
        var command = result.Command;
        var unknown = parsed.UnmatchedTokens is [var first, ..] ? first : null;
        if (unknown?.StartsWith("--", StringComparison.Ordinal) == true) return CommandOptions.UnknownOption(unknown, command);
        var shown = command.Subcommands.Where(each => !each.Hidden).Select(each => each.Name).ToList();
        if (shown.Count > 0)
            return $"{(command is RootCommand ? "" : command.Name + ": ")}found {(unknown is null ? "no command" : Excerpt.Quoted(unknown))}, expected one of the commands {string.Join(", ", shown)}";
        if (unknown is not null) return $"{HelpWithExamples.Path(result)}: found {Excerpt.Quoted(unknown)}, expected nothing more";

        // an option without its value, then one that is not there, then an argument
        foreach (var option in command.Options.Where(each => each.Arity.MinimumNumberOfValues > 0))
            if (parsed.GetResult(option) is { Implicit: false, Tokens.Count: 0 }) return Missing(result, $"{option.Name}: found no value");
        foreach (var option in command.Options.Where(each => each.Required))
            if (parsed.GetResult(option) is null or { Implicit: true }) return Missing(result, $"{HelpWithExamples.Path(result)}: found no {option.Name}");
        foreach (var argument in command.Arguments)
            if ((parsed.GetResult(argument)?.Tokens.Count ?? 0) < argument.Arity.MinimumNumberOfValues) return Missing(result, $"{HelpWithExamples.Path(result)}: found no {argument.Name}");
        return parsed.Errors[0].Message;
    }

    static string Missing(CommandResult result, string what) =>
        what + ", expected one" + (result.Command is CommandWithExamples { Examples: [var example, ..] } ? $", for example: backprop {HelpWithExamples.Path(result)} {example}" : "");
}
