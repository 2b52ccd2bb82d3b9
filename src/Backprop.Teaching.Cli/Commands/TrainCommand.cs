using System.CommandLine;

namespace Backprop.Teaching.Cli;

/// <summary><c>backprop train</c>: gradient descent from the weights of a file.</summary>
static class TrainCommand
{
    public static Command Create()
    {
        var example = CommandOptions.Example();
        var epochs = CommandOptions.WholeNumber("--epochs", "N", "How many times every sample is used.", 1);
        epochs.Required = true;
        var batch = CommandOptions.WholeNumber("--batch", "B", "How many samples make one step; all of them if nothing is said.", 1);
        var seed = CommandOptions.WholeNumber("--seed", "S", "The seed of the order of the samples in batches; 0 if nothing is said.", int.MinValue);
        var json = CommandOptions.Json("One JSON document on one line: the loss after each epoch and the trained layers.");
        var command = new CommandWithExamples(
            "train",
            "Train a network by gradient descent with the learning rate of its file, and print the losses. Ctrl-C stops after the present step and prints what is done.",
            "xor-2-2-1 --epochs 500",
            "xor-2-2-1 --epochs 200 --batch 1 --seed 7 --json")
        { example, epochs, batch, seed, json };
        command.SetAction(parsed => Exit.ForEach([parsed.GetValue(example)!], file => Run(
            file,
            new() { Epochs = parsed.GetValue(epochs)!.Value, BatchSize = parsed.GetValue(batch), Seed = parsed.GetValue(seed) ?? 0 },
            parsed.GetValue(json))));
        return command;
    }

    static int Run(string file, TrainingOptions options, bool json)
    {
        var example = ExampleArgument.Read(file);
        if (example.LearningRate is null) throw new InvalidInputException("learningRate", "", "no such field", "a number above 0: without it there is no step");

        using var stop = new CancellationTokenSource();
        void Stop(object? sender, ConsoleCancelEventArgs press)
        {
            press.Cancel = true;
            stop.Cancel();
        }

        Console.CancelKeyPress += Stop;
        var history = TrainingBar.Show(options.Epochs, progress => GradientDescent.Train(example, options, progress, stop.Token));
        Console.CancelKeyPress -= Stop;
        if (json) TrainingJson.Print(history);
        else Printer.Print(history, NumberFormat.Default);
        return Exit.Fine;
    }
}
