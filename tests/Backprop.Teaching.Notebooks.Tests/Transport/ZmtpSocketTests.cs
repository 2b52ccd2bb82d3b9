using System.Collections.Concurrent;
using System.Text;

namespace Backprop.Teaching.Notebooks.Tests;

public sealed class ZmtpSocketTests : IDisposable
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    readonly ZmtpTransport transport = new();
    readonly List<IDisposable> open = [];

    public void Dispose() => open.ForEach(each => each.Dispose());

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(65_536)]
    [InlineData(3_000_000)]
    public void A_router_answers_the_one_who_asked(int length)
    {
        var router = Echo();
        var client = Client("DEALER", router.Port, "me");
        var body = new byte[length];
        new Random(length).NextBytes(body);
        client.Send(["first"u8.ToArray(), body, []]);
        var answer = client.Receive()!;
        Assert.Equal(3, answer.Count);
        Assert.Equal("first", Encoding.UTF8.GetString(answer[0]));
        Assert.Equal(body, answer[1]);
        Assert.Empty(answer[2]);
    }

    [Fact]
    public void A_router_hands_over_the_identity_that_the_sender_states()
    {
        var received = new BlockingCollection<IReadOnlyList<byte[]>>();
        var router = Keep(transport.BindRouter(0, received.Add));
        Client("DEALER", router.Port, "who").Send(["x"u8.ToArray()]);
        Assert.Equal("who", Encoding.UTF8.GetString(Take(received)[0]));
        Client("DEALER", router.Port).Send(["y"u8.ToArray()]);
        Assert.Equal(0, Take(received)[0][0]);
    }

    [Fact]
    public void One_who_comes_back_under_the_same_name_takes_its_old_place()
    {
        var router = Echo();
        var first = Client("DEALER", router.Port, "me");
        first.Send(["1"u8.ToArray()]);
        Assert.NotNull(first.Receive());
        var second = Client("DEALER", router.Port, "me");
        second.Send(["2"u8.ToArray()]);
        Assert.Equal("2", Encoding.UTF8.GetString(second.Receive()![0]));
        Assert.Null(first.Receive());
    }

    [Fact]
    public void A_message_to_nobody_is_dropped()
    {
        var router = Echo();
        router.Send(["nobody"u8.ToArray(), "x"u8.ToArray()]);
        Assert.Equal(0, router.Backlog);
    }

    [Fact]
    public void The_heartbeat_echoes_a_request_with_its_envelope()
    {
        IMessageSocket? heart = null;
        heart = Keep(transport.BindReply(0, frames => heart!.Send(frames)));
        var client = Client("REQ", heart.Port);
        client.Send([[], "beat"u8.ToArray()]);
        var answer = client.Receive()!;
        Assert.Equal(2, answer.Count);
        Assert.Empty(answer[0]);
        Assert.Equal("beat", Encoding.UTF8.GetString(answer[1]));
    }

    [Fact]
    public void A_new_subscriber_is_welcomed_before_anything_else()
    {
        var publisher = Keep(transport.BindPublisher(0, () => ["hello"u8.ToArray()]));
        var client = Client("SUB", publisher.Port);
        Assert.Equal("hello", Encoding.UTF8.GetString(client.Receive()![0]));
        publisher.Send(["news"u8.ToArray(), "body"u8.ToArray()]);
        Assert.Equal("body", Encoding.UTF8.GetString(client.Receive()![1]));
    }

    [Fact]
    public void A_subscriber_gets_what_begins_with_its_topic_until_it_cancels()
    {
        var publisher = Keep(transport.BindPublisher(0, () => null));
        var peer = new RawPeer(publisher.Port, "SUB");
        open.Add(peer);
        peer.Send(ZmtpFrame.Encode([[1, .. "st"u8]]));
        // the first message that arrives proves the subscription
        Until(() =>
        {
            publisher.Send(["status"u8.ToArray()]);
            return peer.Available;
        });
        byte[] ping = ZmtpFrame.EncodeCommand([4, .. "PING"u8, 0, 0]);
        peer.Send(ping);
        while (peer.ReadFrame().Flags != ZmtpFrame.CommandFlag)
        {
            // what was published until then
        }

        // whatever else is published would come before the next answer
        publisher.Send(["other"u8.ToArray()]);
        peer.Send(ping);
        Assert.Equal(ZmtpFrame.CommandFlag, peer.ReadFrame().Flags);
        peer.Send(ZmtpFrame.Encode([[0, .. "st"u8]]));
        peer.Send(ping);
        Assert.Equal(ZmtpFrame.CommandFlag, peer.ReadFrame().Flags);
        publisher.Send(["status"u8.ToArray()]);
        peer.Send(ping);
        Assert.Equal(ZmtpFrame.CommandFlag, peer.ReadFrame().Flags);
    }

    [Fact]
    public void A_ping_is_answered_with_its_context()
    {
        var router = Echo();
        var peer = new RawPeer(router.Port, "DEALER");
        open.Add(peer);
        peer.Send(ZmtpFrame.EncodeCommand([4, .. "PING"u8, 0, 10, .. "context"u8]));
        Assert.Equal([4, .. "PONG"u8, .. "context"u8], peer.ReadCommand());
    }

    [Fact]
    public void Ten_clients_at_once_each_get_their_own_answers()
    {
        var router = Echo();
        Parallel.For(0, 10, new ParallelOptions { MaxDegreeOfParallelism = 10 }, number =>
        {
            using var client = new ZmtpClient("DEALER", router.Port, Encoding.ASCII.GetBytes($"client {number}"));
            for (var i = 0; i < 100; i++)
            {
                client.Send([BitConverter.GetBytes(number), BitConverter.GetBytes(i)]);
                var answer = client.Receive()!;
                Assert.Equal(number, BitConverter.ToInt32(answer[0]));
                Assert.Equal(i, BitConverter.ToInt32(answer[1]));
            }
        });
    }

    [Fact]
    public void A_subscriber_that_takes_nothing_is_let_go_and_the_others_stay()
    {
        var publisher = Keep(transport.BindPublisher(0, () => ["hello"u8.ToArray()]));
        var idle = new RawPeer(publisher.Port, "SUB");
        open.Add(idle);
        idle.Send(ZmtpFrame.Encode([[1]]));
        var healthy = Client("SUB", publisher.Port);
        Assert.NotNull(healthy.Receive());

        var piece = new byte[1_000_000];
        for (var i = 0; i < 150 && transport.Counters.Lost == 0; i++)
        {
            publisher.Send([piece]);
            Assert.Equal(piece.Length, healthy.Receive()![0].Length);
            Assert.InRange(publisher.Backlog, 0, ZmtpLimits.BacklogBytes);
        }

        Assert.Equal(1, transport.Counters.Lost);
        publisher.Send(["after"u8.ToArray()]);
        Assert.Equal("after", Encoding.UTF8.GetString(healthy.Receive()![0]));
    }

    internal static void Until(Func<bool> condition)
    {
        Assert.True(SpinWait.SpinUntil(() =>
        {
            Thread.Sleep(5);
            return condition();
        }, Limit));
    }

    IMessageSocket Echo()
    {
        IMessageSocket? router = null;
        return router = Keep(transport.BindRouter(0, frames => router!.Send(frames)));
    }

    ZmtpClient Client(string type, int port, string? identity = null)
    {
        var client = new ZmtpClient(type, port, identity is null ? null : Encoding.ASCII.GetBytes(identity));
        open.Add(client);
        return client;
    }

    IMessageSocket Keep(IMessageSocket socket)
    {
        open.Add(socket);
        return socket;
    }

    static IReadOnlyList<byte[]> Take(BlockingCollection<IReadOnlyList<byte[]>> from)
    {
        Assert.True(from.TryTake(out var message, Limit));
        return message!;
    }
}
