using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>What an epoch does, in one place: the training and the recomputation of an epoch both call it, so that they give the same bits.</summary>
sealed class TrainingRun
{
    readonly int batchSize;
    readonly ImmutableArray<QuantityId> watched;

    public TrainingRun(Example example, TrainingOptions options)
    {
        Example = example;
        Options = options;
        Rate = options.LearningRate ?? example.LearningRate
            ?? throw new InvalidInputException("learningRate", "", "none in the example and none in the options", "one of them, for example new TrainingOptions { LearningRate = 0.5 }");
        // only the shape of the held-out samples and their targets matters: this checks both
        HeldOut = options.HeldOut is null ? null : Fitting(options.HeldOut, example);
        batchSize = Math.Min(options.BatchSize ?? example.SampleCount, example.SampleCount);
        watched = [.. options.Watch.Select(name => Watched(name))];
    }

    public Example Example { get; }

    public TrainingOptions Options { get; }

    public double Rate { get; }

    public Example? HeldOut { get; }

    bool IsFullBatch => batchSize == Example.SampleCount;

    /// <summary>The order of the samples, one draw for each epoch; a full batch draws none.</summary>
    public SeededRandom Random() => new(Options.Seed);

    /// <summary>Draws the order of the next epoch.</summary>
    public int[]? Order(SeededRandom random) => IsFullBatch ? null : random.Permutation(Example.SampleCount);

    /// <summary>Whether the loss is that which the samples met on the way.</summary>
    public bool LossOnTheWay => Options.LossOnTheWay && !IsFullBatch;

    /// <summary>Where smaller batches are trained; none for a full batch, which goes through its trace.</summary>
    public TrainingMemory? Memory() => IsFullBatch ? null : new(this, batchSize, Engine.For(Example.Network), Options.Threads);

    /// <summary>One epoch from a state.</summary>
    /// <param name="state">Where it starts.</param>
    /// <param name="order">The order of the samples, or null for a full batch.</param>
    /// <param name="full">The trace of all samples at the start, if there is one; a full batch needs no other.</param>
    /// <param name="memory">Of <see cref="Memory"/>.</param>
    /// <param name="cancellation">Asked before each step.</param>
    /// <param name="met">Σ J_i as the samples met it on the way, where there are batches.</param>
    /// <returns>Where it ends, or null if it was cancelled.</returns>
    public TrainingState? Epoch(TrainingState state, int[]? order, BackpropTrace? full, TrainingMemory? memory, CancellationToken cancellation, out double met)
    {
        met = 0;
        if (order is null || memory is null)
            return cancellation.IsCancellationRequested ? null : state.Step(full ?? Trace(state.Network), Example.SampleCount, Rate, Options.Momentum);
        var next = memory.Epoch(state, order, cancellation, out met);
        return double.IsNaN(met) ? NamedEpoch(state, order, cancellation) : next;
    }

    public BackpropTrace Trace(Network network) => Backpropagation.Run(Example with { Network = network });

    public TrainingEpoch Record(int epoch, BackpropTrace trace) => new(
        epoch, trace.Loss, trace.DataLoss, HeldOut is null ? null : HeldOutLoss(HeldOut, trace.Network),
        [.. Enumerable.Range(1, trace.LayerCount).Select(l => GradientNorm(trace, l))],
        [.. watched.Select(id => ((ScalarQuantity)trace[id]).Value)]);

    /// <summary>An epoch whose loss is that which its samples met; the decay is that of the network after it.</summary>
    public TrainingEpoch RecordMet(int epoch, Network network, double met)
    {
        var dataLoss = Example.Objective.OverBatch(met, Example.SampleCount);
        var loss = dataLoss + Example.Objective.DecayLoss(network, Example.SampleCount);
        if (!double.IsFinite(loss)) throw new NumericOverflowException(new(QuantityKind.Loss));
        return new(epoch, loss, dataLoss, HeldOut is null ? null : HeldOutLoss(HeldOut, network), [], [.. watched.Select(id => Parameter(network.Layer(id.Layer!.Value), id))]);
    }

    static double Parameter(DenseLayer layer, QuantityId id) => id.Kind == QuantityKind.Weights ? layer.Weight(id.Row!.Value, id.Column!.Value) : layer.Bias(id.Row!.Value);

    /// <summary>The same epoch with a trace for each step, for a number that left the range: it says which one.</summary>
    public TrainingState? NamedEpoch(TrainingState state, int[] order, CancellationToken cancellation)
    {
        for (var start = 0; start < order.Length; start += batchSize)
        {
            if (cancellation.IsCancellationRequested) return null;
            state = state.Step(Backpropagation.Run(Batch(state.Network, order.AsSpan(start, Math.Min(batchSize, order.Length - start)))), Example.SampleCount, Rate, Options.Momentum);
        }
        return state;
    }

    static double GradientNorm(BackpropTrace trace, int l)
    {
        var norm = trace.Layer(l).TotalWeightGradient.FrobeniusNorm;
        return double.IsFinite(norm) ? norm : throw new NumericOverflowException(new(QuantityKind.TotalWeightGradient, l));
    }

    static double HeldOutLoss(Example heldOut, Network network)
    {
        var sum = 0.0;
        for (var i = 0; i < heldOut.SampleCount; i++) sum += heldOut.Objective.SampleLoss(network.Forward(heldOut.InputRows[i]), heldOut.TargetRows[i]);
        var loss = heldOut.Objective.OverBatch(sum, heldOut.SampleCount);
        return double.IsFinite(loss) ? loss : throw new NumericOverflowException(new(QuantityKind.DataLoss));
    }

    static Example Fitting(Example heldOut, Example example)
    {
        if (heldOut.Network.InputCount != example.Network.InputCount || heldOut.Network.OutputCount != example.Network.OutputCount)
            throw new InvalidInputException(
                "", "held-out samples", $"{heldOut.Network.InputCount} inputs and {heldOut.Network.OutputCount} outputs",
                $"{example.Network.InputCount} inputs and {example.Network.OutputCount} outputs, as in {example.Name}");
        return Example.Of(example.Network, heldOut.InputRows.ToArrays(), heldOut.TargetRows.ToArrays(), example.Objective, name: heldOut.Name);
    }

    static QuantityId Watched(string name)
    {
        var id = QuantityId.Parse(name);
        if (id.Kind is not (QuantityKind.Weights or QuantityKind.Biases)) throw new UnknownQuantityException(name, $"{id.KindName} cannot be watched, expected one number of W or b.");
        if (!id.IsScalar) throw new UnknownQuantityException(name, "found a whole vector or matrix, expected one number: add the last bracket.");
        return id;
    }

    Example Batch(Network network, ReadOnlySpan<int> samples)
    {
        var (batchX, batchY) = (new double[samples.Length][], new double[samples.Length][]);
        for (var n = 0; n < samples.Length; n++) (batchX[n], batchY[n]) = (Example.InputRows[samples[n]].ToArray(), Example.TargetRows[samples[n]].ToArray());
        return Example.Of(network, batchX, batchY, Example.Objective, Rate, Example.Name);
    }
}
