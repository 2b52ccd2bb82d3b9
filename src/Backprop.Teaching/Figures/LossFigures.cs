using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>How the loss went.</summary>
public static class LossFigures
{
    /// <summary>The loss after each epoch, held-out samples beside it where there are any: <c>history.LossFigure()</c>.</summary>
    /// <param name="history">The training. Beyond 1000 epochs the line is thinned; its extremes stay.</param>
    /// <param name="log">Whether the loss axis is logarithmic.</param>
    /// <returns>A figure.</returns>
    public static Figure LossFigure(this TrainingHistory history, bool log = false)
    {
        ArgumentNullException.ThrowIfNull(history);
        var traces = new List<FigureTrace> { Thinning.Line("J, training", history.Losses) };
        var heldOut = history.HeldOutLosses;
        var alt = Fall("Loss J", history.Losses);
        if (!heldOut.IsEmpty)
        {
            // decay is no part of the held-out loss
            if (history.Example.Objective.WeightDecay != 0) traces.Add(Thinning.Line("data loss, training", [.. history.Epochs.Select(epoch => epoch.DataLoss)]));
            traces.Add(Thinning.Line("data loss, held out", heldOut));
            alt += " " + Fall("The held-out data loss", heldOut);
        }
        return new($"Loss of {history.Example.Name}, η = {InWords.Number(history.LearningRate)}", alt, Panel(traces, log));
    }

    /// <summary>The losses of several trainings in one figure: <c>new[] { ("η = 0.1", slow), ("η = 1", fast) }.LossFigure()</c>.</summary>
    /// <param name="runs">Each training with its name; at least one.</param>
    /// <param name="log">Whether the loss axis is logarithmic.</param>
    /// <returns>A figure.</returns>
    /// <exception cref="ArgumentException">There is no training.</exception>
    public static Figure LossFigure(this IEnumerable<(string Name, TrainingHistory History)> runs, bool log = false)
    {
        ArgumentNullException.ThrowIfNull(runs);
        var all = runs.ToImmutableArray();
        if (all.IsEmpty) throw new ArgumentException("runs: found none, expected at least one training", nameof(runs));
        var best = all.MinBy(run => run.History.Last.Loss);
        var alt = string.Join(" ", all.Select(run => Fall($"{run.Name}: loss J", run.History.Losses))) + (all.Length > 1 ? $" Lowest at its end: {best.Name}, {InWords.Number(best.History.Last.Loss)}." : "");
        return new("Loss of " + string.Join(", ", all.Select(run => run.History.Example.Name).Distinct()), alt, Panel([.. all.Select(run => Thinning.Line(run.Name, run.History.Losses))], log));
    }

    static FigurePanel Panel(IReadOnlyList<FigureTrace> traces, bool log) =>
        new(new("epoch"), new(log ? "loss, logarithmic" : "loss") { IsLog = log }, [.. traces]);

    internal static string Fall(string what, ImmutableArray<double> losses)
    {
        var (first, last, epochs) = (losses[0], losses[^1], losses.Length - 1);
        if (epochs == 0) return $"{what} is {InWords.Number(first)} before training.";
        var text = $"{what} {(last < first ? "falls" : last > first ? "rises" : "stays")} from {InWords.Number(first)} to {InWords.Number(last)} in {InWords.Of(epochs, "epoch")}";
        if (last < first)
        {
            var half = (first + last) / 2;
            text += $"; half of it in the first {InWords.Count(Enumerable.Range(0, losses.Length).First(e => losses[e] <= half))}";
        }
        var lowest = Enumerable.Range(0, losses.Length).MinBy(e => losses[e]);
        if (lowest != epochs && losses[lowest] < last) text += $"; lowest {(lowest == 0 ? "before training" : $"after {InWords.Of(lowest, "epoch")}")}, {InWords.Number(losses[lowest])}";
        var highest = losses.Max();
        if (highest > first && highest > last) text += $"; highest {InWords.Number(highest)}";
        return text + ".";
    }
}
