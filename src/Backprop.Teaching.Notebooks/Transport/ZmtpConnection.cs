using System.Net.Sockets;

namespace Backprop.Teaching.Notebooks;

/// <summary>One peer of a <see cref="ZmtpSocket"/>: a thread that reads and a thread that writes. Cells may use up the thread pool; these stay.</summary>
sealed class ZmtpConnection(Socket socket, ZmtpSocket owner, ReceivingBudget budget)
{
    readonly SendQueue queue = new(socket);
    readonly ZmtpReader reader = new(socket, budget);
    int closed;

    /// <summary>Who the peer says it is, or what the owner calls it.</summary>
    public byte[] Identity { get; private set; } = [];

    /// <summary>What the peer wants to hear, if the owner publishes.</summary>
    public SubscriptionList Subscriptions { get; } = new();

    /// <summary>Bytes that wait for this peer.</summary>
    public long Backlog => queue.Backlog;

    /// <summary>Starts to read.</summary>
    public void Start() => WireThread.Start("read", Read);

    /// <summary>Queues bytes; a peer for whom too much waits already is closed.</summary>
    public void Send(byte[] wire)
    {
        if (queue.TryAdd(wire)) return;
        owner.Counters.CountLost();
        Close();
    }

    /// <summary>Waits until nothing is queued.</summary>
    public bool Flush(TimeSpan limit) => queue.Flush(limit);

    /// <summary>Ends both threads and tells the owner.</summary>
    public void Close()
    {
        if (Interlocked.Exchange(ref closed, 1) != 0) return;
        queue.Close();
        socket.Dispose();
        owner.Remove(this);
    }

    void Read()
    {
        try
        {
            Handshake();
            owner.Join(this);
            WireThread.Start("write", Write);
            while (true)
            {
                var frames = reader.ReadMessage(Command);
                owner.Receive(this, frames);
                reader.Release();
            }
        }
        catch (ZmtpException error)
        {
            owner.Counters.CountBroken(error.Message);
        }
        catch (Exception error) when (error is IOException or SocketException or ObjectDisposedException)
        {
            // the peer is gone
        }
        finally
        {
            reader.Release();
            Close();
        }
    }

    void Write()
    {
        try
        {
            queue.SendAll();
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            Close();
        }
    }

    void Handshake()
    {
        // the peer has this long for all of it, however it spreads its bytes
        using var watch = new Timer(_ => Close(), null, ZmtpLimits.Handshake, Timeout.InfiniteTimeSpan);
        socket.Send(ZmtpGreeting.Ours());
        ZmtpGreeting.Check(reader.ReadBody(ZmtpGreeting.Length));
        socket.Send(ZmtpFrame.EncodeCommand(ZmtpCommand.Ready(owner.TypeName, null)));
        var frame = reader.ReadFrame(ushort.MaxValue, waitForever: false);
        if (!frame.IsCommand) throw new ZmtpException("the first frame is no READY command");
        var (type, identity) = ZmtpCommand.ReadReady(frame.Body);
        if (!owner.Accepts(type)) throw new ZmtpException($"a {type} socket connects to a {owner.TypeName} socket");
        Identity = identity;
        reader.Release();
    }

    void Command(byte[] body)
    {
        switch (ZmtpCommand.Name(body))
        {
            case "PING":
                Send(ZmtpFrame.EncodeCommand(ZmtpCommand.Pong(body)));
                break;
            case "SUBSCRIBE":
                owner.Subscribe(this, ZmtpCommand.Data(body));
                break;
            case "CANCEL":
                Subscriptions.Remove(ZmtpCommand.Data(body));
                break;
            case "ERROR":
                throw new ZmtpException("the peer reports an error");
            default:
                // unknown commands are for newer peers
                break;
        }
    }

    /// <summary>Gives a nameless peer the name by which its owner finds it.</summary>
    public void Name(byte[] identity) => Identity = identity;
}
