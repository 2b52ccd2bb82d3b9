using System.Text.Json;
using System.Text.Json.Nodes;

namespace Backprop.Teaching.Notebooks;

/// <summary>Outputs in the form of nbformat 4.5.</summary>
static class OutputJson
{
    public static JsonObject Write(CellOutput output, int? executionCount)
    {
        if (output.Error is { } error)
        {
            return new() { ["output_type"] = "error", ["ename"] = error.Name, ["evalue"] = error.Message, ["traceback"] = new JsonArray([.. error.Traceback.Select(line => (JsonNode)line)]) };
        }
        if (output.Bundle is not { } bundle) return new() { ["output_type"] = "stream", ["name"] = output.Stream, ["text"] = Lines(output.Text) };
        var data = new JsonObject();
        foreach (var (mimeType, content) in bundle.Contents) data[mimeType] = IsJson(mimeType) ? JsonNode.Parse(content) : IsLines(mimeType) ? Lines(content) : content;
        var shown = new JsonObject { ["output_type"] = output.IsResult ? "execute_result" : "display_data", ["data"] = data, ["metadata"] = new JsonObject() };
        if (output.IsResult) shown["execution_count"] = executionCount;
        return shown;
    }

    /// <exception cref="InvalidDataException">It is not an output; the message starts with <paramref name="where"/>.</exception>
    public static CellOutput Read(JsonNode? node, string where)
    {
        var type = Text(node?["output_type"]);
        return type switch
        {
            "stream" => CellOutput.Printed(Text(node!["name"]), Text(node["text"])),
            "error" => CellOutput.Failed(new(Text(node!["ename"]), Text(node["evalue"]), [.. (node["traceback"] as JsonArray ?? []).Select(Text)])),
            "display_data" or "execute_result" => CellOutput.Shown(ReadBundle(node!["data"] as JsonObject ?? []), type == "execute_result"),
            _ => throw new InvalidDataException($"{where}: output_type is '{type}', expected stream, display_data, execute_result or error."),
        };
    }

    /// <summary>A text that may be stored as one string or as a list of lines.</summary>
    public static string Text(JsonNode? node) => node switch
    {
        null => "",
        JsonArray lines => string.Concat(lines.Select(Text)),
        _ when node.GetValueKind() == JsonValueKind.String => node.GetValue<string>(),
        _ => node.ToJsonString(),
    };

    /// <summary>A text as a list of lines that keep their ends.</summary>
    public static JsonArray Lines(string text)
    {
        var lines = new JsonArray();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is var at && at < 0 ? text.Length : at + 1;
            lines.Add(text[start..end]);
            start = end;
        }
        return lines;
    }

    public static bool IsJson(string mimeType) => mimeType == "application/json" || mimeType.EndsWith("+json", StringComparison.Ordinal);

    static bool IsLines(string mimeType) => mimeType.StartsWith("text/", StringComparison.Ordinal) || mimeType is "image/svg+xml" or "application/javascript";

    static MimeBundle ReadBundle(JsonObject data)
    {
        var bundle = MimeBundle.OfText(Text(data[MimeBundle.PlainText]));
        foreach (var (mimeType, content) in data) bundle = bundle.With(mimeType, IsJson(mimeType) ? content?.ToJsonString() ?? "null" : Text(content));
        return bundle;
    }
}
