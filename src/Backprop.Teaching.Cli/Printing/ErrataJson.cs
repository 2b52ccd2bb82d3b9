using System.Text.Encodings.Web;
using System.Text.Json;

namespace Backprop.Teaching.Cli;

/// <summary>Writes errata with their demonstrations as one JSON list, numbers in round-trip form.</summary>
static class ErrataJson
{
    // formulas stay readable: × and δ as themselves; the text is no HTML
    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one line to standard output.</summary>
    public static void Print(IEnumerable<Erratum> errata)
    {
        Console.Out.Flush();
        using var output = Console.OpenStandardOutput();
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartArray();
            foreach (var erratum in errata) Write(json, erratum);
            json.WriteEndArray();
        }
        output.WriteByte((byte)'\n');
    }

    static void Write(Utf8JsonWriter json, Erratum erratum)
    {
        var demonstration = erratum.Demonstrate();
        json.WriteStartObject();
        json.WriteString("id", erratum.Id);
        json.WriteString("text", erratum.Text);
        json.WriteString("kind", erratum.Kind == ErratumKind.Wrong ? "wrong" : "ambiguous");
        json.WriteString("printed", erratum.Printed);
        json.WriteString("printedText", erratum.PrintedText);
        json.WriteString("why", erratum.Why);
        json.WriteString("right", erratum.Right);
        json.WriteString("rightText", erratum.RightText);
        json.WritePropertyName("demonstration");
        Write(json, demonstration);
        json.WriteStartArray("further");
        foreach (var further in demonstration.Further) Write(json, further);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, ErratumDemonstration demonstration)
    {
        json.WriteStartObject();
        json.WriteString("example", demonstration.Example);
        json.WriteString("quantity", demonstration.Quantity);
        Write(json, "printed", demonstration.Printed);
        Write(json, "right", demonstration.Right);
        Write(json, "finiteDifference", demonstration.FiniteDifference);
        json.WriteBoolean("agrees", demonstration.Agrees);
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, string name, ErratumValue value)
    {
        json.WritePropertyName(name);
        if (value.ShapeError is { } error)
        {
            json.WriteStartObject();
            json.WriteString("shapeError", error);
            json.WriteEndObject();
        }
        else if (value.IsScalar)
        {
            json.WriteNumberValue(value[0]);
        }
        else
        {
            json.WriteStartArray();
            for (var j = 0; j < value.Rows; j++) WriteRow(json, value, j);
            json.WriteEndArray();
        }
    }

    static void WriteRow(Utf8JsonWriter json, ErratumValue value, int row)
    {
        if (!value.IsVector) json.WriteStartArray();
        for (var k = 0; k < value.Columns; k++) json.WriteNumberValue(value[row, k]);
        if (!value.IsVector) json.WriteEndArray();
    }
}
