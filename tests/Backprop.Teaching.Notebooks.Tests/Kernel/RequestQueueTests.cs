namespace Backprop.Teaching.Notebooks.Tests;

public class RequestQueueTests
{
    [Fact]
    public void Only_the_cells_that_wait_are_aborted()
    {
        var queue = new RequestQueue();
        queue.Add(Request("execute_request"));
        queue.Add(Request("complete_request"));
        queue.AbortCells();
        queue.Add(Request("execute_request"));
        Assert.Equal([true, false, false], Enumerable.Range(0, 3).Select(_ =>
        {
            Assert.NotNull(queue.Take(out var aborted));
            return aborted;
        }));
    }

    [Fact]
    public void A_full_queue_holds_its_senders_back()
    {
        var queue = new RequestQueue();
        var added = 0;
        var sender = new Thread(() =>
        {
            for (var i = 0; i < 1500; i++)
            {
                queue.Add(Request("x"));
                Interlocked.Increment(ref added);
            }
        });
        sender.Start();
        ZmtpSocketTests.Until(() => Volatile.Read(ref added) == 1000 && sender.ThreadState == ThreadState.WaitSleepJoin);
        for (var i = 0; i < 500; i++) queue.Take(out _);
        sender.Join();
        Assert.Equal(1500, added);
    }

    [Fact]
    public void A_closed_queue_lets_everybody_go()
    {
        var queue = new RequestQueue();
        var taker = new Thread(() => Assert.Null(queue.Take(out _)));
        taker.Start();
        queue.Close();
        taker.Join();
    }

    static Message Request(string type)
    {
        var open = new MessageSigner([]);
        return Message.Read(new MessageComposer(open).Compose([], type, null, _ => { }), open, new())!;
    }
}
