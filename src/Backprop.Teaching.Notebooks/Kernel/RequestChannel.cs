namespace Backprop.Teaching.Notebooks;

/// <summary>The shell or the control channel: takes requests in turn, on a thread of its own, each between busy and idle.</summary>
sealed class RequestChannel : IDisposable
{
    readonly RequestQueue queue = new();
    readonly IMessageSocket socket;
    readonly MessageComposer composer;
    readonly OutputPublisher publisher;
    readonly Func<Message, RequestQueue, Answer> handle;
    readonly Func<Answer> aborted;

    /// <summary>Binds the channel; <see cref="Start"/> makes it answer.</summary>
    /// <param name="bind">Binds a router that hands over what it receives.</param>
    /// <param name="read">Reads a message, or drops it as null.</param>
    /// <param name="composer">Writes the replies.</param>
    /// <param name="publisher">Tells busy and idle.</param>
    /// <param name="handle">Works on a request.</param>
    /// <param name="aborted">The answer to a cell that is not run because one before it failed.</param>
    public RequestChannel(
        Func<Action<IReadOnlyList<byte[]>>, IMessageSocket> bind,
        Func<IReadOnlyList<byte[]>, Message?> read,
        MessageComposer composer,
        OutputPublisher publisher,
        Func<Message, RequestQueue, Answer> handle,
        Func<Answer> aborted)
    {
        (this.composer, this.publisher, this.handle, this.aborted) = (composer, publisher, handle, aborted);
        socket = bind(frames =>
        {
            if (read(frames) is { } request) queue.Add(request);
        });
    }

    /// <summary>The port.</summary>
    public int Port => socket.Port;

    /// <summary>Starts to answer.</summary>
    public void Start(string name) => new Thread(Answer) { IsBackground = true, Name = name }.Start();

    /// <summary>Waits until every reply is on the wire.</summary>
    public bool Flush(TimeSpan limit) => socket.Flush(limit);

    /// <inheritdoc/>
    public void Dispose()
    {
        queue.Close();
        socket.Dispose();
    }

    void Answer()
    {
        while (queue.Take(out var isAborted) is { } request)
        {
            publisher.Busy(request);
            Answer answer;
            try
            {
                answer = isAborted ? aborted() : handle(request, queue);
                Reply(request, answer);
            }
            catch (Exception error)
            {
                // whatever one request does, the next one finds the kernel alive
                answer = Notebooks.Answer.Error(error.GetType().Name, error.Message);
                Reply(request, answer);
            }

            publisher.Idle(request);
            answer.Then?.Invoke();
        }
    }

    void Reply(Message request, Answer answer)
    {
        if (answer.Content is not { } content) return;
        var type = request.Type.EndsWith("_request", StringComparison.Ordinal) ? request.Type[..^"_request".Length] : request.Type;
        socket.Send(composer.Compose(request.Identities, type + "_reply", request.Header, content));
    }
}
