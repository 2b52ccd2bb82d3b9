using System.Buffers.Binary;
using System.Net.Sockets;

namespace Backprop.Teaching.Notebooks;

/// <summary>Reads greetings, frames and messages from one connection, within <see cref="ZmtpLimits"/>.</summary>
sealed class ZmtpReader(Socket socket, ReceivingBudget budget)
{
    const int Chunk = 64 * 1024;

    readonly byte[] buffer = new byte[Chunk];
    int start;
    int end;
    int timeout = -1;
    bool idle;
    long reserved;

    /// <summary>Reads a message and answers the commands between messages.</summary>
    /// <param name="command">Takes each command frame that stands between messages.</param>
    /// <returns>The frames of the message; they count in the budget until <see cref="Release"/>.</returns>
    /// <exception cref="ZmtpException">The peer broke a rule or a limit.</exception>
    /// <exception cref="EndOfStreamException">The peer closed the connection.</exception>
    public List<byte[]> ReadMessage(Action<byte[]> command)
    {
        var frames = new List<byte[]>(8);
        var length = 0L;
        while (true)
        {
            var frame = ReadFrame(ZmtpLimits.MessageBytes - length, waitForever: frames.Count == 0);
            if (frame.IsCommand)
            {
                command(frame.Body);
                if (frames.Count == 0) Release();
                continue;
            }

            frames.Add(frame.Body);
            length += frame.Body.Length;
            if (!frame.More) return frames;
            if (frames.Count == ZmtpLimits.FramesPerMessage)
                throw new ZmtpException($"a message has more than {ZmtpLimits.FramesPerMessage} frames");
        }
    }

    /// <summary>Gives the bytes of what was read back to the budget.</summary>
    public void Release()
    {
        budget.Release(reserved);
        reserved = 0;
    }

    /// <summary>Reads one frame.</summary>
    /// <param name="limit">The longest body that is allowed.</param>
    /// <param name="waitForever">Whether the first byte may take any time; the rest may not.</param>
    public ZmtpFrame ReadFrame(long limit, bool waitForever)
    {
        idle = waitForever;
        var flags = ReadByte();
        idle = false;
        if ((flags & ~(ZmtpFrame.MoreFlag | ZmtpFrame.LongFlag | ZmtpFrame.CommandFlag)) != 0)
            throw new ZmtpException($"the flags of a frame are 0x{flags:x2}; known are 0x01, 0x02 and 0x04");
        var isCommand = (flags & ZmtpFrame.CommandFlag) != 0;
        var more = (flags & ZmtpFrame.MoreFlag) != 0;
        if (isCommand && more) throw new ZmtpException("a command frame says that more follows");

        var length = (flags & ZmtpFrame.LongFlag) != 0 ? ReadLength() : ReadByte();
        if (length < 0 || length > limit) throw new ZmtpException($"a frame of {(ulong)length} bytes; room is for {limit}");
        return new(ReadBody((int)length), more, isCommand);
    }

    /// <summary>Reads exactly <paramref name="count"/> bytes; the room for them grows as they come.</summary>
    public byte[] ReadBody(int count)
    {
        // no peer gets memory for bytes that it only announced
        var body = Allocate(Math.Min(count, Chunk));
        var filled = 0;
        while (filled < count)
        {
            if (start == end && count - filled < Chunk) Fill();
            if (filled == body.Length)
            {
                var larger = Allocate((int)Math.Min(count, 2L * body.Length));
                body.CopyTo(larger, 0);
                budget.Release(body.Length);
                reserved -= body.Length;
                body = larger;
            }

            var taken = Math.Min(end - start, body.Length - filled);
            if (taken > 0)
            {
                buffer.AsSpan(start, taken).CopyTo(body.AsSpan(filled));
                start += taken;
            }
            else
            {
                taken = Receive(body.AsSpan(filled));
            }

            filled += taken;
        }

        return body;
    }

    byte[] Allocate(int count)
    {
        budget.Reserve(count);
        reserved += count;
        return GC.AllocateUninitializedArray<byte>(count);
    }

    byte ReadByte()
    {
        if (start == end) Fill();
        return buffer[start++];
    }

    long ReadLength()
    {
        Span<byte> bytes = stackalloc byte[8];
        for (var i = 0; i < bytes.Length; i++) bytes[i] = ReadByte();
        return BinaryPrimitives.ReadInt64BigEndian(bytes);
    }

    void Fill()
    {
        start = 0;
        end = 0;
        end = Receive(buffer);
    }

    int Receive(Span<byte> into)
    {
        // 0 is for ever
        var limit = idle ? 0 : (int)ZmtpLimits.Silence.TotalMilliseconds;
        if (limit != timeout) socket.ReceiveTimeout = timeout = limit;
        var count = socket.Receive(into);
        return count > 0 ? count : throw new EndOfStreamException("the peer closed the connection");
    }
}
