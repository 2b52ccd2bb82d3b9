using System.Runtime.ExceptionServices;

namespace Backprop.Teaching;

/// <summary>Threads that go through the same steps together: none begins a step before all have ended the one before.</summary>
/// <remarks>
/// A step takes microseconds, too few to sleep and be woken: who waits looks for the last arrival without pause at first.
/// Where processors are fewer, or busy, it then sleeps, so that the one that is waited for can have the processor.
/// </remarks>
sealed class Team(int size)
{
    const int EagerLooks = 4000;
    readonly int looks = size <= Environment.ProcessorCount ? EagerLooks : 0;
    readonly object gate = new();
    int arrived;
    int step;
    int sleepers;
    Exception? failure;

    public int Size { get; } = size;

    /// <summary>Runs the work of every rank, that of 0 on this thread, and waits for all.</summary>
    /// <exception cref="Exception">What one of them threw; the others are released from where they wait.</exception>
    public void Run(Action<int> work)
    {
        var others = new Thread[Size - 1];
        for (var n = 0; n < others.Length; n++)
        {
            var rank = n + 1;
            others[n] = new(() => Try(work, rank)) { IsBackground = true, Name = $"training {rank}" };
            others[n].Start();
        }
        Try(work, 0);
        foreach (var other in others) other.Join();
        var thrown = failure;
        (arrived, failure) = (0, null);
        if (thrown is not null) ExceptionDispatchInfo.Throw(thrown);
    }

    /// <summary>Waits until all are here; what each wrote before is seen by all after it.</summary>
    public void Meet()
    {
        if (Size == 1) return;
        var now = Volatile.Read(ref step);
        if (Interlocked.Increment(ref arrived) == Size)
        {
            arrived = 0;
            // whoever is about to sleep has said so before this, or sees the new step after it
            Interlocked.Exchange(ref step, now + 1);
            if (Volatile.Read(ref sleepers) > 0)
                lock (gate) Monitor.PulseAll(gate);
            return;
        }
        for (var look = 0; look < looks; look++)
        {
            if (Volatile.Read(ref step) != now) return;
            Thread.SpinWait(1);
        }
        lock (gate)
        {
            Interlocked.Increment(ref sleepers);
            while (Volatile.Read(ref step) == now && failure is null) Monitor.Wait(gate);
            sleepers--;
            if (step == now) throw new OperationCanceledException("Another thread of the training failed.");
        }
    }

    void Try(Action<int> work, int rank)
    {
        try
        {
            work(rank);
        }
        catch (Exception thrown)
        {
            lock (gate)
            {
                // the first one counts: the others only say that they were released
                failure ??= thrown;
                Monitor.PulseAll(gate);
            }
        }
    }
}
