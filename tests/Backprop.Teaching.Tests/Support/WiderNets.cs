namespace Backprop.Teaching.Tests;

/// <summary>Seeded examples of any shape and number of samples, beyond what <see cref="GeneratedNets"/> makes.</summary>
static class WiderNets
{
    public static Example Of(int samples, ActivationFunction activation, params int[] sizes)
    {
        var random = new Random(samples);
        var network = Network.Create(WeightInitializer.Xavier(samples), sizes[0], [.. sizes.Skip(1).Select(units => (units, activation))]);
        double[][] Rows(int width) => [.. Enumerable.Range(0, samples).Select(_ => Enumerable.Range(0, width).Select(_ => (2 * random.NextDouble()) - 1).ToArray())];
        return Example.Of(network, Rows(sizes[0]), Rows(sizes[^1]), new() { WeightDecay = 0.01 }, 0.1);
    }
}
