using System.Text.Json;

namespace Backprop.Teaching.Cli;

/// <summary>Writes a training as one line: name, learningRate, batch, seed, epochs, J before it and after each epoch, and the trained layers as in an example file.</summary>
static class TrainingJson
{
    public static void Print(TrainingHistory history) => JsonLine.Print(json => Write(json, history));

    static void Write(Utf8JsonWriter json, TrainingHistory history)
    {
        json.WriteStartObject();
        json.WriteString("name", history.Example.Name);
        json.WriteNumber("learningRate", history.LearningRate);
        json.WriteNumber("batch", Math.Min(history.Options.BatchSize ?? int.MaxValue, history.Example.SampleCount));
        json.WriteNumber("seed", history.Options.Seed);
        json.WriteNumber("epochs", history.Last.Epoch);
        json.WritePropertyName("losses");
        JsonLine.Numbers(json, [.. history.Losses]);
        json.WriteStartArray("layers");
        foreach (var layer in history.Network.Layers) Write(json, layer);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, DenseLayer layer)
    {
        json.WriteStartObject();
        json.WriteString("activation", layer.Activation.Name);
        json.WriteStartArray("W");
        foreach (var row in layer.Weights.ToRowArrays()) JsonLine.Numbers(json, row);
        json.WriteEndArray();
        json.WritePropertyName("b");
        if (layer.Biases is { } biases) JsonLine.Numbers(json, biases.ToArray());
        else json.WriteNullValue();
        json.WriteEndObject();
    }
}
