using System.Buffers.Binary;
using System.Text;

namespace Backprop.Teaching.Notebooks;

/// <summary>The commands of a connection: a name, then what belongs to it.</summary>
static class ZmtpCommand
{
    const int LongestIdentity = 255;

    /// <summary>The READY command: what kind of socket this is, and its identity.</summary>
    public static byte[] Ready(string socketType, byte[]? identity)
    {
        using var body = new MemoryStream();
        WriteName(body, "READY");
        WriteProperty(body, "Socket-Type", Encoding.ASCII.GetBytes(socketType));
        if (identity is not null) WriteProperty(body, "Identity", identity);
        return body.ToArray();
    }

    /// <summary>Reads a peer's READY command.</summary>
    /// <returns>Its socket type and its identity, empty when it states none.</returns>
    /// <exception cref="ZmtpException">It is another command, or cut short, or the identity is not allowed.</exception>
    public static (string SocketType, byte[] Identity) ReadReady(byte[] body)
    {
        var name = Name(body);
        if (name != "READY") throw new ZmtpException($"the first command is '{name}'; expected is READY");
        string socketType = "";
        byte[] identity = [];
        ReadOnlySpan<byte> rest = body.AsSpan(1 + name.Length);
        while (rest.Length > 0)
        {
            var property = Take(ref rest, Take(ref rest, 1)[0]);
            var length = BinaryPrimitives.ReadUInt32BigEndian(Take(ref rest, 4));
            var value = Take(ref rest, length);
            if (Is(property, "socket-type")) socketType = Encoding.ASCII.GetString(value);
            else if (Is(property, "identity")) identity = value.ToArray();
        }

        if (identity.Length > LongestIdentity || (identity.Length > 0 && identity[0] == 0))
            throw new ZmtpException($"an identity of {identity.Length} bytes; allowed are 1 to {LongestIdentity}, the first not zero");
        return (socketType, identity);
    }

    /// <summary>The name of a command.</summary>
    public static string Name(byte[] body)
    {
        ReadOnlySpan<byte> rest = body;
        return Encoding.ASCII.GetString(Take(ref rest, Take(ref rest, 1)[0]));
    }

    /// <summary>What stands behind the name.</summary>
    public static byte[] Data(byte[] body) => body[(1 + body[0])..];

    /// <summary>The answer to a PING: its context comes back.</summary>
    public static byte[] Pong(byte[] ping)
    {
        const int TimeToLive = 2;
        using var body = new MemoryStream();
        WriteName(body, "PONG");
        var data = Data(ping);
        if (data.Length < TimeToLive) throw new ZmtpException("a PING command is cut short");
        body.Write(data.AsSpan(TimeToLive));
        return body.ToArray();
    }

    static void WriteName(MemoryStream body, string name)
    {
        body.WriteByte((byte)name.Length);
        body.Write(Encoding.ASCII.GetBytes(name));
    }

    static void WriteProperty(MemoryStream body, string name, byte[] value)
    {
        WriteName(body, name);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, value.Length);
        body.Write(length);
        body.Write(value);
    }

    static bool Is(ReadOnlySpan<byte> name, string expected) => Encoding.ASCII.GetString(name).Equals(expected, StringComparison.OrdinalIgnoreCase);

    static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> rest, uint count)
    {
        if (count > rest.Length) throw new ZmtpException($"a command is cut short: {count} bytes announced, {rest.Length} there");
        var taken = rest[..(int)count];
        rest = rest[(int)count..];
        return taken;
    }
}
