using System.Diagnostics;
using System.Text;

namespace Backprop.Teaching.Notebooks.Tests;

/// <summary>Runs a program to its end.</summary>
public static class ChildProcess
{
    public static Outcome Run(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment, TimeSpan limit, string? workingDirectory = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = workingDirectory ?? "" };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var text = new StringBuilder();
        process.OutputDataReceived += (_, line) => Append(line.Data);
        process.ErrorDataReceived += (_, line) => Append(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (!process.WaitForExit(limit))
        {
            process.Kill(entireProcessTree: true);
            Append($"{program} took longer than {limit}");
            process.WaitForExit();
            return new(-1, text.ToString());
        }

        process.WaitForExit();
        return new(process.ExitCode, text.ToString());

        void Append(string? line)
        {
            lock (text)
            {
                if (line is not null) text.AppendLine(line);
            }
        }
    }

    public sealed record Outcome(int ExitCode, string Text);
}
