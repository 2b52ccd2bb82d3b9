using System.Text.Json;

namespace Backprop.Teaching.Notebooks;

/// <summary>Runs the cells of <c>execute_request</c>, one after the other, and can be told to stop the one that runs.</summary>
sealed class CellExecutor(ScriptSession session, OutputPublisher publisher, StreamBatcher streams, InputChannel input, HistoryLog history)
{
    readonly object gate = new();
    CancellationTokenSource? running;
    int count;

    /// <summary>Interrupts the cell that runs; nothing happens when none does.</summary>
    public void Interrupt()
    {
        CancellationTokenSource? current;
        lock (gate) current = running;
        try
        {
            current?.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // it has just ended by itself
        }
    }

    /// <summary>Runs the cell of a request and publishes what comes of it.</summary>
    /// <param name="request">An <c>execute_request</c>.</param>
    /// <param name="failed">Whether the cells that wait behind it are to be aborted.</param>
    /// <returns>Writes the content of the reply.</returns>
    /// <exception cref="FormatException">The request has no code.</exception>
    public Action<Utf8JsonWriter> Run(Message request, out bool failed)
    {
        var content = request.Content;
        var code = JsonText.String(content, "code") ?? throw new FormatException("the execute_request has no text 'code'");
        var silent = JsonText.Flag(content, "silent", false);
        var stored = !silent && JsonText.Flag(content, "store_history", true);
        if (stored) count++;
        var number = count;
        var output = new CellChannel(request, publisher, streams, input) { IsSilent = silent, MayAsk = JsonText.Flag(content, "allow_stdin", true) };

        using var source = new CancellationTokenSource();
        lock (gate) running = source;
        try
        {
            if (!silent) PublishInput(request, code, number);
            var result = session.Run(code, output, source.Token, $"cell {number}");
            streams.Flush();
            if (stored) history.Add(number, code, result.Value?.Text ?? "");
            if (!silent) PublishResult(request, result, number);

            failed = result.Error is not null && JsonText.Flag(content, "stop_on_error", true);
            if (result.Error is { } error) return writer => WriteError(writer, error, number);
            var expressions = Evaluate(content, output, source.Token);
            return writer => WriteSuccess(writer, number, expressions);
        }
        finally
        {
            lock (gate) running = null;
        }
    }

    /// <summary>Writes the content of a reply that says: not run, because a cell before it failed.</summary>
    public void WriteAborted(Utf8JsonWriter writer)
    {
        writer.WriteString("status", "aborted");
        writer.WriteNumber("execution_count", count);
    }

    void PublishInput(Message request, string code, int number) => publisher.Publish("execute_input", request.Header, writer =>
    {
        writer.WriteString("code", code);
        writer.WriteNumber("execution_count", number);
    });

    void PublishResult(Message request, CellResult result, int number)
    {
        if (result.Error is { } error)
        {
            publisher.Publish("error", request.Header, writer => WriteErrorMembers(writer, error));
        }
        else if (result.Value is { } value)
        {
            publisher.Publish("execute_result", request.Header, writer =>
            {
                BundleWriter.Write(writer, value);
                writer.WriteNumber("execution_count", number);
            });
        }
    }

    List<(string Name, CellResult Result)> Evaluate(JsonElement content, CellChannel output, CancellationToken interrupt)
    {
        var results = new List<(string, CellResult)>();
        if (!content.TryGetProperty("user_expressions", out var expressions) || expressions.ValueKind != JsonValueKind.Object) return results;
        foreach (var expression in expressions.EnumerateObject())
        {
            if (JsonText.String(expressions, expression.Name) is { } code)
                results.Add((expression.Name, session.Run(code, output, interrupt, $"expression {expression.Name}")));
        }

        streams.Flush();
        return results;
    }

    static void WriteSuccess(Utf8JsonWriter writer, int number, List<(string Name, CellResult Result)> expressions)
    {
        writer.WriteString("status", "ok");
        writer.WriteNumber("execution_count", number);
        writer.WriteStartArray("payload");
        writer.WriteEndArray();
        writer.WriteStartObject("user_expressions");
        foreach (var (name, result) in expressions)
        {
            writer.WriteStartObject(name);
            writer.WriteString("status", result.Error is null ? "ok" : "error");
            if (result.Error is { } error) WriteErrorMembers(writer, error);
            else BundleWriter.Write(writer, result.Value);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    static void WriteError(Utf8JsonWriter writer, CellError error, int number)
    {
        writer.WriteString("status", "error");
        writer.WriteNumber("execution_count", number);
        WriteErrorMembers(writer, error);
        writer.WriteStartArray("payload");
        writer.WriteEndArray();
        writer.WriteStartObject("user_expressions");
        writer.WriteEndObject();
    }

    static void WriteErrorMembers(Utf8JsonWriter writer, CellError error)
    {
        writer.WriteString("ename", error.Name);
        writer.WriteString("evalue", error.Message);
        writer.WriteStartArray("traceback");
        foreach (var line in error.Traceback) writer.WriteStringValue(line);
        writer.WriteEndArray();
    }
}
