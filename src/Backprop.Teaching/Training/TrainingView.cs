namespace Backprop.Teaching;

/// <summary>How a training is shown: first, last and best loss, and a table of some epochs.</summary>
static class TrainingView
{
    const int MostWatched = 4;
    const int MostLayers = 4;

    public static DisplayNode Of(TrainingHistory history)
    {
        var nodes = new List<DisplayNode> { new HeadingNode(Heading(history)), new TextNode(Summary(history)) };
        if (!history.IsComplete) nodes.Add(new TextNode($"Stopped after {Epochs(history.Last.Epoch)} of {history.Options.Epochs}."));
        nodes.Add(Table(history));
        var shown = Thinned(history).Count;
        if (shown < history.Epochs.Length) nodes.Add(new TextNode($"{shown} of {history.Epochs.Length} lines: history.Epochs has all of them, history.TraceAt(epoch) shows one in full."));
        return new StackNode(nodes);
    }

    static string Heading(TrainingHistory history)
    {
        var options = history.Options;
        var samples = history.Example.SampleCount;
        var batch = options.BatchSize is { } size && size < samples ? size == 1 ? "single samples" : $"batches of {size}" : samples == 1 ? "1 sample" : $"full batch of {samples}";
        return $"Training of {history.Example.Name}: {Epochs(options.Epochs)}, {batch}, η = {NumberFormat.RoundTrip(history.LearningRate)}"
            + (options.Momentum > 0 ? $", μ = {NumberFormat.RoundTrip(options.Momentum)}" : "")
            + (options.BatchSize < samples ? $", seed {options.Seed}" : "");
    }

    static string Summary(TrainingHistory history)
    {
        var (first, last, best) = (history.First, history.Last, history.Best);
        if (last.Epoch == 0) return $"J = {Format(first.Loss)} before training; no epoch was done.";
        var way = last.Loss == first.Loss ? $"J stayed at {Format(first.Loss)}"
            : $"J {(last.Loss < first.Loss ? "fell" : "rose")} from {Format(first.Loss)} to {Format(last.Loss)}" + (first.Loss > 0 ? $", {new NumberFormat(3).Format(100 * last.Loss / first.Loss)} % of it" : "");
        return way + (best.Epoch == last.Epoch ? "; the last epoch is the best." : $"; the best was {Format(best.Loss)} {(best.Epoch == 0 ? "before training" : $"after epoch {best.Epoch}")}.");
    }

    static TableNode Table(TrainingHistory history)
    {
        var layers = history.HasGradientNorms ? Math.Min(history.Example.Network.LayerCount, MostLayers) : 0;
        var watched = history.Options.Watch.Take(MostWatched).ToList();
        var heldOut = history.First.HeldOutLoss is not null;
        List<DisplayCell> header = ["epoch", "J"];
        if (heldOut) header.Add("held out");
        header.AddRange(Enumerable.Range(1, layers).Select(l => DisplayCell.Of($"‖{QuantitySymbol.Of(new(QuantityKind.TotalWeightGradient, l))}‖")));
        header.AddRange(watched.Select(DisplayCell.Code));
        return new(null, header, [.. Thinned(history).Select(IReadOnlyList<DisplayCell> (epoch) =>
        {
            List<DisplayCell> row = [DisplayCell.Of(epoch.Epoch.ToString(System.Globalization.CultureInfo.InvariantCulture)), DisplayCell.Of(epoch.Loss, $"J after {Epochs(epoch.Epoch)}")];
            if (epoch.HeldOutLoss is { } loss) row.Add(DisplayCell.Of(loss, $"held-out loss after {Epochs(epoch.Epoch)}"));
            row.AddRange(epoch.GradientNorms.Take(layers).Select(norm => DisplayCell.Of(norm)));
            row.AddRange(epoch.Watched.Take(watched.Count).Select((value, n) => DisplayCell.Of(value, watched[n])));
            return row;
        })]);
    }

    // 0, 1, 2, 5, 10, 20, 50, … and the last: a loss falls fast and then slowly
    static List<TrainingEpoch> Thinned(TrainingHistory history)
    {
        var shown = new SortedSet<int> { 0, history.Last.Epoch, history.Best.Epoch };
        for (var power = 1; power <= history.Last.Epoch; power = power > int.MaxValue / 10 ? int.MaxValue : power * 10)
        {
            foreach (var factor in (ReadOnlySpan<int>)[1, 2, 5])
                if ((long)power * factor <= history.Last.Epoch) shown.Add(power * factor);
            if (power == int.MaxValue) break;
        }
        return [.. shown.Select(epoch => history.Epochs[epoch])];
    }

    static string Epochs(int count) => count == 1 ? "1 epoch" : $"{count} epochs";

    static string Format(double loss) => NumberFormat.Default.Format(loss);
}
