using System.CommandLine;

namespace Backprop.Teaching.Cli;

/// <summary><c>backprop new</c>: an answer sheet to fill in.</summary>
static class NewCommand
{
    public static Command Create()
    {
        var net = new Argument<string[]>("NET")
        {
            Description = "The sizes of the layers, the input first, then the activations: one for all layers, one for hidden layers and one for the outputs, or one for each. sigmoid if nothing is said.",
            Arity = ArgumentArity.OneOrMore,
        };
        net.Validators.Add(CommandOptions.RefuseOptions);
        var samples = CommandOptions.WholeNumber("--samples", "M", "The number of samples, 1 to 20; 1 if nothing is said.", 1, 20);
        net.Validators.Add(result =>
        {
            var (read, found, expected) = SheetNet.Parse(string.Join(' ', result.Tokens.Select(token => token.Value)), ActivationFunction.Sigmoid);
            if (read is null) result.AddError($"NET: found {found}, expected {expected}");
        });
        var command = new CommandWithExamples(
            "new",
            "Write an answer sheet with blanks for the givens and the answers, each with its meaning.",
            "2-2-2",
            "3-4-3 tanh softmax --samples 2")
        { net, samples };
        command.SetAction(parsed => Run(string.Join(' ', parsed.GetValue(net)!), parsed.GetValue(samples) ?? 1));
        return command;
    }

    static int Run(string net, int samples)
    {
        Console.Out.Write(BlankSheet.Of(SheetNet.Parse(net, ActivationFunction.Sigmoid).Net!, samples));
        return Exit.Fine;
    }
}
