using System.CommandLine;

namespace Backprop.Teaching.Cli;

/// <summary><c>backprop explain</c>: how a quantity comes about, as symbols = numbers put in = value.</summary>
static class ExplainCommand
{
    const string ListNotations = "list";
    static readonly string[] Formats = ["text", "latex", "mathml", "json"];

    public static Command Create()
    {
        var example = CommandOptions.OptionalExample();
        var quantity = new Argument<string?>("QUANTITY") { Description = "The quantity, for example delta[1][0]@0, or its name in the notation.", Arity = ArgumentArity.ZeroOrOne };
        var notation = new Option<string>("--notation") { Description = "The notation: " + string.Join(", ", Notation.All.Select(each => each.Name)) + "; 'list' shows one formula in each.", HelpName = "N" };
        var format = new Option<string>("--format") { Description = "text, latex, mathml or json.", HelpName = "F", DefaultValueFactory = _ => "text" };
        var digits = CommandOptions.WholeNumber("--digits", "D", "Significant digits of the results, 1 to 15; the numbers put in have as many more as it takes. 4 if nothing is said.", 1, 15);
        var depth = new Option<string>("--depth") { Description = "one step, or full: down to the inputs, weights, biases and targets.", HelpName = "one|full", DefaultValueFactory = _ => "one" };
        CommandOptions.Accept(format, Formats);
        CommandOptions.Accept(depth, "one", "full");
        var command = new CommandWithExamples(
            "explain",
            "Derive a quantity: its formula in symbols, with numbers put in, and its value.",
            "mazur-2-2-2 delta[1][0]",
            "mazur-2-2-2 gradW[1][0,0] --depth full --notation partials",
            "--notation list")
        { example, quantity, notation, format, digits, depth };
        command.Validators.Add(result =>
        {
            if (result.GetValue(notation) != ListNotations && (result.GetValue(example) is null || result.GetValue(quantity) is null))
                result.AddError("explain: found no example or no quantity, expected both, for example: backprop explain mazur-2-2-2 delta[1][0]");
        });
        notation.Validators.Add(result =>
        {
            var name = result.GetValueOrDefault<string>();
            if (name != ListNotations && Notation.Find(name!) is null)
                result.AddError($"--notation: found {Excerpt.Quoted(name!)}, expected list or one of {string.Join(", ", Notation.All.Select(Described))}");
        });
        command.SetAction(parsed => parsed.GetValue(notation) == ListNotations
            ? List()
            : Run(parsed.GetValue(example)!, parsed.GetValue(quantity)!, parsed.GetValue(notation), parsed.GetValue(format)!, parsed.GetValue(digits) ?? 4, parsed.GetValue(depth) == "full" ? DerivationDepth.Full : DerivationDepth.One));
        return command;
    }

    static int Run(string file, string quantity, string? notationName, string format, int digits, DerivationDepth depth) => Exit.ForEach([file], _ =>
    {
        var notation = notationName is null ? null : Notation.Find(notationName);
        var trace = Backpropagation.Run(ExampleArgument.Read(file));
        var derivation = Quantities.Find(trace, () => trace.Explain(quantity, depth, notation, digits));
        switch (format)
        {
            case "latex": Console.WriteLine(derivation.ToLatex()); break;
            case "mathml": Console.WriteLine(derivation.ToMathMl()); break;
            case "json": DerivationJson.Print(derivation); break;
            default: Console.WriteLine(derivation.ToText()); break;
        }
        return Exit.Fine;
    });

    // the same formula, δ of a hidden layer of the 3-4-2 net, in each notation
    static int List()
    {
        var trace = Backpropagation.Run(Teaching.Examples.TwoOutputs);
        foreach (var notation in Notation.All)
        {
            Console.WriteLine($"{Described(notation)}: {notation.Description}");
            var step = trace.Explain("delta[1][2]", notation: notation).Steps[0];
            Console.WriteLine("    " + step.ToText());
            if (step.Remark is not null) Console.WriteLine("    " + step.Remark);
        }
        return Exit.Fine;
    }

    static string Described(Notation notation) => notation.Alias is null ? notation.Name : $"{notation.Name} ({notation.Alias})";
}
