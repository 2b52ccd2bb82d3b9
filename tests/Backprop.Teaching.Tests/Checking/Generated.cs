namespace Backprop.Teaching.Tests.Checking;

/// <summary>Small random networks with samples, every activation and loss among them.</summary>
static class Generated
{
    static readonly ActivationFunction[] Hidden = [ActivationFunction.Sigmoid, ActivationFunction.Tanh, ActivationFunction.ReLU, ActivationFunction.Identity];

    public static Example Example(long seed)
    {
        var random = new SeededRandom(seed * 7919);
        var inputs = 1 + random.Below(4);
        var layers = Enumerable.Range(0, 1 + random.Below(3)).Select(_ => (Units: 1 + random.Below(4), Activation: Hidden[random.Below(4)])).ToArray();
        var loss = LossFunction.All[random.Below(3)];
        layers[^1].Activation = loss == LossFunction.CrossEntropy ? ActivationFunction.Softmax : loss == LossFunction.BinaryCrossEntropy ? ActivationFunction.Sigmoid : ActivationFunction.Tanh;
        var network = Network.Create(WeightInitializer.Uniform(seed, 1), inputs, layers);
        var m = 1 + random.Below(4);
        double[] Row(int count, double from, double to) => [.. Enumerable.Range(0, count).Select(_ => random.Between(from, to))];
        var y = Enumerable.Range(0, m).Select(_ => Row(network.OutputCount, 0.1, 0.9)).ToArray();
        if (loss == LossFunction.CrossEntropy) y = [.. y.Select(row => row.Select(each => each / row.Sum()).ToArray())];
        var objective = new Objective
        {
            Loss = loss,
            WeightDecay = random.Below(2) * 0.3,
            OverOutputs = (Reduction)random.Below(2),
            OverSamples = (Reduction)random.Below(2),
            Decay = (DecayScaling)random.Below(3),
        };
        return Teaching.Example.Of(network, [.. Enumerable.Range(0, m).Select(_ => Row(inputs, -1, 1))], y, objective, 0.1, $"seed {seed}");
    }
}
