using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>How a training went: the losses, gradient norms and watched parameters after each epoch, and any epoch's full trace on demand. Immutable.</summary>
public sealed class TrainingHistory : Displayable
{
    readonly TrainingRun run;
    readonly SortedList<int, TrainingState> kept;

    internal TrainingHistory(TrainingRun run, IEnumerable<TrainingEpoch> epochs, SortedList<int, TrainingState> kept, TrainingState last)
    {
        this.run = run;
        this.kept = new(kept);
        Epochs = [.. epochs];
        // the last state is at hand, so it is never computed again
        this.kept[Last.Epoch] = last;
        Network = last.Network;
    }

    /// <summary>The example that was trained, with its network as it was before.</summary>
    public Example Example => run.Example;

    /// <summary>How it was trained.</summary>
    public TrainingOptions Options => run.Options;

    /// <summary>η.</summary>
    public double LearningRate => run.Rate;

    /// <summary>Entry e is the state after e epochs; entry 0 is before training. At least one entry.</summary>
    public ImmutableArray<TrainingEpoch> Epochs { get; }

    /// <summary>Whether all epochs were done; false if it was cancelled or diverged.</summary>
    public bool IsComplete => Last.Epoch == Options.Epochs;

    /// <summary>The state before training.</summary>
    public TrainingEpoch First => Epochs[0];

    /// <summary>The state after the last epoch that was completed.</summary>
    public TrainingEpoch Last => Epochs[^1];

    /// <summary>The epoch with the smallest J, the first of several.</summary>
    public TrainingEpoch Best => Epochs.MinBy(epoch => epoch.Loss)!;

    /// <summary>The network after the last epoch that was completed.</summary>
    public Network Network { get; }

    /// <summary>J after each epoch, over all samples, decay included; index 0 is before training.</summary>
    public ImmutableArray<double> Losses => [.. Epochs.Select(epoch => epoch.Loss)];

    /// <summary>The held-out samples' data loss after each epoch, without decay; empty where there are none.</summary>
    public ImmutableArray<double> HeldOutLosses => [.. Epochs.Where(epoch => epoch.HeldOutLoss is not null).Select(epoch => epoch.HeldOutLoss!.Value)];

    /// <summary>‖∂J/∂W⁽ˡ⁾‖ after each epoch, over all samples; index 0 is before training.</summary>
    /// <param name="l">1 to L.</param>
    /// <returns>One number for each entry of <see cref="Epochs"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such layer.</exception>
    /// <exception cref="InvalidOperationException">With <see cref="TrainingOptions.LossOnTheWay"/> the norms were not measured.</exception>
    public ImmutableArray<double> GradientNorms(int l)
    {
        _ = Example.Network.Layer(l);
        if (!HasGradientNorms) throw new InvalidOperationException("The gradient norms were not measured: found LossOnTheWay, expected a training without it.");
        return [.. Epochs.Select(epoch => epoch.GradientNorms[l - 1])];
    }

    /// <summary>A watched weight or bias after each epoch; index 0 is before training.</summary>
    /// <param name="name">One of <see cref="TrainingOptions.Watch"/>.</param>
    /// <returns>One number for each entry of <see cref="Epochs"/>.</returns>
    /// <exception cref="UnknownQuantityException">It is not watched.</exception>
    public ImmutableArray<double> Path(string name)
    {
        var id = QuantityId.Parse(name);
        var index = Options.Watch.Select(QuantityId.Parse).ToList().IndexOf(id);
        return index >= 0
            ? [.. Epochs.Select(epoch => epoch.Watched[index])]
            : throw new UnknownQuantityException(name, $"it was not watched, expected {(Options.Watch.IsEmpty ? $"new TrainingOptions {{ Watch = [\"{id}\"] }}" : "one of " + string.Join(", ", Options.Watch))}.");
    }

    /// <summary>The full trace of all samples with the weights after an epoch.</summary>
    /// <remarks>
    /// It is computed when it is asked for and not kept: from the network stored last at or before the epoch
    /// (<see cref="TrainingOptions.KeepNetworkEvery"/>) the epochs in between run again, with the same seed and so to the same
    /// bits, then one pass over all samples. <see cref="EpochsToTraceAt"/> says how many epochs that are.
    /// </remarks>
    /// <param name="epoch">0, before training, to the last epoch that was completed.</param>
    /// <returns>A trace whose loss is <c>history.Epochs[epoch].Loss</c>, unless that was met on the way.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such epoch.</exception>
    public BackpropTrace TraceAt(int epoch) => run.Trace(NetworkAt(epoch));

    /// <summary>The network after an epoch; stored, or computed again as <see cref="TraceAt"/> says.</summary>
    /// <param name="epoch">0, before training, to the last epoch that was completed.</param>
    /// <returns>The network.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such epoch.</exception>
    public Network NetworkAt(int epoch)
    {
        var start = StoredBefore(epoch);
        var state = kept[start];
        if (start == epoch) return state.Network;
        var random = run.Random();
        for (var e = 1; e <= start; e++) run.Order(random);
        var memory = run.Memory();
        for (var e = start + 1; e <= epoch; e++) state = run.Epoch(state, run.Order(random), null, memory, CancellationToken.None, out _)!;
        return state.Network;
    }

    /// <summary>How many epochs <see cref="TraceAt"/> runs again for an epoch; 0 where its network is stored.</summary>
    /// <param name="epoch">0, before training, to the last epoch that was completed.</param>
    /// <returns>0 or more.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such epoch.</exception>
    public int EpochsToTraceAt(int epoch) => epoch - StoredBefore(epoch);

    internal bool HasGradientNorms => !Last.GradientNorms.IsEmpty;

    internal override DisplayNode View() => TrainingView.Of(this);

    int StoredBefore(int epoch)
    {
        if (epoch < 0 || epoch > Last.Epoch)
            throw new ArgumentOutOfRangeException(nameof(epoch), epoch, $"Epoch 0 is before training: expected 0 to {Last.Epoch}.");
        return kept.Keys.Last(stored => stored <= epoch);
    }
}
