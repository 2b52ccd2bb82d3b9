using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Backprop.Teaching.Notebooks;

/// <summary>Runs notebooks top to bottom, each in a fresh process.</summary>
/// <remarks>The process is <c>backprop notebook child FILE</c>; see <see cref="NotebookChild"/> for what it says.</remarks>
public static class NotebookRunner
{
    // after its time a cell is interrupted; if even that does not help, the process is ended
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // a process that has not started its first cell by then never will
    static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(120);

    /// <summary>Runs a notebook. The first cell that fails ends the run.</summary>
    /// <param name="path">The <c>.ipynb</c> file.</param>
    /// <param name="options">Time limit and edition.</param>
    /// <returns>The notebook with its new outputs, and what went wrong.</returns>
    /// <exception cref="InvalidDataException">The file is no notebook.</exception>
    /// <exception cref="IOException">The file cannot be read, or the process does not start.</exception>
    public static NotebookRun Run(string path, NotebookRunOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var notebook = Notebook.Read(path);
        var cells = notebook.Cells.ToList();
        if (Open(cells) is { Count: > 0 } open) return new(notebook, open);

        using var child = Start(path, options);
        // the child ends when this pipe does, so it never outlives its parent
        using var lifeline = child.StandardInput;
        var errors = child.StandardError.ReadToEndAsync();
        var problems = new List<string>();
        var count = 0;
        try
        {
            for (var i = 0; i < cells.Count && problems.Count == 0; i++)
            {
                if (cells[i].Kind != CellKind.Code) continue;
                options.Progress?.Invoke(i + 1, cells.Count);
                count++;
                var patience = options.CellTimeout + (count == 1 ? StartPatience : Patience);
                var (report, ended) = NextReport(child, patience);
                if (report is null)
                {
                    problems.Add($"cell {Number(i)}: " + (ended ? Died(child, errors) : $"did not end within its limit of {Seconds(options.CellTimeout)}, nor when it was interrupted; its process was ended"));
                    break;
                }
                cells[i] = cells[i] with { ExecutionCount = count, Outputs = [.. report["outputs"]!.AsArray().Select(output => OutputJson.Read(output, $"cell {Number(i)}"))] };
                if (Judge(cells[i], report, options) is { } problem) problems.Add($"cell {Number(i)}: {problem}");
            }
        }
        finally
        {
            Kill(child);
        }
        return new(notebook.With(cells), problems);
    }

    static List<string> Open(IReadOnlyList<Cell> cells) =>
        [.. cells.Select((cell, i) => SolutionCell.Problem(cell) is { } problem ? $"cell {Number(i)}: {problem}" : null).OfType<string>()];

    static Process Start(string path, NotebookRunOptions options)
    {
        var command = Path.Combine(AppContext.BaseDirectory, "backprop.dll");
        if (!File.Exists(command)) throw new FileNotFoundException($"{command} is missing; notebooks run in a process of it.");
        var start = new ProcessStartInfo(DotnetCommand.Path)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = Path.GetDirectoryName(Path.GetFullPath(path))!,
        };
        string[] arguments = [command, "notebook", "child", Path.GetFullPath(path), "--timeout", options.CellTimeout.TotalSeconds.ToString(CultureInfo.InvariantCulture)];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        if (options.Solutions) start.ArgumentList.Add("--solutions");
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw new IOException($"The process that runs the notebook does not start: {DotnetCommand.Path}: {error.Message}", error);
        }
    }

    static (JsonNode? Report, bool Ended) NextReport(Process child, TimeSpan patience)
    {
        var deadline = Stopwatch.StartNew();
        while (true)
        {
            var line = child.StandardOutput.ReadLineAsync();
            var left = patience - deadline.Elapsed;
            if (left <= TimeSpan.Zero || !line.Wait(left)) return (null, false);
            if (line.Result is not { } text) return (null, true);
            // anything else on that stream was printed past the console, by native code for example
            if (text.StartsWith(NotebookChild.Mark, StringComparison.Ordinal)) return (JsonNode.Parse(text[NotebookChild.Mark.Length..]), false);
        }
    }

    static string? Judge(Cell cell, JsonNode report, NotebookRunOptions options)
    {
        var status = report["status"]!.GetValue<string>();
        if (status == NotebookChild.TimedOut) return $"did not end within its limit of {Seconds(options.CellTimeout)} and was interrupted";
        if (status == nameof(CellStatus.Ok)) return cell.Is(CellTag.RaisesException) ? "is tagged raises-exception, but ended without one" : null;
        if (cell.Is(CellTag.RaisesException)) return null;
        return string.Join('\n', cell.Outputs[^1].Error!.Traceback.Select((line, i) => i == 0 ? line : "    " + line));
    }

    static string Died(Process child, Task<string> errors)
    {
        child.WaitForExit(5000);
        var said = errors.Wait(1000) ? errors.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() : null;
        return $"its process ended (exit code {(child.HasExited ? child.ExitCode.ToString(CultureInfo.InvariantCulture) : "unknown")}){(said is null ? "" : ": " + said.Trim())}";
    }

    static void Kill(Process child)
    {
        try
        {
            child.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // it has ended by itself
        }
    }

    static string Number(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);

    static string Seconds(TimeSpan time) => time.TotalSeconds.ToString(CultureInfo.InvariantCulture) + " s";
}
