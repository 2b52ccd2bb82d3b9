using System.Buffers.Binary;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Backprop.Teaching.Notebooks;

/// <summary>A bound socket of ZMTP 3.0 on 127.0.0.1, in the part of ROUTER, REP or PUB.</summary>
sealed class ZmtpSocket : IMessageSocket
{
    const byte SubscribeMark = 1;
    const byte CancelMark = 0;

    readonly Socket listener;
    readonly SocketRole role;
    readonly ReceivingBudget budget;
    readonly Action<IReadOnlyList<byte[]>> received;
    readonly Func<IReadOnlyList<byte[]>?> welcome;
    readonly Dictionary<string, ZmtpConnection> peers = new(StringComparer.Ordinal);
    readonly HashSet<ZmtpConnection> connections = [];
    readonly object gate = new();
    int nameless;
    volatile bool disposed;

    /// <summary>Binds and starts to listen.</summary>
    /// <exception cref="SocketException">The port is taken.</exception>
    public ZmtpSocket(
        SocketRole role,
        int port,
        ReceivingBudget budget,
        TransportCounters counters,
        Action<IReadOnlyList<byte[]>> received,
        Func<IReadOnlyList<byte[]>?> welcome)
    {
        (this.role, this.budget, Counters, this.received, this.welcome) = (role, budget, counters, received, welcome);
        listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, port));
        listener.Listen(ZmtpLimits.Connections);
        Port = ((IPEndPoint)listener.LocalEndPoint!).Port;
        WireThread.Start("accept", Accept);
    }

    /// <inheritdoc/>
    public int Port { get; }

    /// <summary>What went wrong with peers.</summary>
    public TransportCounters Counters { get; }

    /// <summary>The name of this socket's type on the wire.</summary>
    public string TypeName => role switch { SocketRole.Router => "ROUTER", SocketRole.Reply => "REP", _ => "PUB" };

    /// <inheritdoc/>
    public long Backlog
    {
        get
        {
            lock (gate) return connections.Count == 0 ? 0 : connections.Max(connection => connection.Backlog);
        }
    }

    /// <inheritdoc/>
    public void Send(IReadOnlyList<byte[]> frames)
    {
        if (role == SocketRole.Publisher)
        {
            Publish(frames);
            return;
        }

        ZmtpConnection? peer;
        lock (gate) peers.TryGetValue(Key(frames[0]), out peer);
        peer?.Send(ZmtpFrame.Encode(frames, first: 1));
    }

    /// <inheritdoc/>
    public bool Flush(TimeSpan limit)
    {
        ZmtpConnection[] open;
        lock (gate) open = [.. connections];
        var clock = Stopwatch.StartNew();
        var done = true;
        foreach (var connection in open)
        {
            var left = limit - clock.Elapsed;
            done &= connection.Flush(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        }

        return done;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        disposed = true;
        listener.Dispose();
        ZmtpConnection[] open;
        lock (gate) open = [.. connections];
        foreach (var connection in open) connection.Close();
    }

    /// <summary>Whether a peer of this type may connect.</summary>
    public bool Accepts(string peerType) => role switch
    {
        SocketRole.Router => peerType is "DEALER" or "REQ" or "ROUTER",
        SocketRole.Reply => peerType is "REQ" or "DEALER",
        _ => peerType is "SUB" or "XSUB",
    };

    /// <summary>Lets a peer in that has shown who it is. One with the name of another takes its place: it has come back.</summary>
    public void Join(ZmtpConnection connection)
    {
        ZmtpConnection? earlier;
        lock (gate)
        {
            if (connection.Identity.Length == 0)
            {
                var name = new byte[5];
                BinaryPrimitives.WriteInt32BigEndian(name.AsSpan(1), ++nameless);
                connection.Name(name);
            }

            peers.TryGetValue(Key(connection.Identity), out earlier);
            peers[Key(connection.Identity)] = connection;
        }

        if (role != SocketRole.Publisher) earlier?.Close();
    }

    /// <summary>Forgets a peer.</summary>
    public void Remove(ZmtpConnection connection)
    {
        lock (gate)
        {
            connections.Remove(connection);
            var key = Key(connection.Identity);
            if (peers.TryGetValue(key, out var known) && known == connection) peers.Remove(key);
        }
    }

    /// <summary>Takes a message from a peer.</summary>
    public void Receive(ZmtpConnection from, List<byte[]> frames)
    {
        if (role != SocketRole.Publisher)
        {
            frames.Insert(0, from.Identity);
            received(frames);
            return;
        }

        // ZMTP 3.0 writes a subscription as a message
        if (frames is not [{ Length: > 0 } body]) return;
        if (body[0] == SubscribeMark) Subscribe(from, body[1..]);
        else if (body[0] == CancelMark) from.Subscriptions.Remove(body[1..]);
    }

    /// <summary>Adds a subscription; the subscriber gets the welcome before anything else.</summary>
    public void Subscribe(ZmtpConnection subscriber, byte[] topic)
    {
        if (role != SocketRole.Publisher) return;
        var message = welcome();
        lock (gate)
        {
            subscriber.Subscriptions.Add(topic);
            if (message is not null && message[0].AsSpan().StartsWith(topic)) subscriber.Send(ZmtpFrame.Encode(message));
        }
    }

    void Publish(IReadOnlyList<byte[]> frames)
    {
        byte[]? wire = null;
        List<ZmtpConnection>? receivers = null;
        lock (gate)
        {
            foreach (var connection in connections)
            {
                if (connection.Subscriptions.Wants(frames[0])) (receivers ??= []).Add(connection);
            }

            if (receivers is null) return;
            wire = ZmtpFrame.Encode(frames);
            foreach (var receiver in receivers) receiver.Send(wire);
        }
    }

    void Accept()
    {
        while (!disposed)
        {
            Socket? socket = null;
            try
            {
                socket = listener.Accept();
                socket.NoDelay = true;
                Admit(socket);
            }
            catch (Exception error) when (error is SocketException or ObjectDisposedException or OutOfMemoryException)
            {
                // no handles, no threads, or the peer is gone already: the next one may fare better
                socket?.Dispose();
                if (!disposed) Thread.Sleep(50);
            }
        }
    }

    void Admit(Socket socket)
    {
        var connection = new ZmtpConnection(socket, this, budget);
        lock (gate)
        {
            if (disposed || connections.Count == ZmtpLimits.Connections)
            {
                Counters.CountRefused();
                socket.Dispose();
                return;
            }

            connections.Add(connection);
        }

        connection.Start();
    }

    static string Key(byte[] identity) => Convert.ToHexString(identity);
}
