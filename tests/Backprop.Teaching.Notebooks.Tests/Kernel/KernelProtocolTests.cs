using System.Text;

namespace Backprop.Teaching.Notebooks.Tests;

/// <summary>The kernel in its own process through the small front end: what runs on machines without Jupyter too.</summary>
[Collection(KernelCommands.Name)]
public sealed class KernelProtocolTests : IDisposable
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    readonly KernelProcess process;
    readonly KernelClient client;

    public KernelProtocolTests(InstalledKernelFixture kernel)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        process = new(kernel.Spec.Arguments, kernel.Folder);
        client = process.Connect(Limit) ?? throw new InvalidOperationException(process.Complaints);
    }

    public void Dispose()
    {
        client.Dispose();
        process.Dispose();
    }

    [Fact]
    public void A_cell_runs_between_busy_and_idle()
    {
        var outputs = client.Outputs(client.Execute("Console.Write(\"a\"); Console.Error.Write(\"b\"); 6 * 7"), Limit);
        Assert.Equal(["status", "execute_input", "stream", "stream", "execute_result", "status"], outputs.Select(output => output.Type));
        Assert.Equal("42", JsonText.String(outputs[4].Content.GetProperty("data"), "text/plain"));
        Assert.Equal("", process.Complaints);
    }

    [Fact]
    public void Cells_that_wait_behind_an_error_are_aborted()
    {
        var first = client.Execute("System.Threading.Thread.Sleep(200); throw new Exception(\"stop\");");
        var second = client.Execute("1");
        Assert.Equal("error", Status(client.Reply(first, Limit)));
        Assert.Equal("aborted", Status(client.Reply(second, Limit)));
        Assert.Equal("ok", Status(client.Reply(client.Execute("2"), Limit)));
    }

    [Fact]
    public void An_endless_loop_is_interrupted_and_variables_survive()
    {
        client.Reply(client.Execute("var kept = 5;"), Limit);
        var loop = client.Execute("while (true) { }");
        KernelClient.Wait(client.Published, message => message.Type == "execute_input" && message.ParentId == loop, Limit);
        var interrupt = client.AskControl("interrupt_request");
        Assert.Equal("ok", Status(KernelClient.Wait(client.ControlReplies, message => message.ParentId == interrupt, Limit)));
        Assert.Equal("error", Status(client.Reply(loop, Limit)));
        var outputs = client.Outputs(client.Execute("kept"), Limit);
        Assert.Equal("5", JsonText.String(outputs.Single(output => output.Type == "execute_result").Content.GetProperty("data"), "text/plain"));
    }

    [Fact]
    public void A_question_goes_to_the_front_end_that_sent_the_cell()
    {
        var id = client.Execute("Console.WriteLine(Console.ReadLine());", allowStdin: true);
        Assert.Equal("input_request", KernelClient.Wait(client.Questions, _ => true, Limit)!.Type);
        client.Answer("δ");
        Assert.Contains(client.Outputs(id, Limit), output => output.Type == "stream" && JsonText.String(output.Content, "text") == "δ\n");
    }

    [Fact]
    public void A_late_front_end_is_told_the_status_at_once()
    {
        client.Reply(client.Execute("1"), Limit);
        for (var i = 0; i < 20; i++)
        {
            using var late = new ZmtpClient("SUB", process.Connection.IOPubPort);
            var frames = late.Receive()!;
            Assert.Equal("status", Encoding.UTF8.GetString(frames[0]));
            Assert.Contains("\"execution_state\":\"idle\"", Encoding.UTF8.GetString(frames[^1]), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_heart_beats_while_a_cell_runs()
    {
        client.Execute("while (true) { }");
        using var heart = new ZmtpClient("REQ", process.Connection.HeartbeatPort);
        for (byte i = 0; i < 10; i++)
        {
            heart.Send([[], [i]]);
            Assert.Equal([i], heart.Receive()![1]);
        }
    }

    [Fact]
    public void A_front_end_that_reads_nothing_neither_stops_a_cell_nor_fills_the_memory()
    {
        using var stalled = new RawPeer(process.Connection.IOPubPort, "SUB");
        stalled.Send(ZmtpFrame.Encode([[1]]));
        var id = client.Execute("for (var i = 0; i < 150; i++) Console.Write(new string('x', 1_000_000)); System.Diagnostics.Process.GetCurrentProcess().WorkingSet64");
        var outputs = client.Outputs(id, TimeSpan.FromMinutes(2));
        Assert.Equal(150_000_000, outputs.Where(output => output.Type == "stream").Sum(output => JsonText.String(output.Content, "text")!.Length));
        var bytes = JsonText.String(outputs.Single(output => output.Type == "execute_result").Content.GetProperty("data"), "text/plain")!;
        Assert.InRange(long.Parse(bytes, System.Globalization.CultureInfo.InvariantCulture), 0, 600_000_000);
    }

    [Fact]
    public void Shutdown_is_answered_and_then_done()
    {
        client.Execute("while (true) { }");
        client.AskControl("shutdown_request", writer => writer.WriteBoolean("restart", true));
        var reply = KernelClient.Wait(client.ControlReplies, _ => true, Limit)!;
        Assert.Equal("shutdown_reply", reply.Type);
        Assert.True(JsonText.Flag(reply.Content, "restart", false));
        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(30)));
    }

    static string? Status(ReceivedMessage? reply) => reply is null ? null : JsonText.String(reply.Content, "status");
}
