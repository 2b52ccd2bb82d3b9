using System.CommandLine;

namespace Backprop.Teaching.Cli;

/// <summary>A command whose help ends with command lines to copy. One within another is named with both words.</summary>
sealed class CommandWithExamples(string name, string description, params string[] examples) : Command(name[(name.LastIndexOf(' ') + 1)..], description)
{
    public IReadOnlyList<string> Examples { get; } = [.. examples.Select(example => $"backprop {name} {example}")];
}
