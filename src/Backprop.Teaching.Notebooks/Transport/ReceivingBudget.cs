namespace Backprop.Teaching.Notebooks;

/// <summary>Counts the bytes of messages that are being received, over all connections of a transport.</summary>
sealed class ReceivingBudget(long limit)
{
    long reserved;

    /// <summary>Bytes in use now.</summary>
    public long Reserved => Interlocked.Read(ref reserved);

    /// <summary>Takes <paramref name="bytes"/> from the budget.</summary>
    /// <exception cref="ZmtpException">The budget does not hold that many.</exception>
    public void Reserve(long bytes)
    {
        if (Interlocked.Add(ref reserved, bytes) <= limit) return;
        Interlocked.Add(ref reserved, -bytes);
        throw new ZmtpException($"unfinished messages would take more than {limit} bytes");
    }

    /// <summary>Gives <paramref name="bytes"/> back.</summary>
    public void Release(long bytes) => Interlocked.Add(ref reserved, -bytes);
}
