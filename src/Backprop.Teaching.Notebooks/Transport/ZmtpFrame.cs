using System.Buffers.Binary;

namespace Backprop.Teaching.Notebooks;

/// <summary>A frame of ZMTP 3.0: a flag byte, the length in one byte or in eight, the body.</summary>
readonly record struct ZmtpFrame(byte[] Body, bool More, bool IsCommand)
{
    /// <summary>Flag: another frame of this message follows.</summary>
    public const byte MoreFlag = 0x01;

    /// <summary>Flag: the length takes eight bytes.</summary>
    public const byte LongFlag = 0x02;

    /// <summary>Flag: a command to the connection, not part of a message.</summary>
    public const byte CommandFlag = 0x04;

    /// <summary>A whole message as it goes over the wire, in one piece so that nothing can come between its frames.</summary>
    public static byte[] Encode(IReadOnlyList<byte[]> frames, int first = 0)
    {
        var length = 0L;
        for (var i = first; i < frames.Count; i++) length += frames[i].Length + (frames[i].Length > byte.MaxValue ? 9 : 2);
        var wire = GC.AllocateUninitializedArray<byte>(checked((int)length));
        var at = 0;
        for (var i = first; i < frames.Count; i++) at += Write(frames[i], i < frames.Count - 1 ? MoreFlag : (byte)0, wire.AsSpan(at));
        return wire;
    }

    /// <summary>A command frame as it goes over the wire.</summary>
    public static byte[] EncodeCommand(byte[] body)
    {
        var wire = new byte[body.Length + (body.Length > byte.MaxValue ? 9 : 2)];
        Write(body, CommandFlag, wire);
        return wire;
    }

    static int Write(byte[] body, byte flags, Span<byte> wire)
    {
        var header = 2;
        if (body.Length > byte.MaxValue)
        {
            wire[0] = (byte)(flags | LongFlag);
            BinaryPrimitives.WriteInt64BigEndian(wire[1..], body.Length);
            header = 9;
        }
        else
        {
            wire[0] = flags;
            wire[1] = (byte)body.Length;
        }

        body.CopyTo(wire[header..]);
        return header + body.Length;
    }
}
