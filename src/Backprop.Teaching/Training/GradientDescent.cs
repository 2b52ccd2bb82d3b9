namespace Backprop.Teaching;

/// <summary>Gradient descent, W ← W − η ∂J/∂W, with the full batch, mini-batches or single samples, with or without momentum.</summary>
public static class GradientDescent
{
    /// <summary>Trains an example's network: <c>GradientDescent.Train(Examples.Xor, new() { Epochs = 1000 })</c>.</summary>
    /// <param name="example">The network to start from, the samples and the objective. It is unchanged.</param>
    /// <param name="options">How long, in which batches, how fast; 100 epochs of full-batch descent with the example's learning rate if nothing is said.</param>
    /// <param name="progress">Told where the training stands: before it, and after each epoch.</param>
    /// <param name="cancellation">
    /// Asked before each step. A training that is cancelled returns the history up to the last epoch that was completed, with
    /// <see cref="TrainingHistory.IsComplete"/> false; there is no exception.
    /// </param>
    /// <returns>
    /// An immutable history. Entry e is the state after e epochs, entry 0 the one before training, each measured on all samples.
    /// With a full batch that costs nothing beside the steps; with smaller ones one more pass over all samples for each epoch,
    /// unless <see cref="TrainingOptions.LossOnTheWay"/> does without it. Smaller batches move the weights in place; no gradient
    /// is kept.
    /// </returns>
    /// <exception cref="InvalidInputException">Neither the options nor the example have a learning rate, or the held-out samples do not fit.</exception>
    /// <exception cref="UnknownQuantityException">A watched name is no weight or bias of the network.</exception>
    /// <exception cref="NumericOverflowException">The first pass, before training, leaves the range of float64.</exception>
    /// <exception cref="TrainingDivergedException">A number leaves the range of float64 in a later epoch; the message names it.</exception>
    public static TrainingHistory Train(Example example, TrainingOptions? options = null, IProgress<TrainingEpoch>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(example);
        options ??= new();
        var run = new TrainingRun(example, options);
        var random = run.Random();
        var memory = run.Memory();
        var state = new TrainingState(example.Network);
        var trace = run.Trace(example.Network);
        var epochs = new List<TrainingEpoch>();
        var kept = new SortedList<int, TrainingState>();
        Add(0);
        for (var epoch = 1; epoch <= options.Epochs; epoch++)
        {
            try
            {
                if (run.Epoch(state, run.Order(random), trace, memory, cancellation, out var met) is not { } next) break;
                // recorded before the state moves on, so that a loss that overflows leaves the epoch before it
                var record = run.LossOnTheWay ? run.RecordMet(epoch, next.Network, met) : run.Record(epoch, trace = run.Trace(next.Network));
                state = next;
                Add(epoch, record);
            }
            catch (NumericOverflowException overflow)
            {
                throw new TrainingDivergedException(epoch, run.Rate, new(run, epochs, kept, state), overflow);
            }
        }
        return new(run, epochs, kept, state);

        void Add(int epoch, TrainingEpoch? record = null)
        {
            record ??= run.Record(epoch, trace);
            epochs.Add(record);
            if (epoch % options.KeepEvery == 0) kept[epoch] = state;
            progress?.Report(record);
        }
    }
}
