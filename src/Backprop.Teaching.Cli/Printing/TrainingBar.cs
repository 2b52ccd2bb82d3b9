using Spectre.Console;

namespace Backprop.Teaching.Cli;

/// <summary>A progress bar with the present loss, on standard error and only if that is a terminal: what is printed stays clean.</summary>
sealed class TrainingBar(ProgressTask task) : IProgress<TrainingEpoch>
{
    public static TrainingHistory Show(int epochs, Func<IProgress<TrainingEpoch>?, TrainingHistory> train)
    {
        if (Console.IsErrorRedirected) return train(null);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress().AutoClear(true).HideCompleted(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context => train(new TrainingBar(context.AddTask("training", maxValue: epochs))));
    }

    public void Report(TrainingEpoch value)
    {
        task.Description = Markup.Escape(value.ToString());
        task.Value = value.Epoch;
    }
}
