using System.Text.Json;

namespace Backprop.Teaching.Cli;

/// <summary>Writes a sum over paths as one JSON document.</summary>
static class PathsJson
{
    public static void Print(PathSum sum)
    {
        Console.Out.Flush();
        using var output = Console.OpenStandardOutput();
        using (var json = new Utf8JsonWriter(output, DerivationJson.Readable))
        {
            json.WriteStartObject();
            json.WriteString("quantity", sum.Quantity.Name);
            json.WriteNumber("value", sum.Quantity.Value);
            json.WriteNumber("count", sum.Count);
            json.WriteStartArray("paths");
            foreach (var path in sum.Paths) Write(json, path);
            json.WriteEndArray();
            json.WriteNumber("withSharing", sum.WithSharing);
            json.WriteNumber("withoutSharing", sum.WithoutSharing);
            json.WriteEndObject();
        }
        output.WriteByte((byte)'\n');
    }

    static void Write(Utf8JsonWriter json, LossPath path)
    {
        json.WriteStartObject();
        json.WriteStartArray("units");
        foreach (var unit in path.Units) json.WriteNumberValue(unit);
        json.WriteEndArray();
        json.WriteStartArray("factors");
        foreach (var factor in path.Factors)
        {
            json.WriteStartObject();
            json.WriteString("symbol", factor.Symbol);
            json.WriteNumber("value", factor.Value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteNumber("product", path.Product);
        if (path.Share is { } share) json.WriteNumber("share", share);
        else json.WriteNull("share");
        json.WriteEndObject();
    }
}
