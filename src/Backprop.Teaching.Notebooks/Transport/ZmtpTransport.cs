namespace Backprop.Teaching.Notebooks;

/// <summary>ZMTP 3.0 over TCP with mechanism NULL, on 127.0.0.1 only, without native code.</summary>
sealed class ZmtpTransport : ITransport
{
    /// <summary>What went wrong with peers, over all sockets.</summary>
    public TransportCounters Counters { get; } = new();

    /// <summary>The bytes of unfinished messages, over all sockets.</summary>
    public ReceivingBudget Budget { get; } = new(ZmtpLimits.ReceivingBytes);

    /// <inheritdoc/>
    public IMessageSocket BindRouter(int port, Action<IReadOnlyList<byte[]>> received) =>
        new ZmtpSocket(SocketRole.Router, port, Budget, Counters, received, () => null);

    /// <inheritdoc/>
    public IMessageSocket BindReply(int port, Action<IReadOnlyList<byte[]>> received) =>
        new ZmtpSocket(SocketRole.Reply, port, Budget, Counters, received, () => null);

    /// <inheritdoc/>
    public IMessageSocket BindPublisher(int port, Func<IReadOnlyList<byte[]>?> welcome) =>
        new ZmtpSocket(SocketRole.Publisher, port, Budget, Counters, _ => { }, welcome);
}
