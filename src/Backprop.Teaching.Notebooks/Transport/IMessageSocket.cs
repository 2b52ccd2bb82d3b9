namespace Backprop.Teaching.Notebooks;

/// <summary>One bound socket that sends and receives messages of several frames.</summary>
interface IMessageSocket : IDisposable
{
    /// <summary>The port on 127.0.0.1.</summary>
    int Port { get; }

    /// <summary>Bytes that wait for the slowest receiver.</summary>
    long Backlog { get; }

    /// <summary>Queues a message and returns at once. A router and a reply socket read the receiver from the first frame and drop what has none.</summary>
    void Send(IReadOnlyList<byte[]> frames);

    /// <summary>Waits until everything queued is on the wire.</summary>
    /// <returns>False when <paramref name="limit"/> passed first.</returns>
    bool Flush(TimeSpan limit);
}
