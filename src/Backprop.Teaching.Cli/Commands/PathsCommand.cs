using System.CommandLine;

namespace Backprop.Teaching.Cli;

/// <summary><c>backprop paths</c>: a derivative as the sum over all paths to the loss.</summary>
static class PathsCommand
{
    public static Command Create()
    {
        var example = CommandOptions.Example();
        var quantity = new Argument<string>("QUANTITY") { Description = "One entry of dW, db, delta, dA or dx, for example dW[1][0,0]@0." };
        var json = CommandOptions.Json("One JSON document: every path with its units, factors, product and share, and the multiplications with and without sharing.");
        var command = new CommandWithExamples(
            "paths",
            "Write a derivative as the sum over all paths to the loss, and show how common tails collapse into δ.",
            "five-layers-3-2-2-2-2 dW[3][0,0]",
            "mazur-2-2-2 dW[1][0,0] --json")
        { example, quantity, json };
        command.SetAction(parsed => Run(parsed.GetValue(example)!, parsed.GetValue(quantity)!, parsed.GetValue(json)));
        return command;
    }

    static int Run(string file, string quantity, bool json) => Exit.ForEach([file], _ =>
    {
        var trace = Backpropagation.Run(ExampleArgument.Read(file));
        var paths = Quantities.Find(trace, () => trace.Paths(quantity));
        if (json) PathsJson.Print(paths);
        else Console.WriteLine(paths.ToText());
        return Exit.Fine;
    });
}
