using System.Text.Json;

namespace Backprop.Teaching.Notebooks;

/// <summary>A message of the Jupyter protocol as it came in. The header is kept as its bytes, so that replies repeat it verbatim.</summary>
sealed class Message
{
    static ReadOnlySpan<byte> Delimiter => "<IDS|MSG>"u8;

    Message(IReadOnlyList<byte[]> identities, byte[] header, string type, string id, JsonElement content)
    {
        (Identities, Header, Type, Id, Content) = (identities, header, type, id, content);
    }

    /// <summary>The way back to the sender.</summary>
    public IReadOnlyList<byte[]> Identities { get; }

    /// <summary>The header's JSON.</summary>
    public byte[] Header { get; }

    /// <summary>For example <c>execute_request</c>.</summary>
    public string Type { get; }

    /// <summary>The sender's name for this message.</summary>
    public string Id { get; }

    /// <summary>The content, a JSON object.</summary>
    public JsonElement Content { get; }

    /// <summary>Bytes that the message holds, about.</summary>
    public long Length { get; private init; }

    /// <summary>Reads a message.</summary>
    /// <param name="frames">Identities, delimiter, signature, header, parent header, metadata, content, buffers.</param>
    /// <param name="signer">Checks the signature.</param>
    /// <param name="counters">Counts what is dropped.</param>
    /// <returns>Null when it is no message or not signed with our key: then it was counted and is to be dropped.</returns>
    public static Message? Read(IReadOnlyList<byte[]> frames, MessageSigner signer, MessageCounters counters)
    {
        var at = 0;
        while (at < frames.Count && !frames[at].AsSpan().SequenceEqual(Delimiter)) at++;
        if (frames.Count < at + 6)
        {
            counters.CountMalformed();
            return null;
        }

        var (header, content) = (frames[at + 2], frames[at + 5]);
        if (!signer.IsSigned(frames[at + 1], header, frames[at + 3], frames[at + 4], content))
        {
            counters.CountUnsigned();
            return null;
        }

        if (Parse(header) is { } head && Parse(content) is { } body
            && JsonText.String(head, "msg_type") is { Length: > 0 } type && JsonText.String(head, "msg_id") is { } id)
            return new([.. frames.Take(at)], header, type, id, body) { Length = header.Length + content.Length };

        counters.CountMalformed();
        return null;
    }

    static JsonElement? Parse(byte[] json)
    {
        try
        {
            // not disposed: the element lives as long as the message
            var root = JsonDocument.Parse(json).RootElement;
            return root.ValueKind == JsonValueKind.Object ? root : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
