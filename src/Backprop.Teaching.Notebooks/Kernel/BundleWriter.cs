using System.Text.Json;

namespace Backprop.Teaching.Notebooks;

/// <summary>Writes the forms of a value as members <c>data</c> and <c>metadata</c>.</summary>
static class BundleWriter
{
    /// <summary>Writes both members. What is JSON goes out as JSON, everything else as text.</summary>
    public static void Write(Utf8JsonWriter writer, MimeBundle? bundle)
    {
        writer.WriteStartObject("data");
        foreach (var (type, content) in bundle is null ? [] : bundle.Contents.AsEnumerable())
        {
            if (type.EndsWith("json", StringComparison.Ordinal) && IsJson(content))
            {
                writer.WritePropertyName(type);
                writer.WriteRawValue(content, skipInputValidation: true);
            }
            else
            {
                writer.WriteString(type, content);
            }
        }

        writer.WriteEndObject();
        writer.WriteStartObject("metadata");
        writer.WriteEndObject();
    }

    // a value may hold what it likes; broken JSON must not break the message
    static bool IsJson(string content)
    {
        try
        {
            using var document = JsonDocument.Parse(content);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
