namespace Backprop.Teaching.Notebooks;

/// <summary>Opens the sockets of a kernel. The one place where the wire protocol is chosen: another library can take the place of <see cref="ZmtpTransport"/>.</summary>
interface ITransport
{
    /// <summary>A socket that answers the one who asked: shell, control, stdin.</summary>
    /// <param name="port">The port on 127.0.0.1; 0 lets the system choose.</param>
    /// <param name="received">Takes each message, sender's identity first. It is called on the sender's own thread; while it blocks, that sender waits.</param>
    IMessageSocket BindRouter(int port, Action<IReadOnlyList<byte[]>> received);

    /// <summary>A socket that answers each request once: the heartbeat. What <paramref name="received"/> takes starts with the return path; sent back as it is, it is the echo.</summary>
    IMessageSocket BindReply(int port, Action<IReadOnlyList<byte[]>> received);

    /// <summary>A socket that sends to all who subscribed: iopub.</summary>
    /// <param name="port">The port on 127.0.0.1; 0 lets the system choose.</param>
    /// <param name="welcome">The message that each new subscriber gets first, made anew each time; null for none.</param>
    IMessageSocket BindPublisher(int port, Func<IReadOnlyList<byte[]>?> welcome);
}
