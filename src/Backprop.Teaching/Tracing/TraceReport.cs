namespace Backprop.Teaching;

/// <summary>All numbers of a trace on one sheet: for each sample z, a, f′, ∂J/∂a, δ, ΔW, Δb; then sums, means, decay, gradients and the step.</summary>
public sealed class TraceReport : Displayable
{
    readonly BackpropTrace trace;
    readonly int? sample;

    internal TraceReport(BackpropTrace trace, int? sample)
    {
        this.trace = trace;
        this.sample = sample;
    }

    internal override DisplayNode View()
    {
        var nodes = new List<DisplayNode> { new HeadingNode($"{trace.Example.Name}: {trace.Network.Shape}, {TraceView.Samples(trace.SampleCount)}") };
        for (var l = 1; l <= trace.LayerCount; l++)
        {
            nodes.Add(TraceView.Named(trace.Layer(l).Weights));
            if (trace.Network.Layer(l).HasBias) nodes.Add(TraceView.Named(trace.Layer(l).Biases));
        }
        foreach (var i in sample is { } one ? [one] : Enumerable.Range(0, trace.SampleCount)) nodes.AddRange(OfSample(trace.Sample(i)));
        nodes.Add(new HeadingNode(trace.SampleCount == 1 ? "over the one sample" : $"over the {trace.SampleCount} samples"));
        for (var l = trace.LayerCount; l >= 1; l--) nodes.AddRange(OfBatch(trace.Layer(l)));
        nodes.Add(TraceView.Losses(trace));
        if (trace.Example.LearningRate is not null) nodes.AddRange(OfStep(trace.Step()));
        return new StackNode(nodes);
    }

    IEnumerable<DisplayNode> OfSample(SampleTrace each)
    {
        yield return new HeadingNode($"sample {each.Index}");
        foreach (var node in TraceView.LayersOf(each, int.MaxValue)) yield return node;
        for (var l = trace.LayerCount; l >= 1; l--)
        {
            var layer = each.Layer(l);
            if (!layer.Layer.Activation.IsElementwise) yield return TraceView.Named(layer.ActivationJacobian);
            yield return TraceView.Named(layer.WeightGradient);
            if (layer.Layer.HasBias) yield return TraceView.Named(layer.BiasGradient);
        }
        yield return TraceView.Named(each.InputGradient);
    }

    static IEnumerable<DisplayNode> OfBatch(LayerTrace layer)
    {
        var bias = layer.Layer.HasBias;
        yield return TraceView.Named(layer.WeightGradientSum);
        if (bias) yield return TraceView.Named(layer.BiasGradientSum);
        yield return TraceView.Named(layer.WeightGradientMean);
        if (bias) yield return TraceView.Named(layer.BiasGradientMean);
        yield return TraceView.Named(layer.WeightDecayTerm);
        yield return TraceView.Named(layer.TotalWeightGradient);
        if (bias) yield return TraceView.Named(layer.TotalBiasGradient);
    }

    IEnumerable<DisplayNode> OfStep(UpdateStep step)
    {
        yield return new HeadingNode($"step with η = {NumberFormat.RoundTrip(step.LearningRate)}" + (trace.Network.TrainBias ? "" : ", biases frozen"));
        for (var l = 1; l <= trace.LayerCount; l++)
        {
            yield return TraceView.Named(step.Layer(l).WeightStep);
            yield return TraceView.Named(step.Layer(l).WeightsAfter);
            if (!trace.Network.Layer(l).HasBias) continue;
            yield return TraceView.Named(step.Layer(l).BiasStep);
            yield return TraceView.Named(step.Layer(l).BiasesAfter);
        }
        yield return TraceView.LossTable([step.DataLossAfter, step.DecayLossAfter, step.LossAfter]);
    }
}
