using System.Runtime.InteropServices;

namespace Backprop.Teaching.Notebooks;

/// <summary>A Jupyter kernel for C#: five channels around one <see cref="ScriptSession"/>.</summary>
public sealed class JupyterKernel : IDisposable
{
    // what a front end has sent when the reply to a failed cell goes out counts as queued behind it
    static readonly TimeSpan OnTheWire = TimeSpan.FromMilliseconds(10);
    static readonly TimeSpan LastWords = TimeSpan.FromMilliseconds(500);

    readonly MessageComposer composer;
    readonly OutputPublisher publisher;
    readonly InputChannel input;
    readonly RequestChannel shell;
    readonly RequestChannel control;
    readonly IMessageSocket heartbeat;
    readonly ScriptSession session;
    readonly CellExecutor executor;
    readonly CodeAssistant assistant;
    readonly HistoryLog history = new();
    readonly ManualResetEventSlim ended = new();
    readonly WarmUp warmUp;

    /// <summary>Binds the ports of a connection file on 127.0.0.1.</summary>
    /// <param name="connection">Where the front end expects the kernel.</param>
    /// <param name="options">What the session needs to know.</param>
    /// <exception cref="System.Net.Sockets.SocketException">A port is taken.</exception>
    public JupyterKernel(ConnectionFile connection, ScriptSessionOptions options)
        : this(connection, options, new ZmtpTransport())
    {
    }

    internal JupyterKernel(ConnectionFile connection, ScriptSessionOptions options, ITransport transport)
    {
        ArgumentNullException.ThrowIfNull(connection);
        var signer = new MessageSigner(connection.KeyBytes());
        composer = new(signer);
        publisher = new(transport, connection.IOPubPort, composer);
        input = new(transport, connection.StdinPort, composer, signer, Counters);
        session = new(options);
        warmUp = new(options);
        executor = new(session, publisher, new(publisher), input, history);
        assistant = new(session);
        shell = Bind(transport, connection.ShellPort, signer, OnShell);
        control = Bind(transport, connection.ControlPort, signer, (request, _) => OnEither(request));
        heartbeat = transport.BindReply(connection.HeartbeatPort, frames => heartbeat!.Send(frames));
    }

    /// <summary>What was dropped unread.</summary>
    internal MessageCounters Counters { get; } = new();

    /// <summary>Answers requests until a front end asks for the end, or <see cref="End"/> is called.</summary>
    public void Run()
    {
        publisher.Start();
        shell.Start("shell");
        control.Start("control");
        using var signal = PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
        {
            context.Cancel = true;
            executor.Interrupt();
        });
        warmUp.Start();
        ended.Wait();
        executor.Interrupt();
        publisher.Flush(LastWords);
        control.Flush(LastWords);
        shell.Flush(LastWords);
    }

    /// <summary>Lets <see cref="Run"/> return.</summary>
    public void End() => ended.Set();

    /// <inheritdoc/>
    public void Dispose()
    {
        shell.Dispose();
        control.Dispose();
        input.Dispose();
        publisher.Dispose();
        heartbeat.Dispose();
        ended.Dispose();
    }

    RequestChannel Bind(ITransport transport, int port, MessageSigner signer, Func<Message, RequestQueue, Answer> handle) => new(
        received => transport.BindRouter(port, received),
        frames => Message.Read(frames, signer, Counters),
        composer,
        publisher,
        handle,
        () => new(executor.WriteAborted));

    Answer OnShell(Message request, RequestQueue queue)
    {
        if (request.Type != "execute_request") return OnEither(request);
        warmUp.GiveWay();
        var content = executor.Run(request, out var failed);
        warmUp.GoOn();
        if (!failed) return new(content);
        Thread.Sleep(OnTheWire);
        queue.AbortCells();
        return new(content);
    }

    Answer OnEither(Message request)
    {
        switch (request.Type)
        {
            case "kernel_info_request":
                return new(KernelInfo.Write);
            case "interrupt_request":
                executor.Interrupt();
                return Answer.Ok;
            case "shutdown_request":
                return Shutdown(request);
            case "complete_request":
                return new(assistant.Complete(request.Content));
            case "inspect_request":
                return new(assistant.Inspect(request.Content));
            case "is_complete_request":
                return new(assistant.IsComplete(request.Content));
            case "history_request":
                return new(writer => history.Write(writer, request.Content));
            case "comm_info_request":
                return new(writer =>
                {
                    writer.WriteString("status", "ok");
                    writer.WriteStartObject("comms");
                    writer.WriteEndObject();
                });
            case "comm_open":
                CloseComm(request);
                return Answer.None;
            default:
                return request.Type.EndsWith("_request", StringComparison.Ordinal)
                    ? Answer.Error("NotSupported", $"this kernel does not know {request.Type} on this channel")
                    : Answer.None;
        }
    }

    Answer Shutdown(Message request)
    {
        var restart = JsonText.Flag(request.Content, "restart", false);
        Answer answer = new(
            writer =>
            {
                writer.WriteString("status", "ok");
                writer.WriteBoolean("restart", restart);
            },
            End);
        publisher.Publish("shutdown_reply", request.Header, answer.Content!);
        return answer;
    }

    // no comm has a target here: the opener is told at once
    void CloseComm(Message request) => publisher.Publish("comm_close", request.Header, writer =>
    {
        writer.WriteString("comm_id", JsonText.String(request.Content, "comm_id") ?? "");
        writer.WriteStartObject("data");
        writer.WriteEndObject();
    });
}
