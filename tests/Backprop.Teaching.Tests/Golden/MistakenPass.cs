namespace Backprop.Teaching.Tests.Golden;

/// <summary>
/// A small backpropagation of its own, with <see cref="Math"/> and plain sums, that makes one chosen mistake; without one it
/// is right. It hands out its numbers under the names of the golden cases. Indices of layers: 0 is layer 1.
/// </summary>
sealed class MistakenPass
{
    readonly Example example;
    readonly Mistake mistake;
    readonly Dictionary<string, double> numbers = [];
    readonly double[][][] weights;
    readonly double[][] biases;
    readonly string[] functions;
    readonly int m;
    double[][] outputWeights = [];

    MistakenPass(Example example, Mistake mistake)
    {
        this.example = example;
        this.mistake = mistake;
        m = example.SampleCount;
        weights = [.. example.Network.Layers.Select(layer => layer.Weights.ToRowArrays())];
        biases = [.. example.Network.Layers.Select(layer => layer.Biases!.ToArray())];
        functions = [.. example.Network.Layers.Select(layer => layer.Activation.Name)];
    }

    int Last => weights.Length - 1;

    double Lambda => example.Objective.WeightDecay;

    double Rate => example.LearningRate!.Value;

    public static IReadOnlyDictionary<string, double> Run(Example example, Mistake mistake)
    {
        var pass = new MistakenPass(example, mistake);
        pass.Run();
        return pass.numbers;
    }

    void Run()
    {
        outputWeights = weights[Last];
        var first = Enumerable.Range(0, m).Select(Backward).ToArray();
        // the mistake needs the step of the output layer before the hidden layers' turn
        if (mistake == Mistake.OutputWeightsOverwrittenFirst)
        {
            outputWeights = Moved(weights[Last], MeanGradient(first, Last));
            first = [.. Enumerable.Range(0, m).Select(Backward)];
        }
        var dataLoss = 0.0;
        for (var i = 0; i < m; i++) dataLoss += first[i].Loss / m;
        for (var i = 0; i < m; i++) Publish(first[i], i);
        var (newWeights, newBiases) = PublishBatch(first);
        PublishLosses("dataLoss", "regLoss", "J", dataLoss, weights);
        var after = Enumerable.Range(0, m).Sum(i => LossOf(Forward(newWeights, newBiases, i).A[^1], i)) / m;
        PublishLosses("newDataLoss", "newRegLoss", "newJ", after, newWeights);
    }

    (double[][] Z, double[][] A) Forward(double[][][] w, double[][] b, int sample)
    {
        var z = new double[w.Length][];
        var a = new double[w.Length + 1][];
        a[0] = example.Input(sample).ToArray();
        for (var l = 0; l < w.Length; l++)
        {
            var offset = mistake == Mistake.BiasDroppedInZ ? new double[b[l].Length] : b[l];
            z[l] = [.. w[l].Select((row, j) => row.Zip(a[l], (weight, input) => weight * input).Sum() + offset[j])];
            var total = z[l].Sum(Math.Exp);
            a[l + 1] = [.. z[l].Select(each => functions[l] == "softmax" ? Math.Exp(each) / total : Value(functions[l], each))];
        }
        return (z, a);
    }

    SamplePass Backward(int sample)
    {
        var (z, a) = Forward(weights, biases, sample);
        var pass = new SamplePass(z, a, new double[Last + 1][], new double[Last + 2][], new double[Last + 1][], LossOf(a[^1], sample));
        for (var l = 0; l <= Last; l++) pass.FPrime[l] = functions[l] == "softmax" ? [] : [.. z[l].Select((each, j) => Derivative(functions[l], mistake == Mistake.DerivativeAtAInsteadOfZ ? a[l + 1][j] : each))];
        Output(pass, example.Target(sample).ToArray());
        for (var l = Last; l >= 0; l--)
        {
            if (mistake == Mistake.MeanTakenAtEveryLayer) pass.Delta[l] = [.. pass.Delta[l].Select(each => each / m)];
            pass.DA[l] = Propagate(l, pass.Delta[l]);
            if (l == 0) break;
            pass.Delta[l - 1] = mistake == Mistake.DerivativeOmittedInHiddenLayers ? pass.DA[l] : Times(pass.DA[l], pass.FPrime[l - 1]);
        }
        return pass;
    }

