namespace Backprop.Teaching;

/// <summary>The gradients over all samples of a trace. The sums are computed when they are first asked for, once; means, decay and totals follow from them.</summary>
sealed class GradientSums
{
    readonly BackpropTrace trace;
    readonly Lazy<double[]>[] weightSums;
    readonly Lazy<double[]>[] biasSums;

    public GradientSums(BackpropTrace trace)
    {
        this.trace = trace;
        weightSums = [.. Enumerable.Range(1, trace.Network.LayerCount).Select(l => new Lazy<double[]>(() => SumWeights(l)))];
        biasSums = [.. Enumerable.Range(1, trace.Network.LayerCount).Select(l => new Lazy<double[]>(() => SumBiases(l)))];
    }

    Objective Objective => trace.Example.Objective;

    public Func<int, int, double> Sum(int l)
    {
        var sums = weightSums[l - 1].Value;
        var units = trace.Network.Layer(l).Units;
        return (j, k) => sums[(k * units) + j];
    }

    public Func<int, double> BiasSum(int l)
    {
        var sums = biasSums[l - 1].Value;
        return j => sums[j];
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

    // Σ_i δ_j a_k: one chain over the samples in their order, column-major like W
    double[] SumWeights(int l)
    {
        var layer = trace.Network.Layer(l);
        var sums = new double[layer.Units * layer.Inputs];
        for (var i = 0; i < trace.SampleCount; i++)
        {
            var delta = trace.Block[TracePart.Delta, l, i];
            var input = trace.InputOf(l, i).Span;
            for (var k = 0; k < input.Length; k++)
            {
                var column = sums.AsSpan(k * layer.Units, layer.Units);
                for (var j = 0; j < column.Length; j++) column[j] = Math.FusedMultiplyAdd(delta[j], input[k], column[j]);
            }
        }
        for (var n = 0; n < sums.Length; n++)
            if (!double.IsFinite(sums[n])) throw new NumericOverflowException(new(QuantityKind.WeightGradientSum, l, n % layer.Units, n / layer.Units));
        return sums;
    }

    double[] SumBiases(int l)
    {
        var sums = new double[trace.Network.Layer(l).Units];
        for (var i = 0; i < trace.SampleCount; i++)
        {
            var delta = trace.Block[TracePart.Delta, l, i];
            for (var j = 0; j < sums.Length; j++) sums[j] += delta[j];
        }
        for (var j = 0; j < sums.Length; j++)
            if (!double.IsFinite(sums[j])) throw new NumericOverflowException(new(QuantityKind.BiasGradientSum, l, j));
        return sums;
    }
}
