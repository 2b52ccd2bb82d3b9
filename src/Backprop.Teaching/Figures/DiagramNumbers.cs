namespace Backprop.Teaching;

/// <summary>The numbers of a network diagram: those of one sample, or the means over all; or those that somebody has written down, NaN where there is none.</summary>
sealed class DiagramNumbers(BackpropTrace trace, int? sample, IReadOnlyDictionary<QuantityId, double>? written = null)
{
    public BackpropTrace Trace => trace;

    public int? Sample => sample;

    public int LayerCount => trace.LayerCount;

    public string Whose => written is not null ? "the sheet" : sample is { } i ? $"sample {i}" : $"the mean over {trace.SampleCount} samples";

    public double Loss => written is not null ? Written(new(QuantityKind.SampleLoss, Sample: sample)) : sample is { } i ? trace.Sample(i).Loss : trace.DataLoss;

    public int Units(int l) => l == 0 ? trace.Network.InputCount : trace.Network.Layer(l).Units;

    public double Input(int k) => Of(i => trace.Sample(i).Input[k]);

    public double Target(int j) => Of(i => trace.Sample(i).Target[j]);

    public double Z(int l, int j) => written is not null ? Written(new(QuantityKind.PreActivation, l, j, null, sample)) : Of(i => trace.Sample(i).Layer(l).PreActivation[j]);

    public double A(int l, int j) => written is not null ? Written(new(QuantityKind.Activation, l, j, null, sample)) : Of(i => trace.Sample(i).Layer(l).Activation[j]);

    public double Delta(int l, int j) => written is not null ? Written(new(QuantityKind.Delta, l, j, null, sample)) : Of(i => trace.Sample(i).Layer(l).Delta[j]);

    public double Weight(int l, int j, int k) => trace.Network.Layer(l).Weight(j, k);

    public double Gradient(int l, int j, int k) => written is not null ? WrittenGradient(l, j, k) : sample is { } i ? trace.Sample(i).Layer(l).WeightGradient[j, k] : trace.Layer(l).WeightGradientMean[j, k];

    double Written(QuantityId id) => written!.GetValueOrDefault(id, double.NaN);

    double WrittenGradient(int l, int j, int k) => ((QuantityKind[])[QuantityKind.WeightGradient, QuantityKind.WeightGradientMean, QuantityKind.TotalWeightGradient])
        .Select(kind => Written(new(kind, l, j, k, QuantityKindInfo.Of(kind).PerSample ? sample : null))).FirstOrDefault(double.IsFinite, double.NaN);

    double Of(Func<int, double> each)
    {
        if (sample is { } only) return each(only);
        var sum = 0.0;
        for (var i = 0; i < trace.SampleCount; i++) sum += each(i);
        return sum / trace.SampleCount;
    }
}
