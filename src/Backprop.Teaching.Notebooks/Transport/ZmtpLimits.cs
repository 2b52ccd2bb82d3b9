namespace Backprop.Teaching.Notebooks;

/// <summary>What a peer may cost. Beyond a limit its connection is closed; the others never notice.</summary>
static class ZmtpLimits
{
    /// <summary>Longest message, all frames together, and so the longest frame: 64 MB.</summary>
    public const int MessageBytes = 64 * 1024 * 1024;

    /// <summary>Most frames in one message.</summary>
    public const int FramesPerMessage = 1024;

    /// <summary>Bytes of unfinished messages over all connections of a transport.</summary>
    public const long ReceivingBytes = 4L * MessageBytes;

    /// <summary>Bytes that may wait for one receiver before it counts as lost.</summary>
    public const long BacklogBytes = 64L * 1024 * 1024;

    /// <summary>Connections at a time on one socket.</summary>
    public const int Connections = 64;

    /// <summary>Subscriptions of one subscriber.</summary>
    public const int Subscriptions = 256;

    /// <summary>Longest topic of a subscription, in bytes.</summary>
    public const int TopicBytes = 1024;

    /// <summary>How long a peer may take for greeting and READY.</summary>
    public static readonly TimeSpan Handshake = TimeSpan.FromSeconds(10);

    /// <summary>How long a peer may stay silent in the middle of a message.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);
}
