using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Backprop.Teaching;

/// <summary>Writes the golden schema as a person would: a matrix on one line, shortest numbers that read back exactly.</summary>
static class ExampleWriter
{
    public static string Write(Example example)
    {
        var text = new StringBuilder("{\n");
        Line(text, "schema", "\"backprop-golden/1\"");
        Line(text, "name", Text(example.Name));
        text.Append("  \"layers\": [\n");
        text.AppendJoin(",\n", example.Network.Layers.Select(LayerOf)).Append("\n  ],\n");
        var objective = example.Objective;
        Line(text, "loss", Text(objective.Loss.Name));
        Line(text, "lambda", NumberFormat.RoundTrip(objective.WeightDecay));
        if (example.LearningRate is { } rate) Line(text, "learningRate", NumberFormat.RoundTrip(rate));
        Line(text, "trainBias", example.Network.TrainBias ? "true" : "false");
        var conventions = Conventions(objective);
        if (conventions.Length > 0) Line(text, "objective", $"{{ {conventions} }}");
        Line(text, "X", Rows(example.InputRows.ToArrays()));
        Line(text, "Y", Rows(example.TargetRows.ToArrays()));
        // the last field has no comma behind it
        text.Length -= 2;
        return text.Append("\n}\n").ToString();
    }

    static string LayerOf(DenseLayer layer) =>
        $$"""
            {
              "activation": "{{layer.Activation.Name}}",
              "W": {{Rows(WeightRows(layer))}},
              "b": {{(layer.HasBias ? Row(layer.BiasSpan.ToArray()) : "null")}}
            }
        """;

    static IEnumerable<double[]> WeightRows(DenseLayer layer)
    {
        for (var j = 0; j < layer.Units; j++)
        {
            var row = new double[layer.Inputs];
            for (var k = 0; k < row.Length; k++) row[k] = layer.Weight(j, k);
            yield return row;
        }
    }

    // canonical ones are not said
    static string Conventions(Objective objective)
    {
        var canonical = new Objective();
        var fields = new List<string>();
        if (objective.SquaredErrorFactor != canonical.SquaredErrorFactor)
            fields.Add($"\"squaredErrorFactor\": {NumberFormat.RoundTrip(objective.SquaredErrorFactor)}");
        if (objective.OverOutputs != canonical.OverOutputs) fields.Add($"\"overOutputs\": \"{ObjectiveNames.Reductions[(int)objective.OverOutputs]}\"");
        if (objective.OverSamples != canonical.OverSamples) fields.Add($"\"overSamples\": \"{ObjectiveNames.Reductions[(int)objective.OverSamples]}\"");
        if (objective.Decay != canonical.Decay) fields.Add($"\"decay\": \"{ObjectiveNames.Decays[(int)objective.Decay]}\"");
        return string.Join(", ", fields);
    }

    static void Line(StringBuilder text, string field, string value) => text.Append(CultureInfo.InvariantCulture, $"  \"{field}\": {value},\n");

    static string Rows(IEnumerable<double[]> rows) => "[" + string.Join(", ", rows.Select(Row)) + "]";

    static string Row(double[] numbers) => "[" + string.Join(", ", numbers.Select(NumberFormat.RoundTrip)) + "]";

    // letters of every language as they are; what would end the text or is invisible, escaped
    static string Text(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
