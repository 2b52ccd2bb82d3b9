namespace Backprop.Teaching;

/// <summary>The numbers of one trace, in one array.</summary>
sealed class TraceBlock(TraceLayout layout, double[] numbers)
{
    public TraceBlock(TraceLayout layout)
        : this(layout, layout.IsFilled ? GC.AllocateUninitializedArray<double>(layout.Length) : new double[layout.Length])
    {
    }

    public TraceLayout Layout => layout;

    public double[] Numbers => numbers;

    public int SampleCount => layout.SampleCount;

    public Span<double> Losses => numbers.AsSpan(layout.LossOffset, layout.SampleCount);

    /// <summary>One sample's numbers of a layer, where samples are rows.</summary>
    public Span<double> this[TracePart part, int layer, int sample] =>
        numbers.AsSpan(layout.Offset(part, layer) + layout.SampleOffset(layer, sample), layout.Width(layer));

    /// <summary>One sample's numbers of a layer: in place where samples are rows, otherwise collected.</summary>
    public ReadOnlyMemory<double> Row(TracePart part, int layer, int sample)
    {
        var start = layout.Offset(part, layer) + layout.SampleOffset(layer, sample);
        if (!layout.InLanes) return numbers.AsMemory(start, layout.Width(layer));
        var row = new double[layout.Width(layer)];
        for (var j = 0; j < row.Length; j++) row[j] = numbers[start + (j * layout.UnitStride)];
        return row;
    }

    public TraceBlock Copy() => new(layout, (double[])numbers.Clone());
}
