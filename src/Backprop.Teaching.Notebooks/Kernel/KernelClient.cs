using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Backprop.Teaching.Notebooks;

/// <summary>A small front end: what the kernel check and the tests speak through.</summary>
sealed class KernelClient : IDisposable
{
    readonly MessageComposer composer;
    readonly ZmtpClient shell;
    readonly ZmtpClient control;
    readonly ZmtpClient iopub;
    readonly ZmtpClient stdin;

    /// <summary>Connects to all channels but the heartbeat.</summary>
    /// <exception cref="SocketException">Nobody listens yet.</exception>
    public KernelClient(ConnectionFile connection)
    {
        composer = new(new MessageSigner(connection.KeyBytes()), "client");
        var identity = Encoding.ASCII.GetBytes(Guid.NewGuid().ToString("N"));
        iopub = new("SUB", connection.IOPubPort);
        shell = new("DEALER", connection.ShellPort, identity);
        control = new("DEALER", connection.ControlPort, identity);
        stdin = new("DEALER", connection.StdinPort, identity);
        Collect(iopub, Published);
        Collect(shell, Replies);
        Collect(control, ControlReplies);
        Collect(stdin, Questions);
    }

    /// <summary>What came over iopub.</summary>
    public BlockingCollection<ReceivedMessage> Published { get; } = [];

    /// <summary>What came over shell.</summary>
    public BlockingCollection<ReceivedMessage> Replies { get; } = [];

    /// <summary>What came over control.</summary>
    public BlockingCollection<ReceivedMessage> ControlReplies { get; } = [];

    /// <summary>What came over stdin.</summary>
    public BlockingCollection<ReceivedMessage> Questions { get; } = [];

    /// <summary>Sends a request over shell.</summary>
    /// <returns>Its name, which its reply and its outputs carry as parent.</returns>
    public string Ask(string type, Action<Utf8JsonWriter>? content = null) => Send(shell, type, content);

    /// <summary>Sends a request over control.</summary>
    public string AskControl(string type, Action<Utf8JsonWriter>? content = null) => Send(control, type, content);

    /// <summary>Answers a question.</summary>
    public void Answer(string value) => Send(stdin, "input_reply", writer => writer.WriteString("value", value));

    /// <summary>Sends a cell.</summary>
    public string Execute(string code, bool allowStdin = false) => Ask("execute_request", writer =>
    {
        writer.WriteString("code", code);
        writer.WriteBoolean("silent", false);
        writer.WriteBoolean("store_history", true);
        writer.WriteBoolean("allow_stdin", allowStdin);
        writer.WriteBoolean("stop_on_error", true);
    });

    /// <summary>Waits for the reply to a request over shell.</summary>
    /// <returns>Null when <paramref name="limit"/> passed first.</returns>
    public ReceivedMessage? Reply(string id, TimeSpan limit) => Wait(Replies, message => message.ParentId == id, limit);

    /// <summary>Waits for the outputs of a request, up to its idle status.</summary>
    /// <returns>All of them, the idle status last; cut short when <paramref name="limit"/> passed first.</returns>
    public List<ReceivedMessage> Outputs(string id, TimeSpan limit)
    {
        var outputs = new List<ReceivedMessage>();
        Wait(Published, message =>
        {
            if (message.ParentId != id) return false;
            outputs.Add(message);
            return message.IsIdle;
        }, limit);
        return outputs;
    }

    /// <summary>Takes messages until one is the right one.</summary>
    public static ReceivedMessage? Wait(BlockingCollection<ReceivedMessage> from, Predicate<ReceivedMessage> isRight, TimeSpan limit)
    {
        using var patience = new CancellationTokenSource(limit);
        try
        {
            foreach (var message in from.GetConsumingEnumerable(patience.Token))
            {
                if (isRight(message)) return message;
            }
        }
        catch (OperationCanceledException)
        {
            // too late
        }

        return null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        shell.Dispose();
        control.Dispose();
        iopub.Dispose();
        stdin.Dispose();
    }

    string Send(ZmtpClient channel, string type, Action<Utf8JsonWriter>? content)
    {
        lock (composer)
        {
            channel.Send(composer.Compose([], type, null, content ?? (_ => { })));
            return composer.LastId;
        }
    }

    static void Collect(ZmtpClient channel, BlockingCollection<ReceivedMessage> into) => WireThread.Start("client", () =>
    {
        while (channel.Receive() is { } frames)
        {
            if (ReceivedMessage.Read(frames) is { } message) into.Add(message);
        }

        into.CompleteAdding();
    });
}
