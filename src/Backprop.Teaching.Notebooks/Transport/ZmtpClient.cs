using System.Net;
using System.Net.Sockets;

namespace Backprop.Teaching.Notebooks;

/// <summary>The connecting side: a DEALER, REQ or SUB socket with one peer. The kernel check and the tests speak through it.</summary>
sealed class ZmtpClient : IDisposable
{
    readonly Socket socket;
    readonly ZmtpReader reader;
    readonly object gate = new();

    /// <summary>Connects to 127.0.0.1 and greets; a SUB socket subscribes to everything.</summary>
    /// <param name="type"><c>DEALER</c>, <c>REQ</c> or <c>SUB</c>.</param>
    /// <param name="port">The peer's port.</param>
    /// <param name="identity">Who this is; null for nobody in particular.</param>
    /// <exception cref="SocketException">Nobody listens.</exception>
    /// <exception cref="ZmtpException">The peer speaks something else.</exception>
    public ZmtpClient(string type, int port, byte[]? identity = null)
    {
        socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        reader = new(socket, new ReceivingBudget(long.MaxValue));
        try
        {
            socket.Connect(new IPEndPoint(IPAddress.Loopback, port));
            socket.Send(ZmtpGreeting.Ours());
            ZmtpGreeting.Check(reader.ReadBody(ZmtpGreeting.Length));
            socket.Send(ZmtpFrame.EncodeCommand(ZmtpCommand.Ready(type, identity)));
            ZmtpCommand.ReadReady(reader.ReadFrame(ushort.MaxValue, waitForever: false).Body);
            if (type == "SUB") Send([[1]]);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Sends a message.</summary>
    public void Send(IReadOnlyList<byte[]> frames)
    {
        ReadOnlySpan<byte> wire = ZmtpFrame.Encode(frames);
        lock (gate)
        {
            while (wire.Length > 0) wire = wire[socket.Send(wire)..];
        }
    }

    /// <summary>Waits for the next message.</summary>
    /// <returns>Its frames; null when the peer closed the connection.</returns>
    public List<byte[]>? Receive()
    {
        try
        {
            var frames = reader.ReadMessage(_ => { });
            reader.Release();
            return frames;
        }
        catch (Exception error) when (error is IOException or SocketException or ObjectDisposedException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => socket.Dispose();
}
