using System.CommandLine;

namespace Backprop.Teaching.Cli;

/// <summary>The notebooks that a command is given.</summary>
static class NotebookFiles
{
    public static Argument<string[]> Argument(string description)
    {
        var argument = new Argument<string[]>("FILE") { Arity = ArgumentArity.OneOrMore, Description = description };
        argument.Validators.Add(CommandOptions.RefuseOptions);
        return argument;
    }

    /// <summary>Says what is wrong with a path at which no notebook can be read.</summary>
    public static void Expect(string file)
    {
        if (!File.Exists(file)) throw new InvalidInputException("", "", Directory.Exists(file) ? "a directory" : "no such file", "a notebook (.ipynb)", file);
    }
}
