namespace Backprop.Teaching.Notebooks;

/// <summary>Requests that wait for their turn. When it is full, the senders wait.</summary>
sealed class RequestQueue
{
    const int MostRequests = 1000;
    const long MostBytes = 64L * 1024 * 1024;

    readonly LinkedList<Entry> waiting = new();
    readonly object gate = new();
    long bytes;
    bool closed;

    /// <summary>Adds a request; blocks while there is no room.</summary>
    public void Add(Message request)
    {
        lock (gate)
        {
            while (!closed && waiting.Count > 0 && (waiting.Count >= MostRequests || bytes + request.Length > MostBytes)) Monitor.Wait(gate);
            if (closed) return;
            bytes += request.Length;
            waiting.AddLast(new Entry(request, false));
            Monitor.PulseAll(gate);
        }
    }

    /// <summary>Takes the next request, waiting for one.</summary>
    /// <param name="aborted">Whether it is to be answered as aborted.</param>
    /// <returns>Null when the queue is closed.</returns>
    public Message? Take(out bool aborted)
    {
        lock (gate)
        {
            while (waiting.Count == 0 && !closed) Monitor.Wait(gate);
            aborted = false;
            if (closed) return null;
            var (request, isAborted) = waiting.First!.Value;
            waiting.RemoveFirst();
            bytes -= request.Length;
            aborted = isAborted;
            Monitor.PulseAll(gate);
            return request;
        }
    }

    /// <summary>Marks every cell that waits now as aborted: the cell before it failed.</summary>
    public void AbortCells()
    {
        lock (gate)
        {
            for (var node = waiting.First; node is not null; node = node.Next)
            {
                if (node.Value.Request.Type == "execute_request") node.Value = node.Value with { Aborted = true };
            }
        }
    }

    /// <summary>Ends the waiting on both sides.</summary>
    public void Close()
    {
        lock (gate)
        {
            closed = true;
            Monitor.PulseAll(gate);
        }
    }

    sealed record Entry(Message Request, bool Aborted);
}
