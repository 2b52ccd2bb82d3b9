namespace Backprop.Teaching;

/// <summary>The gradients over all samples of a trace, and what else follows from it. Computed when it is first asked for, once; means, decay and totals follow from the sums.</summary>
sealed class GradientSums(BackpropTrace trace)
{
    readonly Sums?[] sums = new Sums?[trace.LayerCount];
    double[]? inputGradients;
    UpdateStep? step;

    /// <summary>The step with the example's learning rate.</summary>
    public UpdateStep Step => LazyInitializer.EnsureInitialized(ref step, () => new(
        trace, trace.Example.LearningRate ?? throw new InvalidOperationException("The example has no learning rate: found a question for its step, expected trace.Step(0.5) or another rate.")));

    Objective Objective => trace.Example.Objective;

    public Func<int, int, double> Sum(int l)
    {
        var of = Of(l);
        return (j, k) => of.Weights[(k * of.Stride) + j];
    }

    public Func<int, double> BiasSum(int l)
    {
        var of = Of(l);
        return j => of.Biases[j];
    }

    public Func<int, int, double> Mean(int l)
    {
        var sum = Sum(l);
        return (j, k) => sum(j, k) / trace.SampleCount;
    }

    public Func<int, double> BiasMean(int l)
    {
        var sum = BiasSum(l);
        return j => sum(j) / trace.SampleCount;
    }

    public Func<int, int, double> Decay(int l)
    {
        var layer = trace.Network.Layer(l);
        var factor = Objective.DecayGradientFactor(trace.SampleCount);
        return (j, k) => factor * layer.Weight(j, k);
    }

    public Func<int, int, double> Total(int l)
    {
        var data = Objective.OverSamples == Reduction.Mean ? Mean(l) : Sum(l);
        var decay = Decay(l);
        return (j, k) => data(j, k) + decay(j, k);
    }

    public Func<int, double> TotalBias(int l) => Objective.OverSamples == Reduction.Mean ? BiasMean(l) : BiasSum(l);

    /// <summary>∂J_i/∂x of one sample.</summary>
    public ReadOnlyMemory<double> InputGradient(int sample)
    {
        var width = trace.Network.InputCount;
        var stride = SampleRows.Padded(width);
        var all = LazyInitializer.EnsureInitialized(ref inputGradients, () => BatchGradients.OfInputs(trace));
        var gradient = all.AsMemory(sample * stride, width);
        for (var k = 0; k < width; k++)
            if (!double.IsFinite(gradient.Span[k])) throw new NumericOverflowException(new(QuantityKind.InputGradient, Row: k, Sample: sample));
        return gradient;
    }

    /// <summary>The sums of a layer as they lie in memory.</summary>
    public Sums Of(int l) => LazyInitializer.EnsureInitialized(ref sums[l - 1], () => Checked(l, BatchGradients.OfLayer(trace, l)));

    Sums Checked(int l, Sums of)
    {
        var layer = trace.Network.Layer(l);
        for (var k = 0; k < layer.Inputs; k++)
            for (var j = 0; j < layer.Units; j++)
                if (!double.IsFinite(of.Weights[(k * of.Stride) + j])) throw new NumericOverflowException(new(QuantityKind.WeightGradientSum, l, j, k));
        for (var j = 0; j < layer.Units; j++)
            if (!double.IsFinite(of.Biases[j])) throw new NumericOverflowException(new(QuantityKind.BiasGradientSum, l, j));
        return of;
    }

    /// <summary>Σ ΔW of a layer as [in × out padded], and Σ Δb.</summary>
    public sealed record Sums(ArraySegment<double> Weights, int Stride, ArraySegment<double> Biases);
}
