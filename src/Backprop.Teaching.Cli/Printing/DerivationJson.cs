using System.Text.Encodings.Web;
using System.Text.Json;

namespace Backprop.Teaching.Cli;

/// <summary>Writes a derivation as a list of steps; a vector or matrix is one step with its entries.</summary>
static class DerivationJson
{
    // LaTeX is full of characters that only HTML needs escaped
    public static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Print(Derivation derivation)
    {
        Console.Out.Flush();
        using var output = Console.OpenStandardOutput();
        using (var json = new Utf8JsonWriter(output, Readable))
        {
            json.WriteStartArray();
            // of a vector or matrix the asked one stands alone: its entries carry the numbers
            foreach (var step in derivation.Steps[^1].Quantity is ScalarQuantity ? derivation.Steps : [derivation.Steps[^1]]) Write(json, step);
            json.WriteEndArray();
        }
        output.WriteByte((byte)'\n');
    }

    static void Write(Utf8JsonWriter json, DerivationStep step)
    {
        json.WriteStartObject();
        json.WriteString("quantity", step.Quantity.Name);
        json.WriteString("symbol", step.Symbol);
        json.WriteString("rule", step.Reason.Contains(Words(step.Rule), StringComparison.Ordinal) ? step.Reason : $"{Words(step.Rule)}: {step.Reason}");
        json.WriteString("formula", step.Formula);
        json.WriteString("substituted", step.Substituted);
        // what is given has nothing put in
        if (step.SubstitutedText is not null) json.WriteString("substitutedText", step.SubstitutedText);
        WriteValue(json, step.Quantity);
        json.WriteStartArray("uses");
        foreach (var used in step.Uses) json.WriteStringValue(used.ToString());
        json.WriteEndArray();
        if (step.Remark is not null) json.WriteString("remark", step.Remark);
        if (step.Entries.Count > 0)
        {
            json.WriteStartArray("entries");
            foreach (var entry in step.Entries) Write(json, entry);
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    static void WriteValue(Utf8JsonWriter json, Quantity quantity)
    {
        json.WritePropertyName("value");
        switch (quantity)
        {
            case VectorQuantity vector: WriteNumbers(json, vector.ToArray()); break;
            case MatrixQuantity matrix:
                json.WriteStartArray();
                foreach (var row in matrix.ToRows()) WriteNumbers(json, row);
                json.WriteEndArray();
                break;
            default: json.WriteNumberValue(((ScalarQuantity)quantity).Value); break;
        }
    }

    static void WriteNumbers(Utf8JsonWriter json, double[] numbers)
    {
        json.WriteStartArray();
        foreach (var number in numbers) json.WriteNumberValue(number);
        json.WriteEndArray();
    }

    static string Words(DerivationRule rule) => rule switch
    {
        DerivationRule.ChainRule => "chain rule",
        DerivationRule.SumOverPaths => "sum over paths",
        DerivationRule.Descent => "gradient descent",
        DerivationRule.ForwardAgain => "forward pass",
        _ => rule.ToString().ToLowerInvariant(),
    };
}
