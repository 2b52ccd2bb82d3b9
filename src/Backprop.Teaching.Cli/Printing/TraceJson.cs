using System.Text.Json;

namespace Backprop.Teaching.Cli;

/// <summary>Writes a trace as <c>{"name": …, "expected": {…}}</c> with the fields of the golden files, one document per line.</summary>
static class TraceJson
{
    public static void Print(BackpropTrace trace, int? sample) => JsonLine.Print(json => Write(json, trace, sample));

    static void Write(Utf8JsonWriter json, BackpropTrace trace, int? sample)
    {
        json.WriteStartObject();
        json.WriteString("name", trace.Example.Name);
        json.WriteStartObject("expected");
        json.WriteStartArray("samples");
        foreach (var i in sample is { } one ? [one] : Enumerable.Range(0, trace.SampleCount))
        {
            WriteSample(json, trace.Sample(i), trace.LayerCount);
            json.Flush();
        }
        json.WriteEndArray();
        WriteBatch(json, trace);
        WriteStep(json, trace.LayerCount, trace.Example.LearningRate is null ? null : trace.Step());
        json.WriteEndObject();
        json.WriteEndObject();
    }

    static void WriteSample(Utf8JsonWriter json, SampleTrace sample, int layerCount)
    {
        json.WriteStartObject();
        json.WriteStartArray("layers");
        for (var l = 1; l <= layerCount; l++) WriteLayer(json, sample.Layer(l));
        json.WriteEndArray();
        Vector(json, "dInput", sample.InputGradient);
        json.WriteNumber("loss", sample.Loss.Value);
        json.WriteEndObject();
    }

    static void WriteLayer(Utf8JsonWriter json, LayerTrace layer)
    {
        json.WriteStartObject();
        Vector(json, "z", layer.PreActivation);
        Vector(json, "a", layer.Activation);
        if (layer.Layer.Activation.IsElementwise) Vector(json, "fprime", layer.ActivationDerivative);
        else
        {
            json.WriteNull("fprime");
            Matrix(json, "jacobian", layer.ActivationJacobian);
        }
        Vector(json, "dA", layer.ActivationGradient);
        Vector(json, "delta", layer.Delta);
        Matrix(json, "dW", layer.WeightGradient);
        Vector(json, "db", layer.Layer.HasBias ? layer.BiasGradient : null);
        json.WriteEndObject();
    }

    static void WriteBatch(Utf8JsonWriter json, BackpropTrace trace)
    {
        var layers = Enumerable.Range(1, trace.LayerCount).Select(trace.Layer).ToList();
        Matrices(json, "sumDW", layers.Select(layer => layer.WeightGradientSum));
        Vectors(json, "sumDb", layers.Select(layer => layer.Layer.HasBias ? layer.BiasGradientSum : null));
        Matrices(json, "meanDW", layers.Select(layer => layer.WeightGradientMean));
        Vectors(json, "meanDb", layers.Select(layer => layer.Layer.HasBias ? layer.BiasGradientMean : null));
        Matrices(json, "regDW", layers.Select(layer => layer.WeightDecayTerm));
        Matrices(json, "gradW", layers.Select(layer => layer.TotalWeightGradient));
        Vectors(json, "gradB", layers.Select(layer => layer.Layer.HasBias ? layer.TotalBiasGradient : null));
        json.WriteNumber("dataLoss", trace.DataLoss.Value);
        json.WriteNumber("regLoss", trace.DecayLoss.Value);
        json.WriteNumber("totalLoss", trace.Loss.Value);
    }

    // without a learning rate there is no step, and all of it is null
    static void WriteStep(Utf8JsonWriter json, int layerCount, UpdateStep? step)
    {
        if (step is null)
        {
            foreach (var field in (string[])["updatedW", "updatedB", "dataLossAfter", "regLossAfter", "totalLossAfter"]) json.WriteNull(field);
            return;
        }
        var layers = Enumerable.Range(1, layerCount).Select(step.Layer).ToList();
        Matrices(json, "updatedW", layers.Select(layer => layer.WeightsAfter));
        Vectors(json, "updatedB", layers.Select(layer => step.Network.Layer(layer.Number).HasBias ? layer.BiasesAfter : null));
        json.WriteNumber("dataLossAfter", step.DataLossAfter.Value);
        json.WriteNumber("regLossAfter", step.DecayLossAfter.Value);
        json.WriteNumber("totalLossAfter", step.LossAfter.Value);
    }

    static void Matrices(Utf8JsonWriter json, string field, IEnumerable<MatrixQuantity> matrices)
    {
        json.WriteStartArray(field);
        foreach (var matrix in matrices) Rows(json, matrix);
        json.WriteEndArray();
    }

    static void Vectors(Utf8JsonWriter json, string field, IEnumerable<VectorQuantity?> vectors)
    {
        json.WriteStartArray(field);
        foreach (var vector in vectors)
        {
            if (vector is null) json.WriteNullValue();
            else JsonLine.Numbers(json, vector.ToArray());
        }
        json.WriteEndArray();
    }

    static void Matrix(Utf8JsonWriter json, string field, MatrixQuantity matrix)
    {
        json.WritePropertyName(field);
        Rows(json, matrix);
    }

    static void Vector(Utf8JsonWriter json, string field, VectorQuantity? vector)
    {
        json.WritePropertyName(field);
        if (vector is null) json.WriteNullValue();
        else JsonLine.Numbers(json, vector.ToArray());
    }

    static void Rows(Utf8JsonWriter json, MatrixQuantity matrix)
    {
        json.WriteStartArray();
        foreach (var row in matrix.ToRows()) JsonLine.Numbers(json, row);
        json.WriteEndArray();
    }
}
