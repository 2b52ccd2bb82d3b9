using Backprop.Teaching.Notebooks;
using Spectre.Console;

namespace Backprop.Teaching.Cli;

/// <summary>A bar that grows with each cell, on a terminal; nothing where output goes to a file or a pipe.</summary>
static class RunProgress
{
    public static NotebookRun Show(string name, NotebookRunOptions options, Func<NotebookRunOptions, NotebookRun> run)
    {
        if (Console.IsOutputRedirected || Console.IsErrorRedirected) return run(options);
        return AnsiConsole.Progress().AutoClear(true).Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new ElapsedTimeColumn()).Start(context =>
        {
            var task = context.AddTask(Markup.Escape(name));
            return run(options with
            {
                Progress = (cell, count) =>
                {
                    task.MaxValue = count;
                    task.Value = cell - 1;
                    task.Description = Markup.Escape($"{name}, cell {cell} of {count}");
                },
            });
        });
    }
}
