using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Backprop.Teaching.Notebooks;

/// <summary>Writes messages: header, parent header, metadata, content, signed.</summary>
sealed class MessageComposer(MessageSigner signer, string username = "kernel")
{
    /// <summary>The version of the Jupyter messaging protocol.</summary>
    public const string ProtocolVersion = "5.3";

    static readonly byte[] Empty = "{}"u8.ToArray();
    static readonly byte[] Delimiter = "<IDS|MSG>"u8.ToArray();

    readonly string session = Guid.NewGuid().ToString("N");
    long count;

    /// <summary>A message, ready to be sent.</summary>
    /// <param name="prefix">What stands before the delimiter: the way back, or the topic.</param>
    /// <param name="type">For example <c>execute_reply</c>.</param>
    /// <param name="parentHeader">The header of the request that caused it, verbatim; null for none.</param>
    /// <param name="content">Writes the members of the content.</param>
    public List<byte[]> Compose(IReadOnlyList<byte[]> prefix, string type, byte[]? parentHeader, Action<Utf8JsonWriter> content)
    {
        var header = Object(writer => WriteHeader(writer, type));
        var parent = parentHeader ?? Empty;
        var body = Object(content);
        List<byte[]> frames = [.. prefix, Delimiter, signer.Sign(header, parent, Empty, body), header, parent, Empty, body];
        return frames;
    }

    /// <summary>The name of the message that was composed last; for one who waits for its reply.</summary>
    public string LastId => MessageId(Interlocked.Read(ref count));

    string MessageId(long number) => string.Create(CultureInfo.InvariantCulture, $"{session}_{number}");

    void WriteHeader(Utf8JsonWriter writer, string type)
    {
        writer.WriteString("msg_id", MessageId(Interlocked.Increment(ref count)));
        writer.WriteString("session", session);
        writer.WriteString("username", username);
        writer.WriteString("date", DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture));
        writer.WriteString("msg_type", type);
        writer.WriteString("version", ProtocolVersion);
    }

    static byte[] Object(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using var writer = new Utf8JsonWriter(buffer, JsonText.Compact);
        writer.WriteStartObject();
        members(writer);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}
