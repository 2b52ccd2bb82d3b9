using System.Net;
using System.Net.Sockets;

namespace Backprop.Teaching.Notebooks.Tests;

/// <summary>A peer that sends whatever bytes a test wants.</summary>
sealed class RawPeer : IDisposable
{
    readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveTimeout = 30_000, SendTimeout = 30_000 };

    /// <summary>Connects and says nothing.</summary>
    public RawPeer(int port) => socket.Connect(new IPEndPoint(IPAddress.Loopback, port));

    /// <summary>Connects and greets as a socket of this type.</summary>
    public RawPeer(int port, string type)
        : this(port)
    {
        Send(ZmtpGreeting.Ours());
        Read(ZmtpGreeting.Length);
        Send(ZmtpFrame.EncodeCommand(ZmtpCommand.Ready(type, null)));
        ReadCommand();
    }

    public bool Available => socket.Available > 0;

    public void Send(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0) bytes = bytes[socket.Send(bytes)..];
    }

    public void SendNoMore() => socket.Shutdown(SocketShutdown.Send);

    public byte[] Read(int count)
    {
        var bytes = new byte[count];
        for (var at = 0; at < count;)
        {
            var read = socket.Receive(bytes.AsSpan(at));
            if (read == 0) throw new EndOfStreamException();
            at += read;
        }

        return bytes;
    }

    public (byte Flags, byte[] Body) ReadFrame()
    {
        var head = Read(2);
        return (head[0], Read(head[1]));
    }

    public byte[] ReadCommand()
    {
        var (flags, body) = ReadFrame();
        Assert.Equal(ZmtpFrame.CommandFlag, flags);
        return body;
    }

    /// <summary>Reads until the other side closes the connection.</summary>
    public bool IsClosedWithin(TimeSpan limit)
    {
        socket.ReceiveTimeout = (int)limit.TotalMilliseconds;
        var bytes = new byte[4096];
        try
        {
            while (socket.Receive(bytes) > 0)
            {
            }

            return true;
        }
        catch (SocketException error)
        {
            return error.SocketErrorCode is SocketError.ConnectionReset or SocketError.ConnectionAborted;
        }
    }

    public void Dispose() => socket.Dispose();
}
