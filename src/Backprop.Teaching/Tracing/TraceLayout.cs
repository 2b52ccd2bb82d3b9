namespace Backprop.Teaching;

/// <summary>
/// Where each number of a trace lies in its block. Samples are rows, each padded to a multiple of 8 numbers; or, for small
/// layers, they lie in lanes: each unit is a row of samples.
/// </summary>
sealed class TraceLayout
{
    const int Parts = 5;
    const int Entries = Parts + 2;
    const int Absent = -1;

    // widths of layers 0 … L; then for each layer 1 … L the offsets of its parts, of Σ ΔW and of Σ Δb
    readonly int[] table;

    public TraceLayout(Network network, int samples, bool inLanes)
    {
        (SampleCount, LayerCount, InLanes) = (samples, network.LayerCount, inLanes);
        table = new int[1 + (LayerCount * (1 + Entries))];
        table[0] = network.InputCount;
        // below four samples a lane is a sample alone
        LaneStride = samples < FewestForLanes ? samples : SampleRows.Padded(samples);
        var widest = 0;
        IsFilled = inLanes && samples >= FewestForLanes;
        for (var l = 1; l <= LayerCount; l++)
        {
            var layer = network.Layers[l - 1];
            table[l] = layer.Units;
            widest = Math.Max(widest, layer.Units);
            IsFilled &= layer.Activation.IsElementwise;
            for (var part = 0; part < Parts; part++)
            {
                // softmax has no f′: nothing is stored that could be mistaken for it
                var stored = part != (int)TracePart.ActivationDerivative || layer.Activation.IsElementwise;
                table[Entry(l) + part] = stored ? Take(PartLength(l)) : Absent;
            }
        }
        LossOffset = Take(SampleRows.Padded(samples));
        if (!inLanes) return;
        // x and y once more, in lanes; the sums over the samples, which cost next to nothing here; δ turned round for them
        InputOffset = Take(PartLength(0));
        TargetOffset = Take(PartLength(LayerCount));
        for (var l = 1; l <= LayerCount; l++)
        {
            table[Entry(l) + Parts] = Take(table[l - 1] * SampleRows.Padded(table[l]));
            table[Entry(l) + Parts + 1] = Take(SampleRows.Padded(table[l]));
        }
        TurnedOffset = Take(samples * SampleRows.Padded(widest));
    }

    /// <summary>From how many samples on they are taken several at once.</summary>
    public const int FewestForLanes = 4;

    public int SampleCount { get; }

    public int LayerCount { get; }

    public bool InLanes { get; }

    /// <summary>How far a unit's row of samples is from the next one's, where samples lie in lanes.</summary>
    public int LaneStride { get; }

    public int LossOffset { get; }

    public int InputOffset { get; }

    public int TargetOffset { get; }

    public int TurnedOffset { get; }

    /// <summary>Whether a pass that ends well writes every number that is read later: the block need not be cleared.</summary>
    public bool IsFilled { get; private set; }

    /// <summary>The numbers in the block.</summary>
    public int Length { get; private set; }

    /// <summary>n_l; the inputs for 0.</summary>
    public int Width(int layer) => table[layer];

    /// <summary>The numbers of one part of a layer with their padding, a multiple of 8.</summary>
    public int PartLength(int layer) => InLanes ? SampleRows.Padded(table[layer] * LaneStride) : SampleCount * SampleRows.Padded(table[layer]);

    public bool Has(TracePart part, int layer) => table[Entry(layer) + (int)part] != Absent;

    public int Offset(TracePart part, int layer)
    {
        var offset = table[Entry(layer) + (int)part];
        return offset != Absent ? offset : throw NotThere(part, layer);
    }

    /// <summary>Σ ΔW of a layer, [in × out padded]; only where samples lie in lanes.</summary>
    public int WeightSumOffset(int layer) => table[Entry(layer) + Parts];

    public int BiasSumOffset(int layer) => table[Entry(layer) + Parts + 1];

    /// <summary>Where a layer's numbers of one sample start, relative to its part.</summary>
    public int SampleOffset(int layer, int sample) => sample * (InLanes ? 1 : SampleRows.Padded(table[layer]));

    /// <summary>How far it is from one unit to the next.</summary>
    public int UnitStride => InLanes ? LaneStride : 1;

    static InvalidOperationException NotThere(TracePart part, int layer) => new($"Layer {layer} is softmax: it has no {part}.");

    int Entry(int layer) => LayerCount + 1 + ((layer - 1) * Entries);

    int Take(int count)
    {
        var start = Length;
        Length += count;
        return start;
    }
}
