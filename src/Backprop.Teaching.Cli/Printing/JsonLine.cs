using System.Text.Json;

namespace Backprop.Teaching.Cli;

/// <summary>One JSON document on one line of standard output, written piece by piece: a large one has more numbers than fit in memory as text.</summary>
static class JsonLine
{
    public static void Print(Action<Utf8JsonWriter> write)
    {
        Console.Out.Flush();
        using var output = Console.OpenStandardOutput();
        using (var json = new Utf8JsonWriter(output)) write(json);
        output.WriteByte((byte)'\n');
    }

    /// <summary>A number in round-trip form; JSON has no infinity and no NaN, so these are null.</summary>
    public static void Number(Utf8JsonWriter json, string field, double number)
    {
        if (double.IsFinite(number)) json.WriteNumber(field, number);
        else json.WriteNull(field);
    }

    public static void Numbers(Utf8JsonWriter json, double[] numbers)
    {
        json.WriteStartArray();
        foreach (var number in numbers) json.WriteNumberValue(number);
        json.WriteEndArray();
    }
}
