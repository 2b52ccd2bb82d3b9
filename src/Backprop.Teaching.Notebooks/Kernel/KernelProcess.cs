using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace Backprop.Teaching.Notebooks;

/// <summary>A kernel in a process of its own, started as a front end starts it.</summary>
sealed class KernelProcess : IDisposable
{
    readonly Process process;
    readonly string connectionFile;
    readonly StringBuilder complaints = new();

    /// <summary>Starts a kernel.</summary>
    /// <param name="arguments">The command, with <c>{connection_file}</c> in it.</param>
    /// <param name="workingDirectory">The folder that it starts in; null for this process's own.</param>
    /// <exception cref="System.ComponentModel.Win32Exception">The program cannot be started.</exception>
    public KernelProcess(IReadOnlyList<string> arguments, string? workingDirectory = null)
    {
        Connection = FreePorts.Connection();
        connectionFile = Path.Combine(Path.GetTempPath(), $"backprop-kernel-{Guid.NewGuid():N}.json");
        Connection.Save(connectionFile);
        var start = new ProcessStartInfo(arguments[0])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = workingDirectory ?? "",
        };
        foreach (var argument in arguments.Skip(1)) start.ArgumentList.Add(argument.Replace("{connection_file}", connectionFile, StringComparison.Ordinal));
        try
        {
            process = Process.Start(start)!;
        }
        catch
        {
            File.Delete(connectionFile);
            throw;
        }

        process.OutputDataReceived += (_, line) => Note(line.Data);
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Where it listens.</summary>
    public ConnectionFile Connection { get; }

    /// <summary>The process's number.</summary>
    public int Id => process.Id;

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => process.HasExited;

    /// <summary>What it printed itself; a healthy kernel prints nothing.</summary>
    public string Complaints
    {
        get
        {
            lock (complaints) return complaints.ToString();
        }
    }

    /// <summary>Connects as soon as it listens.</summary>
    /// <returns>Null when it ended before, or <paramref name="limit"/> passed.</returns>
    public KernelClient? Connect(TimeSpan limit)
    {
        var clock = Stopwatch.StartNew();
        while (!process.HasExited && clock.Elapsed < limit)
        {
            try
            {
                return new(Connection);
            }
            catch (Exception error) when (error is SocketException or IOException)
            {
                Thread.Sleep(20);
            }
        }

        return null;
    }

    /// <summary>Waits for its end.</summary>
    public bool WaitForExit(TimeSpan limit) => process.WaitForExit(limit);

    /// <summary>Ends it, if it has not ended by itself.</summary>
    public void Dispose()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
        File.Delete(connectionFile);
    }

    void Note(string? line)
    {
        const int Enough = 10_000;
        lock (complaints)
        {
            if (line is not null && complaints.Length < Enough) complaints.AppendLine(line);
        }
    }
}
