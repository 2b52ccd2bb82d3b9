using System.Runtime.CompilerServices;

namespace Backprop.Teaching;

/// <summary>Weights, velocities and one batch in memory that is used again for every step: the weights are moved in place.</summary>
/// <remarks>Several threads share the units of each layer, rows of W: each computes their z, dA and gradients, and moves their weights, which so stay in its cache.</remarks>
sealed unsafe class TrainingMemory
{
    readonly TrainingRun run;
    readonly Engine engine;
    readonly Team team;
    readonly Network shape;
    readonly WeightImage image;
    readonly WeightImage? velocities;
    readonly AlignedMemory[] inputs;
    readonly AlignedMemory targets;
    readonly AlignedMemory block;
    readonly AlignedMemory[] sums;
    readonly TraceLayout full;
    readonly TraceLayout last;
    double loss;
    bool goesOn;
    bool isOut;

    public TrainingMemory(TrainingRun run, int batchSize, Engine engine, int threads)
    {
        (this.run, this.engine, shape) = (run, engine, run.Example.Network);
        // samples in lanes are for nets so small that a second thread would come too late
        team = new(engine.InLanes ? 1 : threads);
        image = new(shape, isComplete: true, team.Size);
        velocities = run.Options.Momentum > 0 ? new(shape, isComplete: true, team.Size) : null;
        // one for each thread: writing what another has in its cache takes longer than the copy
        inputs = [.. Enumerable.Range(0, team.Size).Select(_ => new AlignedMemory(batchSize * SampleRows.Padded(shape.InputCount)))];
        targets = new(batchSize * SampleRows.Padded(shape.OutputCount));
        full = new(shape, batchSize, engine.InLanes);
        // the last batch of an epoch may be smaller
        var rest = run.Example.SampleCount % batchSize;
        last = rest == 0 ? full : new(shape, rest, engine.InLanes);
        block = new(Math.Max(full.Length, last.Length));
        var widest = SampleRows.Padded(shape.Layers.Max(layer => layer.Units));
        sums = [.. Enumerable.Range(0, team.Size).Select(_ => new AlignedMemory(TrainingStep.RowsAtOnce * widest))];
    }

    /// <summary>One epoch in batches from a state.</summary>
    /// <param name="state">Where it starts.</param>
    /// <param name="order">The order of the samples.</param>
    /// <param name="cancellation">Asked before each step.</param>
    /// <param name="met">Σ J_i as the samples met it, each before its batch's step.</param>
    /// <returns>Where it ends; null if it was cancelled, or if a number left the range of float64 (<paramref name="met"/> is no number then).</returns>
    public TrainingState? Epoch(TrainingState state, int[] order, CancellationToken cancellation, out double met)
    {
        state.Load(image, velocities);
        image.Release();
        (loss, isOut) = (0, false);
        var trained = 0;
        team.Run(rank =>
        {
            var count = engine.Bits switch
            {
                512 => Batches<Lanes512>(order, new(rank, team.Size), cancellation),
                256 => Batches<Lanes256>(order, new(rank, team.Size), cancellation),
                _ => Batches<OneLane>(order, new(rank, team.Size), cancellation),
            };
            if (rank == 0) trained = count;
        });
        if (isOut || !Elementwise<Lanes512>.IsFinite(image.Memory.Start, image.Memory.Length)) loss = double.NaN;
        met = loss;
        return trained < order.Length || isOut || double.IsNaN(loss) ? null : TrainingState.Of(shape, image, velocities);
    }

    // one thread's share of all batches; it returns how many samples they were
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    int Batches<V>(int[] order, Share share, CancellationToken cancellation)
        where V : struct, ILanes<V>
    {
        for (var start = 0; ; start += full.SampleCount)
        {
            var batch = Samples(order, start);
            Gather(run.Example.InputRows, batch, inputs[share.Rank].Start);
            if (share.Rank == 0)
            {
                Gather(run.Example.TargetRows, batch, targets.Start);
                goesOn = !batch.IsEmpty && !isOut && !cancellation.IsCancellationRequested;
            }
            team.Meet();
            if (!goesOn) return Math.Min(start, order.Length);
            var layout = batch.Length == full.SampleCount ? full : last;
            if (!Passes<V>(layout, share)) isOut = true;
            if (share.Rank == 0)
                for (var i = 0; i < batch.Length; i++) loss += block.Start[layout.LossOffset + i];
            var next = Samples(order, start + full.SampleCount);
            if (share.Rank == 0) FetchTargets(next);
            Step<V>(layout, share, next);
            team.Meet();
        }
    }

    ReadOnlySpan<int> Samples(int[] order, int start) => order.AsSpan(Math.Min(start, order.Length), Math.Clamp(order.Length - start, 0, full.SampleCount));

    static void Gather(SampleRows rows, ReadOnlySpan<int> batch, double* to)
    {
        foreach (var sample in batch)
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    bool Passes<V>(TraceLayout layout, Share share)
        where V : struct, ILanes<V>
    {
        var input = new PassInput(shape, run.Example.Objective, inputs[share.Rank].Start, targets.Start);
        if (share.IsWhole) return Pass.TryRun(input, layout, block.Start, image, engine);
        var pass = new RowPass<V>(input, layout, block.Start, image, share);
        var finite = true;
        for (var l = 1; l <= layout.LayerCount; l++)
        {
            finite &= pass.Forward(l);
            team.Meet();
        }
        if (share.Rank == 0) finite &= pass.Turn();
        team.Meet();
        for (var l = layout.LayerCount - 1; l >= 1; l--)
        {
            finite &= pass.Backward(l);
            team.Meet();
        }
        return finite;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void Step<V>(TraceLayout layout, Share share, ReadOnlySpan<int> next)
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
            var part = new TrainingStep(layer, layout, l, share, image, velocities, block.Start, sums[share.Rank].Start);
            if (engine.InLanes) part.MoveSums<V>(ofWeights);
            else part.MoveRows<V>(ofWeights, inputs[share.Rank].Start, run.Example.InputRows, l == 1 ? next : []);
            if (layer.HasBias && shape.TrainBias) part.MoveBiases<V>(ofBiases);
        }
    }
}
