using System.Text;
using System.Text.Json;

namespace Backprop.Teaching.Notebooks;

/// <summary>The iopub channel: what all front ends see, in one order.</summary>
sealed class OutputPublisher : IDisposable
{
    readonly MessageComposer composer;
    readonly IMessageSocket socket;
    readonly object gate = new();
    int busy;
    bool started;

    /// <summary>Binds the channel.</summary>
    public OutputPublisher(ITransport transport, int port, MessageComposer composer)
    {
        this.composer = composer;
        socket = transport.BindPublisher(port, Welcome);
    }

    /// <summary>The port.</summary>
    public int Port => socket.Port;

    /// <summary>Bytes that wait for the slowest front end.</summary>
    public long Backlog => socket.Backlog;

    /// <summary>Says that the kernel starts. From now on a new subscriber is told whether it is busy or idle.</summary>
    public void Start()
    {
        Publish("status", null, writer => writer.WriteString("execution_state", "starting"));
        lock (gate) started = true;
    }

    /// <summary>Says that a request is being worked on.</summary>
    public void Busy(Message request) => Status(request, "busy", 1);

    /// <summary>Says that a request is done. Everything that was published for it is on its way by then.</summary>
    public void Idle(Message request) => Status(request, "idle", -1);

    /// <summary>Publishes a message.</summary>
    public void Publish(string type, byte[]? parentHeader, Action<Utf8JsonWriter> content)
    {
        lock (gate) socket.Send(composer.Compose([Encoding.UTF8.GetBytes(type)], type, parentHeader, content));
    }

    /// <summary>Waits until everything published is on the wire.</summary>
    public bool Flush(TimeSpan limit) => socket.Flush(limit);

    /// <inheritdoc/>
    public void Dispose() => socket.Dispose();

    void Status(Message request, string state, int change)
    {
        lock (gate)
        {
            busy += change;
            Publish("status", request.Header, writer => writer.WriteString("execution_state", state));
        }
    }

    // a front end that subscribes late would otherwise wait for a status that it has missed
    List<byte[]> Welcome()
    {
        string state;
        lock (gate) state = !started ? "starting" : busy > 0 ? "busy" : "idle";
        return composer.Compose(["status"u8.ToArray()], "status", null, writer => writer.WriteString("execution_state", state));
    }
}
