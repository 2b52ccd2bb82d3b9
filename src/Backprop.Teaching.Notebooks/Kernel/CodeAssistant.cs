using System.Text.Json;

namespace Backprop.Teaching.Notebooks;

/// <summary>Answers the requests about code that is being written: <c>complete</c>, <c>inspect</c>, <c>is_complete</c>.</summary>
sealed class CodeAssistant(ScriptSession session)
{
    /// <summary>What could stand at the cursor.</summary>
    public Action<Utf8JsonWriter> Complete(JsonElement request)
    {
        var (code, cursor) = CodeAndCursor(request, "complete_request");
        var list = session.Complete(code, cursor);
        var (start, end) = (CodePoints.Before(code, list.Start), CodePoints.Before(code, list.End));
        return writer =>
        {
            writer.WriteString("status", "ok");
            writer.WriteStartArray("matches");
            foreach (var item in list.Items) writer.WriteStringValue(item.Text);
            writer.WriteEndArray();
            writer.WriteNumber("cursor_start", start);
            writer.WriteNumber("cursor_end", end);
            writer.WriteStartObject("metadata");
            writer.WriteStartArray("_jupyter_types_experimental");
            foreach (var item in list.Items)
            {
                writer.WriteStartObject();
                writer.WriteString("text", item.Text);
                writer.WriteString("type", item.Kind);
                writer.WriteString("signature", item.Signature);
                writer.WriteNumber("start", start);
                writer.WriteNumber("end", end);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        };
    }

    /// <summary>What the name at the cursor is.</summary>
    public Action<Utf8JsonWriter> Inspect(JsonElement request)
    {
        var (code, cursor) = CodeAndCursor(request, "inspect_request");
        var found = session.Inspect(code, cursor);
        return writer =>
        {
            writer.WriteString("status", "ok");
            writer.WriteBoolean("found", found is not null);
            BundleWriter.Write(writer, found);
        };
    }

    /// <summary>Whether the code could run as it stands.</summary>
    public Action<Utf8JsonWriter> IsComplete(JsonElement request)
    {
        var (code, _) = CodeAndCursor(request, "is_complete_request");
        var completeness = session.IsComplete(code);
        return writer =>
        {
            writer.WriteString("status", completeness switch
            {
                Completeness.Complete => "complete",
                Completeness.Incomplete => "incomplete",
                _ => "invalid",
            });
            if (completeness == Completeness.Incomplete) writer.WriteString("indent", Indent(code));
        };
    }

    // the next line starts where the last one did, one step further after an opening bracket
    static string Indent(string code)
    {
        var line = code[(code.LastIndexOf('\n') + 1)..];
        var indent = line[..^line.TrimStart().Length];
        return line.TrimEnd() is [.., '{' or '(' or '['] ? indent + "    " : indent;
    }

    static (string Code, int Cursor) CodeAndCursor(JsonElement request, string type)
    {
        var code = JsonText.String(request, "code") ?? throw new FormatException($"the {type} has no text 'code'");
        return (code, CodePoints.ToUtf16(code, JsonText.Integer(request, "cursor_pos") ?? int.MaxValue));
    }
}
