using System.Runtime.CompilerServices;

namespace Backprop.Teaching;

/// <summary>Weights, velocities and one batch in memory that is used again for every step: the weights are moved in place.</summary>
sealed unsafe class TrainingMemory
{
    const int RowsAtOnce = 8;
    readonly TrainingRun run;
    readonly Engine engine;
    readonly Network shape;
    readonly WeightImage image;
    readonly WeightImage? velocities;
    readonly AlignedMemory inputs;
    readonly AlignedMemory targets;
    readonly AlignedMemory block;
    readonly AlignedMemory sums;
    readonly TraceLayout full;
    readonly TraceLayout last;

    public TrainingMemory(TrainingRun run, int batchSize, Engine engine)
    {
        (this.run, this.engine, shape) = (run, engine, run.Example.Network);
        image = new(shape, isComplete: true);
        velocities = run.Options.Momentum > 0 ? new(shape, isComplete: true) : null;
        inputs = new(batchSize * SampleRows.Padded(shape.InputCount));
        targets = new(batchSize * SampleRows.Padded(shape.OutputCount));
        full = new(shape, batchSize, engine.InLanes);
        // the last batch of an epoch may be smaller
        var rest = run.Example.SampleCount % batchSize;
        last = rest == 0 ? full : new(shape, rest, engine.InLanes);
        block = new(Math.Max(full.Length, last.Length));
        sums = new(RowsAtOnce * SampleRows.Padded(shape.Layers.Max(layer => layer.Units)));
    }

    /// <summary>One epoch in batches from a state.</summary>
    /// <param name="state">Where it starts.</param>
    /// <param name="order">The order of the samples.</param>
    /// <param name="cancellation">Asked before each step.</param>
    /// <param name="loss">Σ J_i as the samples met it, each before its batch's step.</param>
    /// <returns>Where it ends; null if it was cancelled, or if a number left the range of float64 (<paramref name="loss"/> is no number then).</returns>
    public TrainingState? Epoch(TrainingState state, ReadOnlySpan<int> order, CancellationToken cancellation, out double loss)
    {
        state.Load(image, velocities);
        image.Release();
        loss = 0;
        for (var start = 0; start < order.Length;)
        {
            if (cancellation.IsCancellationRequested) return null;
            var batch = order.Slice(start, Math.Min(full.SampleCount, order.Length - start));
            var layout = batch.Length == full.SampleCount ? full : last;
            Gather(run.Example.InputRows, batch, inputs.Start);
            Gather(run.Example.TargetRows, batch, targets.Start);
            if (!Pass.TryRun(new(shape, run.Example.Objective, inputs.Start, targets.Start), layout, block.Start, image, engine))
            {
                loss = double.NaN;
                return null;
            }
            for (var i = 0; i < batch.Length; i++) loss += block.Start[layout.LossOffset + i];
            start += batch.Length;
            var next = order.Slice(start, Math.Min(full.SampleCount, order.Length - start));
            FetchTargets(next);
            Step(layout, next);
        }
        if (!Elementwise<Lanes512>.IsFinite(image.Memory.Start, image.Memory.Length)) loss = double.NaN;
        return double.IsNaN(loss) ? null : TrainingState.Of(shape, image, velocities);
    }

    static void Gather(SampleRows rows, ReadOnlySpan<int> samples, double* to)
    {
        foreach (var sample in samples)
        {
            var row = rows.PaddedRow(sample);
            row.CopyTo(new(to, row.Length));
            to += row.Length;
        }
    }

    // the targets of the next batch lie anywhere too
    void FetchTargets(ReadOnlySpan<int> next)
    {
        var stride = SampleRows.Padded(shape.OutputCount);
        fixed (double* near = run.Example.TargetRows[0])
            foreach (var sample in next)
                for (var line = 0; line < stride; line += 8)
                    Prefetch.Line(near + ((nint)sample * stride) + line);
    }

    void Step(TraceLayout layout, ReadOnlySpan<int> next)
    {
        switch (engine.Bits)
        {
            case 512: Step<Lanes512>(layout, next); break;
            case 256: Step<Lanes256>(layout, next); break;
            default: Step<OneLane>(layout, next); break;
        }
    }

    void Step<V>(TraceLayout layout, ReadOnlySpan<int> next)
        where V : struct, ILanes<V>
    {
        var objective = run.Example.Objective;
        var divisor = objective.OverSamples == Reduction.Mean ? layout.SampleCount : 1;
        // the decay of the objective is that of the whole set, whatever the batch; biases have none
        var ofWeights = new GradientStep(divisor, objective.DecayGradientFactor(run.Example.SampleCount), run.Rate, run.Options.Momentum);
        var ofBiases = new GradientStep(divisor, 0, run.Rate, run.Options.Momentum);
        for (var l = 1; l <= layout.LayerCount; l++)
        {
            var layer = shape.Layers[l - 1];
            var weights = image.Weights(l, layer, null);
            var padded = (int)weights.Stride;
            if (engine.InLanes) Move<V>(ofWeights, weights.Start, l, 0, block.Start + layout.WeightSumOffset(l), layer.Inputs * padded);
            else StepRows<V>(layout, l, layer, ofWeights, l == 1 ? next : []);
            if (layer.HasBias && shape.TrainBias) StepBiases<V>(layout, l, padded, ofBiases);
            if (!engine.InLanes) image.Turn(l, layer, weights);
        }
    }

    // some rows of Σ ΔW at a time, [in × out] as W is, and at once into W: they never leave the nearest cache. Meanwhile
    // the same inputs of the next batch, which lie anywhere, come nearer
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void StepRows<V>(TraceLayout layout, int l, DenseLayer layer, GradientStep step, ReadOnlySpan<int> next)
        where V : struct, ILanes<V>
    {
        var weights = image.Weights(l, layer, null);
        var padded = (int)weights.Stride;
        nint stride = SampleRows.Padded(layer.Inputs);
        var from = new Rows(l == 1 ? inputs.Start : block.Start + layout.Offset(TracePart.Activation, l - 1), stride).ByColumns;
        var delta = new Rows(block.Start + layout.Offset(TracePart.Delta, l), padded);
        fixed (double* near = run.Example.InputRows[0])
        {
            for (var k = 0; k < layer.Inputs; k += RowsAtOnce)
            {
                foreach (var sample in next) Prefetch.Line(near + (sample * stride) + k);
                var count = Math.Min(RowsAtOnce, layer.Inputs - k);
                Product.Run<V>(from.From(k), delta, new(sums.Start, padded), count, layout.SampleCount, padded);
                Move<V>(step, weights[k], l, k, sums.Start, count * padded);
            }
        }
    }

    void StepBiases<V>(TraceLayout layout, int l, int padded, GradientStep step)
        where V : struct, ILanes<V>
    {
        var sum = engine.InLanes ? block.Start + layout.BiasSumOffset(l) : sums.Start;
        if (!engine.InLanes)
            Elementwise<V>.SumRows(new(block.Start + layout.Offset(TracePart.Delta, l), padded), sum, layout.SampleCount, padded);
        if (velocities is null) step.Apply<V>(image.Biases(l), sum, padded);
        else step.Apply<V>(image.Biases(l), velocities.Biases(l), sum, padded);
    }

    void Move<V>(GradientStep step, double* weights, int l, int row, double* sum, int count)
        where V : struct, ILanes<V>
    {
        if (velocities is null) step.Apply<V>(weights, sum, count);
        else step.Apply<V>(weights, velocities.Weights(l, shape.Layers[l - 1], null)[row], sum, count);
    }
}
