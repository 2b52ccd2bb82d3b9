using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime;

namespace Backprop.Teaching.Notebooks;

/// <summary>The thread of one cell, and the three ways in which an interrupt reaches it.</summary>
/// <remarks>
/// While the cell compiles, a token. While it computes, an abort by <see cref="ControlledExecution"/>. While it waits (sleep,
/// lock, task), <see cref="Thread.Interrupt"/>, which an abort does not wake. A second abort on one thread never arrives, hence
/// a fresh thread for each cell.
/// </remarks>
[SuppressMessage("Design", "CA1001", Justification = "an abort that is still under way uses both after the cell's end")]
sealed class CellThread(CellContext cell, TimeSpan patience, CancellationToken interrupt)
{
    // room for a deep recursion that is meant; an endless one ends the process all the same
    const int StackBytes = 16 << 20;

    static readonly TimeSpan BeforeWaking = TimeSpan.FromMilliseconds(30);

    // an abort that meets the runtime's own code, under an await or inside a lock, may end the process
    static readonly TimeSpan BeforeAbort = TimeSpan.FromMilliseconds(100);

    readonly CancellationTokenSource abort = new();
    readonly ManualResetEventSlim ended = new();
    volatile bool executing;
    Exception? failure;

    /// <summary>Runs <paramref name="compile"/>, then what it returns; waits for the end or, after an interrupt, for as long as patience lasts.</summary>
    /// <returns>Whether the thread ended, and what it threw.</returns>
    public (bool Ended, Exception? Failure) Run(Func<Action<CellPump>> compile)
    {
        var thread = new Thread(() => Body(compile), StackBytes) { IsBackground = true, Name = "cell" };
        thread.Start();
        if (WaitHandle.WaitAny([ended.WaitHandle, interrupt.WaitHandle]) == 0) return (true, failure);
        return Stop(thread) ? (true, failure) : (false, null);
    }

    void Body(Func<Action<CellPump>> compile)
    {
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
            CellContext.Current = cell;
            var execute = compile();
            interrupt.ThrowIfCancellationRequested();
            Execute(execute);
        }
        catch (Exception error)
        {
            failure = error;
        }
        finally
        {
            ended.Set();
        }
    }

    void Execute(Action<CellPump> execute)
    {
        var pump = new CellPump(interrupt);
        SynchronizationContext.SetSynchronizationContext(pump);
        executing = true;
        try
        {
            // the only call that stops a loop without the loop's help; restart is the fallback where it cannot
#pragma warning disable SYSLIB0046
            ControlledExecution.Run(() => execute(pump), abort.Token);
#pragma warning restore SYSLIB0046
        }
        finally
        {
            executing = false;
            pump.Close();
        }
    }

    bool Stop(Thread thread)
    {
        var start = Environment.TickCount64;
        var aborting = false;
        while (!ended.Wait(TimeSpan.FromMilliseconds(10)))
        {
            var waited = TimeSpan.FromMilliseconds(Environment.TickCount64 - start);
            if (waited > patience) return false;
            // the gentle ways first: what prints or awaits stops by itself
            if (executing && waited >= BeforeWaking && thread.ThreadState.HasFlag(ThreadState.WaitSleepJoin)) thread.Interrupt();
            if (!executing || aborting || waited < BeforeAbort) continue;
            aborting = true;
            // requesting an abort waits until it is delivered, which may be never
            new Thread(abort.Cancel) { IsBackground = true, Name = "cell abort" }.Start();
        }
        return true;
    }
}
