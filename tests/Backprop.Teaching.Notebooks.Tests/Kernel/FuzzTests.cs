using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Xunit.Abstractions;

namespace Backprop.Teaching.Notebooks.Tests;

/// <summary>Random and mutated bytes against a kernel in its own process. <c>FUZZ_SEED</c> repeats a run.</summary>
[Collection(KernelCommands.Name)]
public class FuzzTests(InstalledKernelFixture kernel, ITestOutputHelper output)
{
    const int Frames = 25_000;
    const int Messages = 75_000;
    const string LastOne = "the last one";
    const long MostGrowth = 50L * 1024 * 1024;
    static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    [Fact]
    public void A_hundred_thousand_wrong_frames_and_messages_leave_a_kernel_that_runs_cells()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("FUZZ_SEED"), out var stated) ? stated : Random.Shared.Next();
        output.WriteLine($"FUZZ_SEED={seed}");
        var random = new Random(seed);
        using var process = new KernelProcess(kernel.Spec.Arguments, kernel.Folder);
        using (var client = process.Connect(Limit))
        {
            Assert.True(client is not null, process.Complaints);
            Collect(client);
        }

        // both ways are trodden once before the memory is taken, so that what is loaded once does not count
        SendFrames(process, random, 2000);
        SendMessages(process, random, 2000);
        var before = Memory(process);
        var clock = Stopwatch.StartNew();
        SendFrames(process, random, Frames);
        var frames = clock.Elapsed;
        SendMessages(process, random, Messages);
        var after = Memory(process);
        output.WriteLine($"{Frames} frames in {frames}, {Messages} messages in {clock.Elapsed - frames}; memory {before >> 20} MB, then {after >> 20} MB");
        Assert.False(process.HasExited, $"seed {seed}: {process.Complaints}");
        Assert.True(after - before < MostGrowth, $"seed {seed}: memory grew from {before >> 20} to {after >> 20} MB");
        Assert.Equal("", process.Complaints);
    }

    long Memory(KernelProcess process)
    {
        using var client = process.Connect(Limit);
        Assert.True(client is not null, process.Complaints);
        Collect(client);
        using var running = Process.GetProcessById(process.Id);
        return running.WorkingSet64;
    }

    static void Collect(KernelClient client)
    {
        var id = client.Execute("GC.Collect(2, GCCollectionMode.Aggressive, true, true); 1 + 1");
        var result = client.Outputs(id, Limit).Find(message => message.Type == "execute_result");
        Assert.Equal("2", result!.Content.GetProperty("data").GetProperty("text/plain").GetString());
    }

    static void SendFrames(KernelProcess process, Random random, int count)
    {
        var connection = process.Connection;
        (int Port, string Type)[] channels =
        [
            (connection.ShellPort, "DEALER"), (connection.ControlPort, "DEALER"), (connection.StdinPort, "DEALER"),
            (connection.IOPubPort, "SUB"), (connection.HeartbeatPort, "REQ"),
        ];
        for (var sent = 0; sent < count; sent++)
        {
            var (port, type) = channels[random.Next(channels.Length)];
            var greets = random.Next(10) > 0;
            using var peer = greets ? new RawPeer(port, type) : new RawPeer(port);
            var bytes = greets ? WrongBytes.Frame(random) : WrongBytes.Greeting(random);
            try
            {
                peer.Send(bytes);
                // the kernel reads all of it, answers or not, and closes its side in turn
                peer.SendNoMore();
            }
            catch (SocketException)
            {
                // it has closed this connection already
            }

            Assert.True(peer.IsClosedWithin(Limit), $"a connection stayed open after {Convert.ToHexString(bytes)}");
        }
    }

    static void SendMessages(KernelProcess process, Random random, int count)
    {
        var connection = process.Connection;
        var signer = new MessageSigner(Encoding.UTF8.GetBytes(connection.Key));
        using var shell = new ZmtpClient("DEALER", connection.ShellPort);
        using var control = new ZmtpClient("DEALER", connection.ControlPort);
        using var stdin = new ZmtpClient("DEALER", connection.StdinPort);
        ZmtpClient[] clients = [shell, control, stdin];
        var done = Array.ConvertAll(clients[..2], Drain);
        for (var sent = 0; sent < count; sent++) clients[random.Next(clients.Length)].Send(WrongBytes.Message(random, signer));
        var composer = new MessageComposer(signer, LastOne);
        foreach (var client in clients) client.Send(composer.Compose([], "kernel_info_request", null, _ => { }));
        Assert.All(done, thread => Assert.True(thread.Join(Limit), "a channel did not come to the end of what it was sent"));
    }

    // takes replies until the one to the last request
    static Thread Drain(ZmtpClient client) => WireThread.Start("drain", () =>
    {
        while (client.Receive() is { } frames && !(frames.Count > 3 && Encoding.UTF8.GetString(frames[^3]).Contains(LastOne, StringComparison.Ordinal)))
        {
        }
    });
}
