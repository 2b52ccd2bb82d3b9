namespace Backprop.Teaching.Notebooks;

/// <summary>What went wrong with peers so far; nothing of it ends the socket.</summary>
sealed class TransportCounters
{
    long broken;
    long lost;
    long refused;

    /// <summary>Connections closed because the peer broke the protocol or a limit.</summary>
    public long Broken => Interlocked.Read(ref broken);

    /// <summary>Connections closed because too much waited for a peer that took nothing.</summary>
    public long Lost => Interlocked.Read(ref lost);

    /// <summary>Connections closed at once because there were too many.</summary>
    public long Refused => Interlocked.Read(ref refused);

    /// <summary>Why the last broken connection was closed; empty when none was.</summary>
    public string LastReason { get; private set; } = "";

    /// <summary>Counts a peer that broke the protocol.</summary>
    public void CountBroken(string reason)
    {
        LastReason = reason;
        Interlocked.Increment(ref broken);
    }

    /// <summary>Counts a peer that took nothing.</summary>
    public void CountLost() => Interlocked.Increment(ref lost);

    /// <summary>Counts a peer that was one too many.</summary>
    public void CountRefused() => Interlocked.Increment(ref refused);
}
