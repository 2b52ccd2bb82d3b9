using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>How large the gradient is in each layer: whether it vanishes or explodes on its way back.</summary>
public static class GradientFlowFigures
{
    const int Bins = 12;

    /// <summary>‖∂J/∂W⁽ˡ⁾‖ of each layer at one moment, on a logarithmic axis: <c>trace.GradientFlowFigure()</c>.</summary>
    /// <param name="trace">The trace.</param>
    /// <returns>A figure.</returns>
    public static Figure GradientFlowFigure(this BackpropTrace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ImmutableArray<double> norms = [.. Enumerable.Range(1, trace.LayerCount).Select(l => trace.Layer(l).TotalWeightGradient.FrobeniusNorm)];
        var bars = new BarTrace("‖∂J/∂W‖", Grid.Count(norms.Length), norms) { Labels = [.. norms.Select(InWords.Number)] };
        var panel = new FigurePanel(new("layer") { Labels = [.. Enumerable.Range(1, norms.Length).Select(InWords.Plain)] }, new("‖∂J/∂W⁽ˡ⁾‖, logarithmic") { IsLog = true }, bars);
        return new($"Gradient flow in {trace.Example.Name}", $"Norm of ∂J/∂W from layer 1 to layer {norms.Length}: {string.Join(", ", norms.Select(InWords.Number))}. {Ratio(norms)}", panel);
    }

    /// <summary>‖∂J/∂W⁽ˡ⁾‖ of each layer over the epochs, on a logarithmic axis: <c>history.GradientFlowFigure()</c>.</summary>
    /// <param name="history">The training. Beyond 1000 epochs the lines are thinned; their extremes stay.</param>
    /// <returns>A figure.</returns>
    public static Figure GradientFlowFigure(this TrainingHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        var layers = Enumerable.Range(1, history.Example.Network.LayerCount).ToList();
        var alt = string.Join(" ", layers.Select(l => $"Layer {l}: {InWords.Number(history.GradientNorms(l)[0])} before training, {InWords.Number(history.GradientNorms(l)[^1])} after {InWords.Of(history.Last.Epoch, "epoch")}, largest {InWords.Number(history.GradientNorms(l).Max())}."));
        var panel = new FigurePanel(new("epoch"), new("‖∂J/∂W⁽ˡ⁾‖, logarithmic") { IsLog = true }, [.. layers.Select(l => Thinning.Line($"layer {l}", history.GradientNorms(l)))]);
        return new($"Gradient norms of {history.Example.Name}", "Norm of ∂J/∂W. " + alt + " At the end: " + Ratio(history.Last.GradientNorms), panel);
    }

    /// <summary>How the δ of each layer are distributed over its units and all samples: <c>trace.DeltaHistogramFigure()</c>.</summary>
    /// <param name="trace">The trace.</param>
    /// <returns>A figure with a histogram for each layer, all over the same range.</returns>
    public static Figure DeltaHistogramFigure(this BackpropTrace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        var deltas = Enumerable.Range(1, trace.LayerCount).Select(l => Enumerable.Range(0, trace.SampleCount).SelectMany(i => trace.Sample(i).Layer(l).Delta.ToArray()).ToList()).ToList();
        var most = deltas.Max(layer => layer.Max(Math.Abs)) is > 0 and var largest ? largest : 1;
        var alt = string.Join(" ", deltas.Select((layer, l) => $"Layer {l + 1}: {layer.Count} δ from {InWords.Number(layer.Min())} to {InWords.Number(layer.Max())}, mean |δ| {InWords.Number(layer.Average(Math.Abs))}."));
        return new($"Histogram of δ in {trace.Example.Name}", "δ over all units and samples. " + alt, [.. deltas.Select((layer, l) => Histogram(layer, most) with { Title = $"layer {l + 1}", Width = 216, Height = 180 })]);
    }

    static FigurePanel Histogram(List<double> values, double most)
    {
        var width = 2 * most / Bins;
        var counts = new double[Bins];
        foreach (var value in values) counts[Math.Clamp((int)Math.Floor((value + most) / width), 0, Bins - 1)]++;
        var bars = new BarTrace("", [.. Enumerable.Range(0, Bins).Select(i => -most + ((i + 0.5) * width))], [.. counts])
        {
            Width = width * 0.94,
            Labels = [.. counts.Select(count => count > 0 ? InWords.Plain((int)count) : "")],
        };
        return new(new("δ = ∂Jᵢ/∂z"), new("units × samples"), bars);
    }

    static string Ratio(ImmutableArray<double> norms)
    {
        var (first, last) = (norms[0], norms[^1]);
        if (norms.Length < 2) return "There is one layer.";
        if (first == 0 || last == 0) return first == last ? "Both are 0." : first == 0 ? "In layer 1 it is 0." : "In the last layer it is 0.";
        return first < last
            ? $"In layer 1 it is {InWords.Number(last / first)} times smaller than in layer {norms.Length}."
            : $"In layer 1 it is {InWords.Number(first / last)} times as large as in layer {norms.Length}.";
    }
}
