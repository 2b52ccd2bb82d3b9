namespace Backprop.Teaching;

/// <summary>
/// The numbers of one trace in one contiguous block: for each layer and part the samples as rows, each row padded with zeros
/// to a multiple of 8 numbers; at the end the losses of the samples.
/// </summary>
sealed class TraceBlock
{
    const int Parts = 5;
    const int Absent = -1;
    readonly double[] block;
    readonly int[] offsets;
    readonly int[] widths;
    readonly int lossOffset;

    public TraceBlock(Network network, int samples)
    {
        SampleCount = samples;
        widths = [.. network.Layers.Select(layer => layer.Units)];
        offsets = new int[network.LayerCount * Parts];
        var end = 0;
        for (var l = 1; l <= network.LayerCount; l++)
            for (var part = 0; part < Parts; part++)
            {
                // softmax has no f′: nothing is stored that could be mistaken for it
                var stored = part != (int)TracePart.ActivationDerivative || network.Layer(l).Activation.IsElementwise;
                offsets[Index((TracePart)part, l)] = stored ? end : Absent;
                if (stored) end += samples * SampleRows.Padded(widths[l - 1]);
            }
        lossOffset = end;
        block = new double[end + samples];
    }

    public int SampleCount { get; }

    public Span<double> Losses => block.AsSpan(lossOffset, SampleCount);

    public Span<double> this[TracePart part, int layer, int sample] => block.AsSpan(Start(part, layer, sample), widths[layer - 1]);

    public ReadOnlyMemory<double> Row(TracePart part, int layer, int sample) => block.AsMemory(Start(part, layer, sample), widths[layer - 1]);

    static int Index(TracePart part, int layer) => ((layer - 1) * Parts) + (int)part;

    int Start(TracePart part, int layer, int sample)
    {
        var offset = offsets[Index(part, layer)];
        if (offset == Absent) throw new InvalidOperationException($"Layer {layer} is softmax: it has no {part}.");
        return offset + (sample * SampleRows.Padded(widths[layer - 1]));
    }
}
