using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>How a network is trained: how long, in which batches, how fast, and what is kept. Immutable.</summary>
public sealed record TrainingOptions
{
    /// <summary>How many times every sample is used, ≥ 0. 100 if nothing is said.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int Epochs
    {
        get;
        init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(Epochs), value, "Epochs: expected 0 or more.");
    } = 100;

    /// <summary>How many samples make one step, ≥ 1: 1 is single-sample descent, null (the default) the full batch. The last batch of an epoch may be smaller.</summary>
    /// <remarks>With fewer samples than there are, the samples are taken in a new random order in every epoch (<see cref="Seed"/>); a full batch keeps their order.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int? BatchSize
    {
        get;
        init => field = value is null or >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(BatchSize), value, "BatchSize: expected 1 or more, or null for the full batch.");
    }

    /// <summary>η, above 0; null (the default) takes the example's learning rate.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a finite number above 0.</exception>
    public double? LearningRate
    {
        get;
        init => field = value is null || (double.IsFinite(value.Value) && value > 0)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(LearningRate), value, "LearningRate: expected a finite number above 0, or null for the example's.");
    }

    /// <summary>μ, in 0…1 without 1; 0 (the default) is plain descent. The step is v ← μ v − η ∂J/∂W, W ← W + v, with v = 0 at the start.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not in 0…1 without 1.</exception>
    public double Momentum
    {
        get;
        init => field = value is >= 0 and < 1 ? value : throw new ArgumentOutOfRangeException(nameof(Momentum), value, "Momentum: expected 0 or more and less than 1.");
    }

    /// <summary>
    /// Whether the loss of an epoch is the mean of the losses that its samples met on the way, each before its batch's step,
    /// instead of being measured on all samples after the epoch; false if nothing is said. It saves that pass, and with it the
    /// gradient norms, which are then not there. The decay in it is that of the network after the epoch. A full batch is
    /// measured in any case.
    /// </summary>
    public bool LossOnTheWay { get; init; }

    /// <summary>How many threads share the units of each layer in a mini-batch, ≥ 1; 1 if nothing is said. Every number gives the same bits.</summary>
    /// <remarks>
    /// They meet after each layer, so two pay only with batches of a hundred samples or more, a wide network, and two cores that
    /// have nothing else to do; otherwise they wait for each other longer than they work. A full batch, and a network of at
    /// most 32 inputs and 16 units a layer, is trained by one thread whatever is said.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Threads
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Threads), value, "Threads: expected 1 or more.");
    } = 1;

    /// <summary>The seed of the order of the samples; 0 if nothing is said. The same seed gives the same bits on every machine.</summary>
    public long Seed { get; init; }

    /// <summary>An example whose samples are not trained on and whose loss is recorded; null (the default) for none. Only its samples are used.</summary>
    public Example? HeldOut { get; init; }

    /// <summary>The names of weights and biases whose paths are recorded, for example <c>W[1][0,0]</c>; none if nothing is said.</summary>
    public ImmutableArray<string> Watch
    {
        get;
        init => field = value.IsDefault ? [] : value;
    } = [];

    /// <summary>
    /// Every how many epochs the network is kept, ≥ 1, from which <see cref="TrainingHistory.TraceAt"/> computes the epochs
    /// after it again; null (the default) keeps at most 101 of them. 1 keeps all: no epoch is computed twice, at the price of
    /// one copy of all weights for each epoch.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int? KeepNetworkEvery
    {
        get;
        init => field = value is null or >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(KeepNetworkEvery), value, "KeepNetworkEvery: expected 1 or more, or null.");
    }

    internal int KeepEvery => KeepNetworkEvery ?? Math.Max(1, (Epochs + 99) / 100);
}
