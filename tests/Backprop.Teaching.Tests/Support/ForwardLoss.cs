namespace Backprop.Teaching.Tests;

/// <summary>
/// The forward loss alone, with <see cref="Math"/> and plain sums: what finite differences are taken of. It shares nothing with
/// the library but the example's numbers, and any single number of them can be shifted.
/// </summary>
sealed class ForwardLoss(Example example)
{
    readonly double[][][] weights = [.. example.Network.Layers.Select(layer => layer.Weights.ToRowArrays())];
    readonly double[][] biases = [.. example.Network.Layers.Select(layer => layer.Biases?.ToArray() ?? new double[layer.Units])];

    /// <summary>The signs of z of every ReLU in the last pass: where they differ, a kink lies between.</summary>
    public List<bool> ReluSigns { get; } = [];

    /// <summary>J with one number shifted; its name is that of W, b, x, z or a, or null for none.</summary>
    public double Total(QuantityId? shifted, double by)
    {
        ReluSigns.Clear();
        var objective = example.Objective;
        var data = Enumerable.Range(0, example.SampleCount).Sum(i => Pass(i, shifted, by));
        var squares = 0.0;
        for (var l = 0; l < weights.Length; l++)
            for (var j = 0; j < weights[l].Length; j++)
                for (var k = 0; k < weights[l][j].Length; k++)
                    squares += Math.Pow(weights[l][j][k] + Shift(shifted, by, QuantityKind.Weights, l + 1, j, k, null), 2);
        var factor = objective.Decay switch { DecayScaling.HalfLambda => 0.5, DecayScaling.HalfLambdaPerSample => 0.5 / example.SampleCount, _ => 1 };
        return (objective.OverSamples == Reduction.Mean ? data / example.SampleCount : data) + (objective.WeightDecay * factor * squares);
    }

    /// <summary>J_i with one number shifted.</summary>
    public double OfSample(int sample, QuantityId? shifted, double by)
    {
        ReluSigns.Clear();
        return Pass(sample, shifted, by);
    }

    double Pass(int sample, QuantityId? shifted, double by)
    {
        double[] a = [.. example.Input(sample).Select((x, k) => x + Shift(shifted, by, QuantityKind.Input, null, k, null, sample))];
        for (var l = 1; l <= weights.Length; l++)
        {
            var (layer, input) = (l, a);
            double[] z = [.. weights[l - 1].Select((row, j) => row.Select((w, k) => (w + Shift(shifted, by, QuantityKind.Weights, layer, j, k, null)) * input[k]).Sum()
                + biases[layer - 1][j] + Shift(shifted, by, QuantityKind.Biases, layer, j, null, null) + Shift(shifted, by, QuantityKind.PreActivation, layer, j, null, sample))];
            a = [.. Activate(example.Network.Layer(l).Activation.Name, z).Select((each, j) => each + Shift(shifted, by, QuantityKind.Activation, layer, j, null, sample))];
        }
        return Loss(a, example.Target(sample).ToArray());
    }

    static double Shift(QuantityId? shifted, double by, QuantityKind kind, int? layer, int row, int? column, int? sample) =>
        shifted is { } id && id.Kind == kind && id == new QuantityId(kind, layer, row, column, sample) ? by : 0;

    IEnumerable<double> Activate(string function, double[] z)
    {
        if (function == "relu") ReluSigns.AddRange(z.Select(each => each > 0));
        return function switch
        {
            "sigmoid" => z.Select(each => 1 / (1 + Math.Exp(-each))),
            "tanh" => z.Select(Math.Tanh),
            "relu" => z.Select(each => Math.Max(each, 0)),
            "softmax" => z.Select(each => Math.Exp(each) / z.Sum(Math.Exp)),
            _ => z,
        };
    }

    double Loss(double[] a, double[] y)
    {
        var objective = example.Objective;
        var sum = a.Zip(y).Sum(pair => objective.Loss.Name switch
        {
            "cross_entropy" => -Part(pair.Second, pair.First),
            "binary_cross_entropy" => -Part(pair.Second, pair.First) - Part(1 - pair.Second, 1 - pair.First),
            _ => objective.SquaredErrorFactor * Math.Pow(pair.First - pair.Second, 2),
        });
        return objective.OverOutputs == Reduction.Mean ? sum / a.Length : sum;
    }

    static double Part(double weight, double a) => weight == 0 ? 0 : weight * Math.Log(a);
}
