using System.Text.Json;

namespace Backprop.Teaching.Tests.Golden;

/// <summary>The names that the library gives to the fields of a golden <c>expected</c> object.</summary>
static class GoldenNames
{
    static readonly Dictionary<string, string> PerSample = new() { ["dInput"] = "dx", ["loss"] = "loss" };

    static readonly Dictionary<string, string> PerLayer = new()
    {
        ["sumDW"] = "sumdW",
        ["sumDb"] = "sumdb",
        ["meanDW"] = "meandW",
        ["meanDb"] = "meandb",
        ["regDW"] = "regW",
        ["gradW"] = "gradW",
        ["gradB"] = "gradb",
        ["updatedW"] = "newW",
        ["updatedB"] = "newb",
    };

    static readonly Dictionary<string, string> PerBatch = new()
    {
        ["dataLoss"] = "dataLoss",
        ["regLoss"] = "regLoss",
        ["totalLoss"] = "J",
        ["dataLossAfter"] = "newDataLoss",
        ["regLossAfter"] = "newRegLoss",
        ["totalLossAfter"] = "newJ",
    };

    /// <summary>Every number under its ASCII name; a field that has no name fails.</summary>
    public static Dictionary<string, double> Flatten(JsonElement expected)
    {
        var numbers = new Dictionary<string, double>();
        foreach (var field in expected.EnumerateObject())
        {
            if (field.Name == "samples")
                for (var i = 0; i < field.Value.GetArrayLength(); i++)
                    AddSample(numbers, field.Value[i], $"@{i}");
            else if (PerBatch.TryGetValue(field.Name, out var name)) Add(numbers, name, "", field.Value);
            else AddLayers(numbers, PerLayer[field.Name], field.Value);
        }
        return numbers;
    }

    static void AddSample(Dictionary<string, double> numbers, JsonElement sample, string at)
    {
        foreach (var field in sample.EnumerateObject())
        {
            if (field.Name != "layers")
            {
                Add(numbers, PerSample[field.Name], at, field.Value);
                continue;
            }
            for (var l = 1; l <= field.Value.GetArrayLength(); l++)
                foreach (var quantity in field.Value[l - 1].EnumerateObject())
                    Add(numbers, $"{quantity.Name}[{l}]", at, quantity.Value);
        }
    }

    static void AddLayers(Dictionary<string, double> numbers, string name, JsonElement layers)
    {
        for (var l = 1; l <= layers.GetArrayLength(); l++) Add(numbers, $"{name}[{l}]", "", layers[l - 1]);
    }

    static void Add(Dictionary<string, double> numbers, string name, string at, JsonElement value)
    {
        switch (value.ValueKind)
        {
            // the f′ that softmax does not have
            case JsonValueKind.Null: return;
            case JsonValueKind.Number: numbers.Add(name + at, value.GetDouble()); return;
            default: break;
        }
        for (var j = 0; j < value.GetArrayLength(); j++)
        {
            if (value[j].ValueKind == JsonValueKind.Number) numbers.Add($"{name}[{j}]{at}", value[j].GetDouble());
            else
                for (var k = 0; k < value[j].GetArrayLength(); k++)
                    numbers.Add($"{name}[{j},{k}]{at}", value[j][k].GetDouble());
        }
    }
}
