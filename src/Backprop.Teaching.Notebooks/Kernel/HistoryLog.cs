using System.IO.Enumeration;
using System.Text.Json;

namespace Backprop.Teaching.Notebooks;

/// <summary>The cells of this session, for front ends that step back through them. Earlier sessions are not kept.</summary>
sealed class HistoryLog
{
    const int Longest = 1000;
    const int ThisSession = 1;

    readonly List<(int Line, string Code, string Output)> entries = [];
    readonly object gate = new();

    /// <summary>Adds a cell that has run.</summary>
    public void Add(int line, string code, string output)
    {
        lock (gate)
        {
            if (entries.Count == Longest) entries.RemoveAt(0);
            entries.Add((line, code, output));
        }
    }

    /// <summary>Writes what a <c>history_request</c> asks for: the tail, a range, or what matches a pattern.</summary>
    public void Write(Utf8JsonWriter writer, JsonElement request)
    {
        var withOutput = JsonText.Flag(request, "output", false);
        writer.WriteString("status", "ok");
        writer.WriteStartArray("history");
        foreach (var (line, code, output) in Select(request))
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(ThisSession);
            writer.WriteNumberValue(line);
            if (withOutput)
            {
                writer.WriteStartArray();
                writer.WriteStringValue(code);
                writer.WriteStringValue(output);
                writer.WriteEndArray();
            }
            else
            {
                writer.WriteStringValue(code);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    List<(int Line, string Code, string Output)> Select(JsonElement request)
    {
        var most = JsonText.Integer(request, "n") ?? Longest;
        lock (gate)
        {
            switch (JsonText.String(request, "hist_access_type"))
            {
                case "range":
                    var start = JsonText.Integer(request, "start") ?? 0;
                    var stop = JsonText.Integer(request, "stop") ?? int.MaxValue;
                    var session = JsonText.Integer(request, "session") ?? 0;
                    return session is 0 or ThisSession ? entries.FindAll(entry => entry.Line >= start && entry.Line < stop) : [];
                case "search":
                    var pattern = JsonText.String(request, "pattern") ?? "*";
                    var found = entries.FindAll(entry => FileSystemName.MatchesSimpleExpression(pattern, entry.Code, ignoreCase: false));
                    if (JsonText.Flag(request, "unique", false)) found = [.. found.DistinctBy(entry => entry.Code)];
                    return [.. found.TakeLast(most)];
                default:
                    return [.. entries.TakeLast(most)];
            }
        }
    }
}
