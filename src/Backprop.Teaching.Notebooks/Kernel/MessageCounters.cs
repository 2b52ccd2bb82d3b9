namespace Backprop.Teaching.Notebooks;

/// <summary>How many messages were dropped unread, and why.</summary>
sealed class MessageCounters
{
    long unsigned;
    long malformed;

    /// <summary>Messages whose signature was missing or wrong.</summary>
    public long Unsigned => Interlocked.Read(ref unsigned);

    /// <summary>Messages that had too few frames or no readable header or content.</summary>
    public long Malformed => Interlocked.Read(ref malformed);

    /// <summary>Counts one with a bad signature.</summary>
    public void CountUnsigned() => Interlocked.Increment(ref unsigned);

    /// <summary>Counts one that cannot be read.</summary>
    public void CountMalformed() => Interlocked.Increment(ref malformed);
}