    void Output(SamplePass pass, double[] y)
    {
        var a = pass.A[^1];
        if (mistake == Mistake.TargetOfAnotherOutput) y = [.. y.Skip(1), y[0]];
        var difference = a.Select((each, j) => mistake == Mistake.MinusSignMissing ? y[j] - each : each - y[j]).ToArray();
        var entropy = example.Objective.Loss == LossFunction.CrossEntropy;
        pass.DA[^1] = entropy ? [.. a.Select((each, j) => mistake == Mistake.MinusSignMissing ? y[j] / each : -y[j] / each)] : difference;
        pass.Delta[^1] = (functions[Last], mistake) switch
        {
            ("softmax", Mistake.SoftmaxDerivativeTakenElementwise) => Times(pass.DA[^1], [.. a.Select(each => each * (1 - each))]),
            ("softmax", Mistake.SoftmaxDeltaTimesDerivative) when entropy => Times(difference, [.. a.Select(each => each * (1 - each))]),
            ("softmax", _) when entropy => difference,
            ("softmax", _) => [.. a.Select((_, k) => a.Select((_, j) => Jacobian(a, j, k) * pass.DA[^1][j]).Sum())],
            (_, Mistake.DerivativeTwiceAtTheOutput) => Times(Times(pass.DA[^1], pass.FPrime[^1]), pass.FPrime[^1]),
            _ => Times(pass.DA[^1], pass.FPrime[^1]),
        };
    }

    // Wᵀ δ; the mistakes are made on the way into hidden layers, not into the input
    double[] Propagate(int l, double[] delta)
    {
        var w = l == Last && l > 0 ? outputWeights : weights[l];
        var terms = (int k) => w.Select((row, j) => row[k] * delta[j]);
        return [.. w[0].Select((_, k) => (l > 0 ? mistake : Mistake.None) switch
        {
            Mistake.TransposeMissing when w.Length == w[0].Length => w[k].Zip(delta, (weight, each) => weight * each).Sum(),
            Mistake.SumOverNextLayerMissing => terms(k).Last(),
            _ => terms(k).Sum(),
        })];
    }

    (double[][][] Weights, double[][] Biases) PublishBatch(SamplePass[] passes)
    {
        var newWeights = new double[Last + 1][][];
        var newBiases = new double[Last + 1][];
        var counted = mistake == Mistake.SampleZeroSkipped ? passes[1..] : passes;
        for (var l = 0; l <= Last; l++)
        {
            var source = mistake == Mistake.LastLayersGradientSummedEverywhere && SameShape(weights[l], weights[Last]) ? Last : l;
            var (mean, layer) = (mistake == Mistake.MeanForgotten ? 1 : m, l);
            var sum = Map(weights[l], (j, k) => counted.Sum(pass => pass.Delta[source][j] * pass.A[source][k]));
            double[] sumB = [.. biases[l].Select((_, j) => counted.Sum(pass => pass.Delta[layer][j]))];
            var decay = Map(weights[l], (j, k) => weights[layer][j][k] * (mistake switch
            {
                Mistake.DecayDividedBySamples => Lambda / m,
                Mistake.DecayDoubled => 2 * Lambda,
                Mistake.DecayOmitted => 0,
                _ => Lambda,
            }));
            var gradient = Map(weights[l], (j, k) => (sum[j][k] / mean) + decay[j][k]);
            double[] gradientB = [.. sumB.Select((each, j) => (each / mean) + (mistake == Mistake.DecayOnBiases ? Lambda * biases[layer][j] : 0))];
            newWeights[l] = Moved(weights[l], gradient);
            var frozen = !example.Network.TrainBias && mistake != Mistake.FrozenBiasesTrained;
            newBiases[l] = [.. biases[l].Select((each, j) => frozen ? each : each - (Rate * gradientB[j]))];
            Publish("sumdW", l, sum);
            Publish("meandW", l, Map(sum, (j, k) => sum[j][k] / mean));
            Publish("regW", l, decay);
            Publish("gradW", l, gradient);
            Publish("newW", l, newWeights[l]);
            Publish("sumdb", l, sumB);
            Publish("meandb", l, [.. sumB.Select(each => each / mean)]);
            Publish("gradb", l, gradientB);
            Publish("newb", l, newBiases[l]);
        }
        return (newWeights, newBiases);
    }

