using Xunit.Sdk;

namespace Backprop.Teaching.Tests;

/// <summary>Examples from a seed: every legal combination of activations, loss and conventions; depth 1–4, widths 1–6, m 1–5.</summary>
static class GeneratedNets
{
    public const int Count = 300;

    static readonly ActivationFunction[] Hidden = [ActivationFunction.Sigmoid, ActivationFunction.Tanh, ActivationFunction.ReLU, ActivationFunction.Identity];

    /// <summary>Runs a check on the examples of the seeds 0…count−1; a failure says which seed.</summary>
    public static void ForEach(Action<Example> check, int count = Count)
    {
        for (var seed = 0; seed < count; seed++)
        {
            var example = FromSeed(seed);
            try
            {
                check(example);
            }
            catch (Exception error)
            {
                throw new XunitException($"GeneratedNets.FromSeed({seed}), {Describe(example)}: {error.Message}", error);
            }
        }
    }

    public static Example FromSeed(int seed)
    {
        var random = new Random(seed);
        var depth = random.Next(1, 5);
        var output = ActivationFunction.All[random.Next(5)];
        var inputs = random.Next(1, 7);
        var layers = new List<DenseLayer>();
        for (var l = 1; l <= depth; l++)
        {
            var activation = l == depth ? output : Hidden[random.Next(4)];
            layers.Add(OneLayer(random, activation, random.Next(1, 7), l == 1 ? inputs : layers[^1].Units));
        }
        var network = Network.Of([.. layers]) with { TrainBias = random.Next(4) > 0 };
        var objective = OneObjective(random, output);
        var m = random.Next(1, 6);
        return Example.Of(
            network,
            [.. Enumerable.Range(0, m).Select(_ => Numbers(random, inputs, 1))],
            [.. Enumerable.Range(0, m).Select(_ => Target(random, objective.Loss, network.OutputCount))],
            objective, random.Next(4) > 0 ? 0.1 + random.NextDouble() : null, $"seed {seed}");
    }

    public static string Describe(Example example) =>
        $"{example.Network.Shape} {string.Join(' ', example.Network.Layers.Select(layer => layer.Activation.Name + (layer.HasBias ? "" : " without bias")))}, "
        + $"{example.Objective.Loss.Name} ×{(example.Objective.SquaredErrorFactor == 1 ? "1" : "½")}, {example.Objective.OverOutputs} over outputs, "
        + $"{example.Objective.OverSamples} over {example.SampleCount} samples, decay {NumberFormat.RoundTrip(example.Objective.WeightDecay)} {example.Objective.Decay}";

    static DenseLayer OneLayer(Random random, ActivationFunction activation, int units, int inputs) => Layer.Of(
        activation,
        [.. Enumerable.Range(0, units).Select(_ => Numbers(random, inputs, 1.5 / Math.Sqrt(inputs)))],
        random.Next(4) > 0 ? Numbers(random, units, 0.5) : null);

    static Objective OneObjective(Random random, ActivationFunction output)
    {
        LossFunction[] legal = [LossFunction.SquaredError, output == ActivationFunction.Softmax ? LossFunction.CrossEntropy
            : output == ActivationFunction.Sigmoid ? LossFunction.BinaryCrossEntropy : LossFunction.SquaredError];
        return new()
        {
            Loss = legal[random.Next(2)],
            WeightDecay = random.Next(2) * 0.3 * random.NextDouble(),
            SquaredErrorFactor = random.Next(2) == 0 ? 0.5 : 1,
            OverOutputs = (Reduction)random.Next(2),
            OverSamples = (Reduction)random.Next(2),
            Decay = (DecayScaling)random.Next(3),
        };
    }

    static double[] Target(Random random, LossFunction loss, int outputs)
    {
        // at times a hard target, 0 or 1, where the entropies leave terms out
        var hard = random.Next(2) == 0;
        if (loss == LossFunction.BinaryCrossEntropy) return [.. Enumerable.Range(0, outputs).Select(_ => hard ? random.Next(2) : random.NextDouble())];
        if (loss != LossFunction.CrossEntropy) return Numbers(random, outputs, 1);
        var winner = random.Next(outputs);
        double[] shares = [.. Enumerable.Range(0, outputs).Select(j => hard ? (j == winner ? 1 : 0) : 0.1 + random.NextDouble())];
        return [.. shares.Select(share => share / shares.Sum())];
    }

    static double[] Numbers(Random random, int count, double most) => [.. Enumerable.Range(0, count).Select(_ => most * ((2 * random.NextDouble()) - 1))];
}
