using System.Runtime.CompilerServices;

namespace Backprop.Teaching;

/// <summary>What a batch does to one layer's weights, or to one thread's share of its units: the sums of the gradients, and at once the step.</summary>
readonly unsafe ref struct TrainingStep
{
    /// <summary>Rows of Σ ΔW that lie in the nearest cache at a time.</summary>
    public const int RowsAtOnce = 8;

    readonly DenseLayer layer;
    readonly TraceLayout layout;
    readonly int l;
    readonly Share share;
    readonly WeightImage image;
    readonly WeightImage? velocities;
    readonly double* numbers;
    readonly double* sums;
    readonly Rows weights;
    readonly int padded;
    readonly int start;
    readonly int count;

    public TrainingStep(DenseLayer layer, TraceLayout layout, int l, Share share, WeightImage image, WeightImage? velocities, double* numbers, double* sums)
    {
        (this.layer, this.layout, this.l, this.share, this.image, this.velocities) = (layer, layout, l, share, image, velocities);
        this.numbers = numbers;
        this.sums = sums;
        weights = image.Weights(l, layer, null, share);
        padded = SampleRows.Padded(layer.Units);
        (start, count) = (share.Start(padded), share.Count(padded));
    }

    /// <summary>Moves W by sums that the pass has made.</summary>
    public void MoveSums<V>(GradientStep step)
        where V : struct, ILanes<V> => Move<V>(step, 0, layer.Inputs, numbers + layout.WeightSumOffset(l));

    /// <summary>
    /// Some rows of Σ ΔW at a time, [in × out] as W is, and at once into W: they never leave the nearest cache. Meanwhile the
    /// same inputs of the next batch, which lie anywhere, come nearer.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void MoveRows<V>(GradientStep step, double* inputs, SampleRows samples, ReadOnlySpan<int> next)
        where V : struct, ILanes<V>
    {
        nint stride = SampleRows.Padded(layer.Inputs);
        var from = new Rows(l == 1 ? inputs : numbers + layout.Offset(TracePart.Activation, l - 1), stride).ByColumns;
        var delta = new Rows(numbers + layout.Offset(TracePart.Delta, l) + start, padded);
        fixed (double* near = samples[0])
        {
            for (var k = 0; k < layer.Inputs; k += RowsAtOnce)
            {
                foreach (var sample in next) Prefetch.Line(near + (sample * stride) + k);
                var rows = Math.Min(RowsAtOnce, layer.Inputs - k);
                Product.Run<V>(from.From(k), delta, new(sums, count), rows, layout.SampleCount, count);
                Move<V>(step, k, rows, sums);
            }
        }
        image.Turn(l, layer, weights, share);
    }

    /// <summary>Moves b; where samples are rows it makes the sums.</summary>
    public void MoveBiases<V>(GradientStep step)
        where V : struct, ILanes<V>
    {
        var sum = layout.InLanes ? numbers + layout.BiasSumOffset(l) : sums;
        if (!layout.InLanes)
            Elementwise<V>.SumRows(new(numbers + layout.Offset(TracePart.Delta, l) + start, padded), sum, layout.SampleCount, count);
        if (velocities is null) step.Apply<V>(image.Biases(l) + start, sum, count);
        else step.Apply<V>(image.Biases(l) + start, velocities.Biases(l) + start, sum, count);
    }

    // a share's rows are one run of numbers
    void Move<V>(GradientStep step, int row, int rows, double* sum)
        where V : struct, ILanes<V>
    {
        if (velocities is null) step.Apply<V>(weights[row], sum, rows * count);
        else step.Apply<V>(weights[row], velocities.Weights(l, layer, null, share)[row], sum, rows * count);
    }
}
