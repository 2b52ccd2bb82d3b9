namespace Backprop.Teaching;

/// <summary>Which quantities an example has, and of what shape.</summary>
static class QuantityShape
{
    /// <summary>Rows and columns of a whole vector or matrix; 1×1 for one number, n×1 for a vector.</summary>
    public static (int Rows, int Columns) Of(QuantityId whole, Network network)
    {
        if (whole.Info.Indices == 0) return (1, 1);
        var rows = whole.Layer is { } l ? network.Layer(l).Units : whole.Kind == QuantityKind.Target ? network.OutputCount : network.InputCount;
        if (whole.Info.Indices == 1) return (rows, 1);
        return (rows, whole.Kind == QuantityKind.ActivationJacobian ? rows : network.Layer(whole.Layer!.Value).Inputs);
    }

    /// <summary>
    /// The quantity with its sample, or what is wrong with it: found and expected. Indices are as in code, from 0; the words count
    /// from <paramref name="countFrom"/>.
    /// </summary>
    public static (QuantityId Id, string? Found, string Expected) Complete(QuantityId id, Example example, int countFrom)
    {
        var network = example.Network;
        (QuantityId, string?, string) Wrong(string found, string expected) => (id, found, expected);
        if (id.Layer is { } l)
        {
            if (l < 1 || l > network.LayerCount) return Wrong($"layer {l}", $"layer 1 to {network.LayerCount}");
            var elementwise = network.Layer(l).Activation.IsElementwise;
            if (id.Kind == QuantityKind.ActivationDerivative && !elementwise) return Wrong($"f′ of layer {l}, which is softmax", $"jacobian[{l}]");
            if (id.Kind == QuantityKind.ActivationJacobian && elementwise) return Wrong($"a Jacobian of layer {l}, which is {network.Layer(l).Activation.Name}", $"fprime[{l}]");
            if (QuantityLookup.IsOfBias(id.Kind) && !network.Layer(l).HasBias) return Wrong($"a bias of layer {l}", "none: the layer has no bias");
        }
        if (id.Info.BelongsToStep && example.LearningRate is null) return Wrong("a number after a step", "a learning rate, as in rate: 0.5");
        if (id.Info.PerSample)
        {
            if (id.Sample is null && example.SampleCount > 1) return Wrong("no sample", $"@{countFrom} to @{example.SampleCount - 1 + countFrom} behind the name");
            id = id with { Sample = id.Sample ?? 0 };
            if (id.Sample < 0 || id.Sample >= example.SampleCount) return Wrong($"sample {id.Sample + countFrom}", $"@{countFrom} to @{example.SampleCount - 1 + countFrom}");
        }
        var (rows, columns) = Of(id with { Row = null, Column = null }, network);
        if (id.Row is { } row && (row < 0 || row >= rows)) return Wrong($"{(id.Column is null ? "unit" : "row")} {row + countFrom}", Range(rows, countFrom));
        if (id.Column is { } column && (column < 0 || column >= columns)) return Wrong($"column {column + countFrom}", Range(columns, countFrom));
        return (id, null, "");
    }

    static string Range(int count, int countFrom) => count == 1 ? $"{countFrom}" : $"{countFrom} to {count - 1 + countFrom}";
}
