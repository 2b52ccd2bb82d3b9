using System.Diagnostics;
using System.Net.Sockets;

namespace Backprop.Teaching.Notebooks;

/// <summary>What waits to be sent over one connection, and the loop that sends it.</summary>
sealed class SendQueue(Socket socket)
{
    const int PiecesPerSend = 64;

    readonly Queue<byte[]> waiting = new();
    readonly object gate = new();
    long backlog;
    bool closed;

    /// <summary>Bytes that are queued or being sent.</summary>
    public long Backlog => Interlocked.Read(ref backlog);

    /// <summary>Queues bytes and returns at once.</summary>
    /// <returns>False when too much waits already: the receiver counts as lost.</returns>
    public bool TryAdd(byte[] wire)
    {
        lock (gate)
        {
            if (closed) return true;
            // one message of any length finds room when nothing waits
            if (backlog > 0 && backlog + wire.Length > ZmtpLimits.BacklogBytes) return false;
            backlog += wire.Length;
            waiting.Enqueue(wire);
            Monitor.PulseAll(gate);
            return true;
        }
    }

    /// <summary>Sends what is queued until <see cref="Close"/> or until the connection breaks.</summary>
    public void SendAll()
    {
        var pieces = new List<ArraySegment<byte>>(PiecesPerSend);
        while (true)
        {
            pieces.Clear();
            var length = 0L;
            lock (gate)
            {
                while (waiting.Count == 0 && !closed) Monitor.Wait(gate);
                if (closed) return;
                while (pieces.Count < PiecesPerSend && waiting.TryDequeue(out var wire))
                {
                    pieces.Add(wire);
                    length += wire.Length;
                }
            }

            Send(pieces, length);
            lock (gate)
            {
                backlog -= length;
                Monitor.PulseAll(gate);
            }
        }
    }

    /// <summary>Waits until nothing is queued.</summary>
    /// <returns>False when <paramref name="limit"/> passed first.</returns>
    public bool Flush(TimeSpan limit)
    {
        var clock = Stopwatch.StartNew();
        lock (gate)
        {
            while (backlog > 0 && !closed)
            {
                var left = limit - clock.Elapsed;
                if (left <= TimeSpan.Zero || !Monitor.Wait(gate, left)) return backlog == 0;
            }

            return true;
        }
    }

    /// <summary>Drops what is queued and ends the loop.</summary>
    public void Close()
    {
        lock (gate)
        {
            closed = true;
            waiting.Clear();
            Monitor.PulseAll(gate);
        }
    }

    void Send(List<ArraySegment<byte>> pieces, long length)
    {
        // a blocking gather write may still stop half way
        if (pieces.Count > 1)
        {
            var sent = (long)socket.Send(pieces, SocketFlags.None);
            if (sent == length) return;
            foreach (var piece in pieces)
            {
                var skip = (int)Math.Min(sent, piece.Count);
                sent -= skip;
                SendOne(piece.AsSpan(skip));
            }
        }
        else
        {
            SendOne(pieces[0]);
        }
    }

    void SendOne(ReadOnlySpan<byte> piece)
    {
        while (piece.Length > 0) piece = piece[socket.Send(piece)..];
    }
}
