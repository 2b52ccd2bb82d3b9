using System.Text.Json;

namespace Backprop.Teaching.Notebooks;

/// <summary>What a request leads to.</summary>
/// <param name="Content">Writes the content of the reply; null when there is none.</param>
/// <param name="Then">What is done after the reply and the idle status; null for nothing.</param>
sealed record Answer(Action<Utf8JsonWriter>? Content, Action? Then = null)
{
    /// <summary>No reply, only busy and idle.</summary>
    public static Answer None { get; } = new((Action<Utf8JsonWriter>?)null);

    /// <summary>A reply that only says that it worked.</summary>
    public static Answer Ok { get; } = new(writer => writer.WriteString("status", "ok"));

    /// <summary>A reply that says why it did not work.</summary>
    public static Answer Error(string name, string message) => new(writer =>
    {
        writer.WriteString("status", "error");
        writer.WriteString("ename", name);
        writer.WriteString("evalue", message);
        writer.WriteStartArray("traceback");
        writer.WriteStringValue($"{name}: {message}");
        writer.WriteEndArray();
    });
}
