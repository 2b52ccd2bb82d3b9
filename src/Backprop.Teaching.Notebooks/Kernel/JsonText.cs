using System.Text.Encodings.Web;
using System.Text.Json;

namespace Backprop.Teaching.Notebooks;

/// <summary>How the kernel reads and writes JSON.</summary>
static class JsonText
{
    /// <summary>One line, UTF-8, nothing escaped that need not be.</summary>
    public static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>For files that people read.</summary>
    public static readonly JsonWriterOptions Indented = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" };

    /// <summary>A text member of an object.</summary>
    /// <returns>Null when it is missing or no text, or holds half a surrogate pair.</returns>
    public static string? String(JsonElement parent, string name)
    {
        if (!Has(parent, name, JsonValueKind.String, out var value)) return null;
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A member of an object that is true or false.</summary>
    /// <returns><paramref name="otherwise"/> when it is missing or neither.</returns>
    public static bool Flag(JsonElement parent, string name, bool otherwise)
    {
        if (parent.ValueKind != JsonValueKind.Object || !parent.TryGetProperty(name, out var value)) return otherwise;
        return value.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => otherwise };
    }

    /// <summary>A whole number of an object.</summary>
    /// <returns>Null when it is missing or no whole number of 32 bits.</returns>
    public static int? Integer(JsonElement parent, string name) =>
        Has(parent, name, JsonValueKind.Number, out var value) && value.TryGetInt32(out var number) ? number : null;

    static bool Has(JsonElement parent, string name, JsonValueKind kind, out JsonElement value)
    {
        value = default;
        return parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out value) && value.ValueKind == kind;
    }
}
