namespace Backprop.Teaching;

/// <summary>The numbers of a network diagram: those of one sample, or the means over all.</summary>
sealed class DiagramNumbers(BackpropTrace trace, int? sample)
{
    public BackpropTrace Trace => trace;

    public int? Sample => sample;

    public int LayerCount => trace.LayerCount;

    public string Whose => sample is { } i ? $"sample {i}" : $"the mean over {trace.SampleCount} samples";

    public double Loss => sample is { } i ? trace.Sample(i).Loss : trace.DataLoss;

    public int Units(int l) => l == 0 ? trace.Network.InputCount : trace.Network.Layer(l).Units;

    public double Input(int k) => Of(i => trace.Sample(i).Input[k]);

    public double Target(int j) => Of(i => trace.Sample(i).Target[j]);

    public double Z(int l, int j) => Of(i => trace.Sample(i).Layer(l).PreActivation[j]);

    public double A(int l, int j) => Of(i => trace.Sample(i).Layer(l).Activation[j]);

    public double Delta(int l, int j) => Of(i => trace.Sample(i).Layer(l).Delta[j]);

    public double Weight(int l, int j, int k) => trace.Network.Layer(l).Weight(j, k);

    public double Gradient(int l, int j, int k) => sample is { } i ? trace.Sample(i).Layer(l).WeightGradient[j, k] : trace.Layer(l).WeightGradientMean[j, k];

    double Of(Func<int, double> each)
    {
        if (sample is { } only) return each(only);
        var sum = 0.0;
        for (var i = 0; i < trace.SampleCount; i++) sum += each(i);
        return sum / trace.SampleCount;
    }
}
