using System.Text.Json;

namespace Backprop.Teaching.Cli;

/// <summary>Writes an audit as one JSON document on one line, numbers in round-trip form.</summary>
static class AuditJson
{
    public static void Print(Audit audit) => JsonLine.Print(json =>
    {
        json.WriteStartObject();
        json.WriteString("source", audit.Source);
        json.WriteBoolean("clean", audit.IsClean);
        if (audit.First is { } first) json.WriteNumber("firstThatDoesNotFollow", first.Claim.Place);
        else json.WriteNull("firstThatDoesNotFollow");
        json.WriteStartArray("lines");
        foreach (var line in audit.Lines) Write(json, line);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    static void Write(Utf8JsonWriter json, AuditLine line)
    {
        json.WriteStartObject();
        json.WriteNumber("line", line.Claim.Place);
        json.WriteString("label", line.Claim.Label);
        json.WriteString("quantity", line.Claim.Quantity);
        json.WriteNumber("steps", line.Claim.Steps);
        json.WriteString("printed", line.Claim.Text);
        JsonLine.Number(json, "computed", line.Value);
        json.WriteString("verdict", JsonNamingPolicy.CamelCase.ConvertName(line.Verdict.ToString()));
        json.WriteStartArray("reasons");
        foreach (var reason in line.Reasons)
        {
            json.WriteStartObject();
            json.WriteString("rule", reason.Rule.Length > 0 ? reason.Rule : null);
            json.WriteString("words", reason.Words);
            JsonLine.Number(json, "value", reason.Value);
            json.WriteStartArray("against");
            foreach (var claim in reason.Against) json.WriteNumberValue(claim.Place);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
