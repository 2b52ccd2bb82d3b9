using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Backprop.Teaching.Notebooks;

/// <summary>Compares a run with what is saved: texts exactly, JSON (figures) by structure, its numbers with a tolerance.</summary>
public static class OutputComparer
{
    /// <summary>How far two numbers in JSON may lie apart, relative to the larger one, or absolutely below 1.</summary>
    public const double Tolerance = 1e-9;

    /// <summary>What differs between the saved notebook and a run of it.</summary>
    /// <param name="saved">As it was committed.</param>
    /// <param name="now">As it came out.</param>
    /// <returns>One text for each cell that differs, with its number; empty if none does. Cells tagged <c>varies</c> are passed over.</returns>
    public static IReadOnlyList<string> Compare(Notebook saved, Notebook now)
    {
        ArgumentNullException.ThrowIfNull(saved);
        ArgumentNullException.ThrowIfNull(now);
        if (saved.Cells.Count != now.Cells.Count) return [$"saved: {Number(saved.Cells.Count)} cells, now: {Number(now.Cells.Count)}"];
        var differences = new List<string>();
        for (var i = 0; i < saved.Cells.Count; i++)
        {
            if (saved.Cells[i].Is(CellTag.Varies)) continue;
            if (Difference(saved.Cells[i], now.Cells[i]) is { } difference) differences.Add($"cell {Number(i + 1)}: {difference}");
        }
        return differences;
    }

    static string? Difference(Cell saved, Cell now)
    {
        if (saved.ExecutionCount != now.ExecutionCount) return $"execution count: saved {Count(saved)}, now {Count(now)}";
        if (saved.Outputs.Count != now.Outputs.Count) return $"outputs: saved {Number(saved.Outputs.Count)}, now {Number(now.Outputs.Count)}";
        for (var o = 0; o < saved.Outputs.Count; o++)
        {
            if (Difference(saved.Outputs[o], now.Outputs[o]) is { } difference) return $"output {Number(o + 1)}{difference}";
        }
        return null;
    }

    static string? Difference(CellOutput saved, CellOutput now)
    {
        if (KindOf(saved) != KindOf(now)) return $": saved {KindOf(saved)}, now {KindOf(now)}";
        if (saved.Error is { } error) return TextDifference(" (error)", $"{error.Name}: {error.Message}", $"{now.Error!.Name}: {now.Error.Message}");
        if (saved.Bundle is not { } before) return TextDifference($" ({saved.Stream})", saved.Text, now.Text);
        var after = now.Bundle!;
        var forms = before.Contents.Keys.ToHashSet(StringComparer.Ordinal);
        if (!forms.SetEquals(after.Contents.Keys)) return $": saved forms {string.Join(", ", before.Contents.Keys)}, now {string.Join(", ", after.Contents.Keys)}";
        // the form that reads best is compared first
        foreach (var (mimeType, content) in before.Contents.OrderBy(pair => pair.Key != MimeBundle.PlainText))
        {
            var difference = OutputJson.IsJson(mimeType)
                ? JsonDifference(JsonNode.Parse(content), JsonNode.Parse(after.Contents[mimeType]), "$") is { } at ? $" ({mimeType}), {at}" : null
                : TextDifference($" ({mimeType})", content, after.Contents[mimeType]);
            if (difference is not null) return difference;
        }
        return null;
    }

    static string? TextDifference(string what, string saved, string now)
    {
        if (saved == now) return null;
        string[] before = saved.Split('\n'), after = now.Split('\n');
        var line = 0;
        while (line < before.Length && line < after.Length && before[line] == after[line]) line++;
        string one = At(before, line), other = At(after, line);
        var column = 0;
        while (column < one.Length && column < other.Length && one[column] == other[column]) column++;
        return $"{what}, line {Number(line + 1)}, column {Number(column + 1)}:\n    saved: {Around(one, column)}\n    now:   {Around(other, column)}";
    }

    static string? JsonDifference(JsonNode? saved, JsonNode? now, string path)
    {
        switch (saved, now)
        {
            case (JsonObject before, JsonObject after):
                if (before.Select(pair => pair.Key).Except(after.Select(pair => pair.Key)).Concat(after.Select(pair => pair.Key).Except(before.Select(pair => pair.Key))).FirstOrDefault() is { } name) return $"{path}: only one of both has `{name}`";
                return before.Select(pair => JsonDifference(pair.Value, after[pair.Key], path + "." + pair.Key)).FirstOrDefault(difference => difference is not null);
            case (JsonArray before, JsonArray after):
                if (before.Count != after.Count) return $"{path}: saved {Number(before.Count)} items, now {Number(after.Count)}";
                return before.Select((item, i) => JsonDifference(item, after[i], $"{path}[{Number(i)}]")).FirstOrDefault(difference => difference is not null);
            case (JsonValue before, JsonValue after) when before.GetValueKind() == JsonValueKind.Number && after.GetValueKind() == JsonValueKind.Number:
                double x = before.GetValue<double>(), y = after.GetValue<double>();
                return Math.Abs(x - y) <= Tolerance * Math.Max(1, Math.Max(Math.Abs(x), Math.Abs(y))) ? null : $"{path}: saved {before.ToJsonString()}, now {after.ToJsonString()}";
            default:
                string one = saved?.ToJsonString() ?? "null", other = now?.ToJsonString() ?? "null";
                return one == other ? null : $"{path}: saved {one}, now {other}";
        }
    }

    static string KindOf(CellOutput output) => output.Error is not null ? "an error" : output.Bundle is not null ? output.IsResult ? "a value" : "a display" : output.Stream!;

    static string At(string[] lines, int line) => line < lines.Length ? lines[line] : "(ends before this line)";

    // a line of HTML may be thousands of characters long
    static string Around(string line, int column)
    {
        const int Before = 50, After = 70;
        int start = Math.Max(0, column - Before), end = Math.Min(line.Length, column + After);
        return (start > 0 ? "..." : "") + line[start..end] + (end < line.Length ? "..." : "");
    }

    static string Count(Cell cell) => cell.ExecutionCount?.ToString(CultureInfo.InvariantCulture) ?? "none";

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
