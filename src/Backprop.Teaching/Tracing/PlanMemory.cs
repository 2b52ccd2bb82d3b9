using System.Runtime.CompilerServices;

namespace Backprop.Teaching;

/// <summary>What a plan holds, and what its last run left there.</summary>
sealed unsafe class PlanMemory
{
    readonly Engine engine;
    readonly Network shape;
    readonly TraceLayout layout;
    readonly AlignedMemory block;
    readonly WeightImage? image;
    readonly AlignedMemory?[] sums;
    readonly int[] sumsOfRun;

    public PlanMemory(Example example, Engine engine)
    {
        this.engine = engine;
        shape = example.Network;
        layout = new(shape, example.SampleCount, engine.InLanes);
        block = new(layout.Length);
        image = engine.InLanes ? null : new(shape, isComplete: true);
        (sums, sumsOfRun) = (new AlignedMemory?[shape.LayerCount], new int[shape.LayerCount]);
        Example = example;
    }

    /// <summary>The example of the last run.</summary>
    public Example Example { get; private set; }

    /// <summary>How many runs there were.</summary>
    public int RunCount { get; private set; }

    public TraceLayout Layout => layout;

    public ReadOnlySpan<double> Numbers => block.Numbers;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(Example example)
    {
        Check(example);
        (Example, RunCount) = (example, RunCount + 1);
        image?.Hold(example.Network);
        fixed (double* x = example.InputRows[0], y = example.TargetRows[0])
            if (Pass.TryRun(new(example.Network, example.Objective, x, y), layout, block.Start, image, engine)) return;
        // nothing is left behind that could be read for a result
        block.Numbers.Fill(double.NaN);
        Pass.RunNamed(example);
        throw new System.Diagnostics.UnreachableException("The plain loops found every number finite.");
    }

    /// <summary>Σ ΔW of a layer as [in × out padded], then Σ Δb; computed once for a run.</summary>
    public ReadOnlySpan<double> Sums(int l)
    {
        var (inputs, stride) = (layout.Width(l - 1), SampleRows.Padded(layout.Width(l)));
        if (layout.InLanes) return Numbers.Slice(layout.WeightSumOffset(l), (inputs + 1) * stride);
        var of = sums[l - 1] ??= new((inputs + 1) * stride);
        if (sumsOfRun[l - 1] != RunCount)
            fixed (double* x = Example.InputRows[0])
            {
                BatchGradients.Sum(Inputs(l, x), new(block.Start + layout.Offset(TracePart.Delta, l), stride), new(of.Start, stride), of.Start + (inputs * stride), inputs, layout.SampleCount);
                sumsOfRun[l - 1] = RunCount;
            }
        return of.Numbers;
    }

    /// <summary>Σ a² of the layer before and Σ δ² of a layer, for each sample.</summary>
    public void SquaredNorms(int l, Span<double> inputs, Span<double> deltas)
    {
        fixed (double* x = Example.InputRows[0], toInputs = inputs, toDeltas = deltas)
        {
            SquareSums.Run(layout.InLanes ? Lanes(l == 1 ? layout.InputOffset : layout.Offset(TracePart.Activation, l - 1)) : Inputs(l, x).ByRows, layout.SampleCount, layout.Width(l - 1), toInputs);
            var delta = layout.Offset(TracePart.Delta, l);
            SquareSums.Run(layout.InLanes ? Lanes(delta) : new(block.Start + delta, SampleRows.Padded(layout.Width(l)), 1), layout.SampleCount, layout.Width(l), toDeltas);
        }
    }

    /// <summary>The block of a trace with the numbers of the last run.</summary>
    public TraceBlock Copy() => new(layout, block.Numbers.ToArray());

    Strided Lanes(int offset) => new(block.Start + offset, 1, layout.LaneStride);

    /// <summary>a of the layer before, as rows; only where samples are rows.</summary>
    Rows Inputs(int l, double* x) => l == 1
        ? new(x, SampleRows.Padded(layout.Width(0)))
        : new(block.Start + layout.Offset(TracePart.Activation, l - 1), SampleRows.Padded(layout.Width(l - 1)));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void Check(Example example)
    {
        if (example.SampleCount != layout.SampleCount) throw new ArgumentException($"example: found {example.SampleCount} samples, expected {layout.SampleCount}, as the plan has", nameof(example));
        var network = example.Network;
        var fits = network.LayerCount == shape.LayerCount && network.InputCount == shape.InputCount;
        for (var l = 0; fits && l < shape.LayerCount; l++) fits = network.Layers[l].Units == shape.Layers[l].Units && network.Layers[l].Activation == shape.Layers[l].Activation;
        if (!fits) throw new ArgumentException($"example: found a network {network.Shape}, expected {shape.Shape} with the activations of the plan", nameof(example));
    }
}
