namespace Backprop.Teaching.Tests;

public class GeneratedNetsTests
{
    static readonly List<Example> Examples = [.. Enumerable.Range(0, GeneratedNets.Count).Select(GeneratedNets.FromSeed)];

    [Fact]
    public void Every_legal_output_and_loss_is_generated() => Assert.Equal(
        ["identity half_squared_error", "relu half_squared_error", "sigmoid binary_cross_entropy", "sigmoid half_squared_error", "softmax cross_entropy", "softmax half_squared_error", "tanh half_squared_error"],
        Examples.Select(example => $"{example.Network.Layers[^1].Activation} {example.Objective.Loss}").Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_convention_is_generated_with_every_other()
    {
        Assert.Equal(2 * 2 * 2 * 3 * 2, Examples.Select(example => (
            example.Objective.SquaredErrorFactor, example.Objective.OverOutputs, example.Objective.OverSamples, example.Objective.Decay, example.Objective.WeightDecay > 0)).Distinct().Count());
    }

    [Fact]
    public void Every_size_and_kind_of_bias_is_generated()
    {
        Assert.Equal([1, 2, 3, 4], Examples.Select(example => example.Network.LayerCount).Distinct().Order());
        Assert.Equal([1, 2, 3, 4, 5], Examples.Select(example => example.SampleCount).Distinct().Order());
        Assert.Equal([1, 2, 3, 4, 5, 6], Examples.SelectMany(example => example.Network.Layers).Select(layer => layer.Units).Distinct().Order());
        Assert.Equal(
            ["identity", "relu", "sigmoid", "tanh"],
            Examples.SelectMany(example => example.Network.Layers.SkipLast(1)).Select(layer => layer.Activation.Name).Distinct().Order(StringComparer.Ordinal));
        Assert.Contains(Examples, example => example.Network.Layers.All(layer => !layer.HasBias));
        Assert.Contains(Examples, example => !example.Network.TrainBias);
        Assert.Contains(Examples, example => example.LearningRate is null);
    }

    [Fact]
    public void A_failure_names_its_seed()
    {
        var error = Assert.ThrowsAny<Exception>(() => GeneratedNets.ForEach(example => Assert.NotEqual("seed 7", example.Name)));
        Assert.StartsWith("GeneratedNets.FromSeed(7), ", error.Message, StringComparison.Ordinal);
    }
}