    void Publish(SamplePass pass, int sample)
    {
        var at = $"@{sample}";
        for (var l = 0; l <= Last; l++)
        {
            var layer = l;
            Publish("z", l, pass.Z[l], at);
            Publish("a", l, pass.A[l + 1], at);
            Publish("fprime", l, pass.FPrime[l], at);
            if (functions[l] == "softmax") Publish("jacobian", l, [.. pass.A[^1].Select((_, j) => pass.A[^1].Select((_, k) => Jacobian(pass.A[^1], j, k)).ToArray())], at);
            Publish("dA", l, pass.DA[l + 1], at);
            Publish("delta", l, pass.Delta[l], at);
            Publish("db", l, pass.Delta[l], at);
            Publish("dW", l, Map(weights[l], (j, k) => pass.Delta[layer][j] * pass.A[layer][k]), at);
        }
        for (var k = 0; k < pass.DA[0].Length; k++) numbers[$"dx[{k}]{at}"] = pass.DA[0][k];
        numbers["loss" + at] = pass.Loss;
    }

    void PublishLosses(string data, string decay, string total, double dataLoss, double[][][] w)
    {
        numbers[data] = dataLoss;
        numbers[decay] = Lambda / 2 * w.Sum(layer => layer.Sum(row => row.Sum(each => each * each)));
        numbers[total] = numbers[data] + numbers[decay];
    }

    void Publish(string name, int l, double[] values, string at = "")
    {
        for (var j = 0; j < values.Length; j++) numbers[$"{name}[{l + 1}][{j}]{at}"] = values[j];
    }

    void Publish(string name, int l, double[][] values, string at = "")
    {
        for (var j = 0; j < values.Length; j++)
            for (var k = 0; k < values[j].Length; k++)
                numbers[$"{name}[{l + 1}][{j},{k}]{at}"] = values[j][k];
    }

    double LossOf(double[] a, int sample) => example.Objective.Loss == LossFunction.CrossEntropy
        ? -a.Zip(example.Target(sample), (each, y) => y * Math.Log(each)).Sum()
        : a.Zip(example.Target(sample), (each, y) => (each - y) * (each - y) / 2).Sum();

    double[][] MeanGradient(SamplePass[] passes, int l) => Map(weights[l], (j, k) => (passes.Sum(pass => pass.Delta[l][j] * pass.A[l][k]) / m) + (Lambda * weights[l][j][k]));

    double[][] Moved(double[][] w, double[][] gradient) => Map(w, (j, k) => w[j][k] - (Rate * gradient[j][k]));

    static double[][] Map(double[][] shape, Func<int, int, double> entry) => [.. shape.Select((row, j) => row.Select((_, k) => entry(j, k)).ToArray())];

    static bool SameShape(double[][] left, double[][] right) => left.Length == right.Length && left[0].Length == right[0].Length;

    static double[] Times(double[] left, double[] right) => [.. left.Zip(right, (l, r) => l * r)];

    static double Jacobian(double[] a, int j, int k) => a[j] * ((j == k ? 1 : 0) - a[k]);

    static double Value(string function, double z) => function switch
    {
        "sigmoid" => 1 / (1 + Math.Exp(-z)),
        "tanh" => Math.Tanh(z),
        "relu" => Math.Max(z, 0),
        _ => z,
    };

    static double Derivative(string function, double z) => function switch
    {
        "sigmoid" => Value("sigmoid", z) * (1 - Value("sigmoid", z)),
        "tanh" => 1 - (Math.Tanh(z) * Math.Tanh(z)),
        "relu" => z > 0 ? 1 : 0,
        _ => 1,
    };

    /// <summary>One sample: <c>A</c> and <c>DA</c> start with the input, the others with layer 1.</summary>
    sealed record SamplePass(double[][] Z, double[][] A, double[][] FPrime, double[][] DA, double[][] Delta, double Loss);
}
