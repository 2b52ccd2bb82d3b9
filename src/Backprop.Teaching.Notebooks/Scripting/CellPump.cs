namespace Backprop.Teaching.Notebooks;

/// <summary>Runs what follows an <c>await</c> on the cell's own thread, where an interrupt reaches it.</summary>
sealed class CellPump(CancellationToken interrupt) : SynchronizationContext
{
    readonly Queue<(SendOrPostCallback Callback, object? State)> queue = new();
    bool closed;

    public override void Post(SendOrPostCallback d, object? state)
    {
        // what was told to stop is not continued; and an abort inside this lock, under an await, would end the process
        if (interrupt.IsCancellationRequested) return;
        lock (queue)
        {
            if (!closed)
            {
                queue.Enqueue((d, state));
                Monitor.Pulse(queue);
                return;
            }
        }
        // the cell has ended; what it left behind goes on without it
        ThreadPool.QueueUserWorkItem(pair => pair.d(pair.state), (d, state), preferLocal: false);
    }

    public override void Send(SendOrPostCallback d, object? state)
    {
        ArgumentNullException.ThrowIfNull(d);
        d(state);
    }

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Runs callbacks until the task has ended; the interrupt ends it with an <see cref="OperationCanceledException"/>.</summary>
    public void RunUntil(Task task)
    {
        using var wake = interrupt.UnsafeRegister(static state => ((CellPump)state!).Wake(), this);
        task.ContinueWith(static (_, state) => ((CellPump)state!).Wake(), this, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        while (Next(task) is var (callback, state) && callback is not null) callback(state);
    }

    public void Close()
    {
        lock (queue)
        {
            closed = true;
            if (!interrupt.IsCancellationRequested)
            {
                foreach (var (callback, state) in queue) ThreadPool.QueueUserWorkItem(pair => pair.callback(pair.state), (callback, state), preferLocal: false);
            }
            queue.Clear();
        }
    }

    (SendOrPostCallback? Callback, object? State) Next(Task task)
    {
        lock (queue)
        {
            while (true)
            {
                interrupt.ThrowIfCancellationRequested();
                if (task.IsCompleted) return default;
                if (queue.Count > 0) return queue.Dequeue();
                Monitor.Wait(queue);
            }
        }
    }

    void Wake()
    {
        lock (queue) Monitor.PulseAll(queue);
    }
}
