using System.Text.Json;

namespace Backprop.Teaching.Notebooks;

/// <summary>A message as a front end reads it.</summary>
/// <param name="Type">For example <c>stream</c>.</param>
/// <param name="ParentId">The request that it belongs to; empty for none.</param>
/// <param name="Content">Its content.</param>
/// <param name="Frames">The frames as they came.</param>
sealed record ReceivedMessage(string Type, string ParentId, JsonElement Content, IReadOnlyList<byte[]> Frames)
{
    /// <summary>Whether it says that a request is done.</summary>
    public bool IsIdle => Type == "status" && JsonText.String(Content, "execution_state") == "idle";

    /// <summary>Reads the last four frames: header, parent header, metadata, content.</summary>
    public static ReceivedMessage? Read(List<byte[]> frames)
    {
        if (frames.Count < 6) return null;
        using var header = JsonDocument.Parse(frames[^4]);
        using var parent = JsonDocument.Parse(frames[^3]);
        return new(
            JsonText.String(header.RootElement, "msg_type") ?? "",
            JsonText.String(parent.RootElement, "msg_id") ?? "",
            JsonDocument.Parse(frames[^1]).RootElement,
            frames);
    }
}
