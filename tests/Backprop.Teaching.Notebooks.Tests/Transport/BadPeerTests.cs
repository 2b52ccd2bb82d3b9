using System.Buffers.Binary;
using System.Text;

namespace Backprop.Teaching.Notebooks.Tests;

public sealed class BadPeerTests : IDisposable
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    readonly ZmtpTransport transport = new();
    readonly IMessageSocket router;

    public BadPeerTests() => router = transport.BindRouter(0, frames => router!.Send(frames));

    public static TheoryData<string, byte[]> Greetings => new()
    {
        { "no ZMTP signature", Encoding.ASCII.GetBytes("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".PadRight(64)) },
        { "speaks ZMTP 1", Changed(10, 1) },
        { "mechanism 'PULL'", Changed(12, (byte)'P', (byte)'U') },
    };

    public static TheoryData<string, byte[]> Frames => new()
    {
        { "flags of a frame are 0x08", [8, 0] },
        { "says that more follows", [5, 0] },
        { "a frame of 67108865 bytes", [2, .. Length(ZmtpLimits.MessageBytes + 1L)] },
        { "a frame of 9223372036854775807 bytes", [2, .. Length(long.MaxValue)] },
        { "a frame of 18446744073709551615 bytes", [2, .. Length(-1)] },
        { "room is for 67108862", [1, 2, 9, 9, 2, .. Length(ZmtpLimits.MessageBytes - 1)] },
        { "more than 1024 frames", [.. Enumerable.Repeat<byte[]>([1, 0], ZmtpLimits.FramesPerMessage).SelectMany(frame => frame)] },
        { "a command is cut short", [4, 1, 200] },
        { "a command is cut short", [4, 0] },
        { "PING command is cut short", [4, 5, 4, .. "PING"u8] },
        { "the peer reports an error", [4, 7, 5, .. "ERROR"u8, 0] },
    };

    public void Dispose() => router.Dispose();

    [Theory]
    [MemberData(nameof(Greetings))]
    public void A_wrong_greeting_ends_that_connection_alone(string reason, byte[] greeting)
    {
        using var peer = new RawPeer(router.Port);
        peer.Send(greeting);
        Assert.True(peer.IsClosedWithin(Limit));
        Assert.Contains(reason, transport.Counters.LastReason, StringComparison.Ordinal);
        AssertAlive();
    }

    [Theory]
    [MemberData(nameof(Frames))]
    public void A_wrong_frame_ends_that_connection_alone(string reason, byte[] bytes)
    {
        using var peer = new RawPeer(router.Port, "DEALER");
        peer.Send(bytes);
        Assert.True(peer.IsClosedWithin(Limit));
        Assert.Contains(reason, transport.Counters.LastReason, StringComparison.Ordinal);
        Assert.Equal(1, transport.Counters.Broken);
        ZmtpSocketTests.Until(() => transport.Budget.Reserved == 0);
        AssertAlive();
    }

    [Fact]
    public void A_socket_of_the_wrong_type_is_sent_away()
    {
        using var peer = new RawPeer(router.Port, "PULL");
        Assert.True(peer.IsClosedWithin(Limit));
        Assert.Contains("a PULL socket connects to a ROUTER socket", transport.Counters.LastReason, StringComparison.Ordinal);
        AssertAlive();
    }

    [Fact]
    public void A_long_frame_takes_memory_as_it_arrives_not_as_it_is_announced()
    {
        using var peer = new RawPeer(router.Port, "DEALER");
        peer.Send([2, .. Length(ZmtpLimits.MessageBytes)]);
        peer.Send(new byte[100_000]);
        ZmtpSocketTests.Until(() => transport.Budget.Reserved >= 100_000);
        Assert.InRange(transport.Budget.Reserved, 100_000, 1_000_000);
        AssertAlive();
    }

    [Fact]
    public void A_message_of_64_MB_arrives_whole()
    {
        using var client = new ZmtpClient("DEALER", router.Port);
        client.Send([new byte[ZmtpLimits.MessageBytes]]);
        Assert.Equal(ZmtpLimits.MessageBytes, client.Receive()![0].Length);
    }

    [Fact]
    public void Connections_that_never_greet_are_closed_and_make_room_again()
    {
        var silent = Enumerable.Range(0, ZmtpLimits.Connections).Select(_ => new RawPeer(router.Port)).ToList();
        using var surplus = new RawPeer(router.Port);
        Assert.True(surplus.IsClosedWithin(Limit));
        Assert.True(transport.Counters.Refused >= 1);
        foreach (var peer in silent)
        {
            // each has had our greeting by then
            Assert.True(peer.IsClosedWithin(ZmtpLimits.Handshake + TimeSpan.FromSeconds(10)));
            peer.Dispose();
        }

        AssertAlive();
    }

    [Fact]
    public void A_peer_that_breaks_off_in_the_middle_of_a_message_leaves_nothing_behind()
    {
        for (var i = 0; i < 200; i++)
        {
            using var peer = new RawPeer(router.Port, "DEALER");
            peer.Send([1, 3, 1, 2, 3, 2, .. Length(1_000_000), .. new byte[1000]]);
        }

        ZmtpSocketTests.Until(() => transport.Budget.Reserved == 0);
        AssertAlive();
    }

    void AssertAlive()
    {
        using var client = new ZmtpClient("DEALER", router.Port);
        client.Send(["alive"u8.ToArray()]);
        Assert.Equal("alive", Encoding.UTF8.GetString(client.Receive()![0]));
    }

    static byte[] Changed(int at, params byte[] bytes)
    {
        var greeting = ZmtpGreeting.Ours();
        bytes.CopyTo(greeting, at);
        return greeting;
    }

    static byte[] Length(long length)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, length);
        return bytes;
    }
}
