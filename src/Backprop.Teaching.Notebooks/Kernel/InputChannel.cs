namespace Backprop.Teaching.Notebooks;

/// <summary>The stdin channel: one question at a time to the person at the front end.</summary>
sealed class InputChannel : IDisposable
{
    readonly MessageComposer composer;
    readonly IMessageSocket socket;
    readonly object turn = new();
    readonly object gate = new();
    byte[]? asked;
    string? answer;

    /// <summary>Binds the channel.</summary>
    public InputChannel(ITransport transport, int port, MessageComposer composer, MessageSigner signer, MessageCounters counters)
    {
        this.composer = composer;
        socket = transport.BindRouter(port, frames =>
        {
            if (Message.Read(frames, signer, counters) is { Type: "input_reply" } reply) Take(reply);
        });
    }

    /// <summary>The port.</summary>
    public int Port => socket.Port;

    /// <summary>Asks the front end that sent a request, and waits.</summary>
    /// <exception cref="ThreadInterruptedException">The cell was interrupted meanwhile.</exception>
    public string Ask(Message request, string prompt, bool hidden)
    {
        lock (turn)
        {
            lock (gate) (asked, answer) = (request.Identities[0], null);
            try
            {
                socket.Send(composer.Compose(request.Identities, "input_request", request.Header, writer =>
                {
                    writer.WriteString("prompt", prompt);
                    writer.WriteBoolean("password", hidden);
                }));
                lock (gate)
                {
                    while (answer is null) Monitor.Wait(gate);
                    return answer;
                }
            }
            finally
            {
                lock (gate) asked = null;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => socket.Dispose();

    void Take(Message reply)
    {
        lock (gate)
        {
            // an answer that nobody waits for, or from somebody else, is late or wrong
            if (asked is null || !reply.Identities[0].AsSpan().SequenceEqual(asked)) return;
            answer = JsonText.String(reply.Content, "value") ?? "";
            Monitor.PulseAll(gate);
        }
    }
}
