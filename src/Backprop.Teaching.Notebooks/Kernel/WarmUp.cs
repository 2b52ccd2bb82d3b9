using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Backprop.Teaching.Notebooks;

/// <summary>Compiles, runs and writes a few cells in a session of its own while no real cell runs: a real one then finds the compiler, the libraries and the display started.</summary>
[SuppressMessage("Design", "CA1001", Justification = "a source without a timer has nothing to give back")]
sealed class WarmUp(ScriptSessionOptions options)
{
    /// <summary>The name of its thread.</summary>
    public const string ThreadName = "warm-up";

    // cells that a front end sends one after the other leave no time in between
    static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(100);

    readonly object gate = new();
    CancellationTokenSource hurry = new();
    long? idleSince = 0;

    /// <summary>Begins, on a thread that ends by itself.</summary>
    public void Start() => new Thread(Run) { IsBackground = true, Name = ThreadName, Priority = ThreadPriority.BelowNormal }.Start();

    /// <summary>A real cell has come: nothing new is begun, and what is being compiled is dropped.</summary>
    public void GiveWay()
    {
        lock (gate)
        {
            idleSince = null;
            hurry.Cancel();
        }
    }

    /// <summary>The real cell has ended.</summary>
    public void GoOn()
    {
        lock (gate)
        {
            idleSince = Stopwatch.GetTimestamp();
            hurry = new();
            Monitor.Pulse(gate);
        }
    }

    void Run()
    {
        try
        {
            var session = new ScriptSession(options);
            foreach (var cell in options.WarmUpCells)
            {
                while (!Try(session, cell, WaitForIdle())) { }
            }
        }
        catch (Exception)
        {
            // a real cell will meet the same trouble, and can say so
        }
    }

    static bool Try(ScriptSession session, string cell, CancellationToken hurry)
    {
        try
        {
            using var writer = new Utf8JsonWriter(Stream.Null);
            writer.WriteStartObject();
            BundleWriter.Write(writer, session.RunUnhurried(cell, hurry));
            return true;
        }
        // one that the cell itself throws has no such token, whenever it comes
        catch (OperationCanceledException ended) when (hurry.IsCancellationRequested && ended.CancellationToken.CanBeCanceled)
        {
            return false;
        }
    }

    CancellationToken WaitForIdle()
    {
        lock (gate)
        {
            while (true)
            {
                if (idleSince is not { } since) Monitor.Wait(gate);
                else if (since == 0 || Stopwatch.GetElapsedTime(since) >= Rest) return hurry.Token;
                else Monitor.Wait(gate, Rest);
            }
        }
    }
}
