namespace Backprop.Teaching;

/// <summary>The examples of the demonstrations that are no lesson's example.</summary>
/// <remarks>
/// <see cref="FirstNet"/>, <see cref="FiveLayersWithBiases"/>, <see cref="WeightDecay"/> and the softmax nets are golden cases.
/// For <see cref="SquareRows"/> and <see cref="ThreeByThree"/> the reference lists results and no weights; the weights here
/// are those of one decimal that give every one of its results. <see cref="FourLayers"/> is our own: its few listed results
/// do not determine its weights.
/// </remarks>
static class ErrataNets
{
    static readonly double[][] HiddenWeights = [[.1, .2, -.3], [.4, -.5, .6], [-.7, .8, .9], [.2, -.1, .5]];
    static readonly double[] HiddenBiases = [.1, -.2, .3, 0];
    static readonly double[][] ThreeInputs = [[.5, -.1, .8], [1, 0, -1], [-.3, .9, .4]];

    /// <summary>Text 000, 3-3-1, sigmoid.</summary>
    public static Example FirstNet { get; } = Example.Of(
        Network.Of(Layer.Sigmoid([[.1, .2, .3], [-.3, .4, -.5], [.6, -.7, .8]], [.1, -.2, .3]), Layer.Sigmoid([[.5, -.6, .7]], [-.1])),
        x: [[1, 2, 3], [.5, -.5, .1]], y: [[1], [0]], learningRate: 1, name: "first-net-3-3-1");

    /// <summary>Text 000, 3-2-2-2-2, sigmoid, with biases.</summary>
    public static Example FiveLayersWithBiases { get; } = Example.Of(
        Network.Of(
            Layer.Sigmoid([[.1, -.2, .3], [.4, .5, -.6]], [.1, -.1]),
            Layer.Sigmoid([[.7, -.8], [.9, .1]], [.2, .3]),
            Layer.Sigmoid([[.2, .3], [-.4, .5]], [-.2, .1]),
            Layer.Sigmoid([[.6, -.7], [.8, .9]], [.3, -.4])),
        x: [[1, .5, -.5], [.2, -.4, .6]], y: [[1, 0], [0, 1]], learningRate: .5, name: "five-layers-3-2-2-2-2-biases");

    /// <summary>Text 001, 2-2-2, tanh and identity: every matrix square, so that a missing transpose passes by shape.</summary>
    public static Example SquareRows { get; } = Example.Of(
        Network.Of(Layer.Tanh([[.3, .8], [-.6, .1]], [.1, -.1]), Layer.Identity([[.5, .4], [-.2, .9]], [.2, 0])),
        x: [[.5, -1], [1, .3]], y: [[1, 0], [0, 1]], name: "square-row-batch-2-2-2");

    /// <summary>Text 001, <see cref="Examples.RowBatch"/> with its first two samples: as many samples as outputs.</summary>
    public static Example TwoRows { get; } = Example.Of(
        Examples.RowBatch.Network, x: [[.5, -.1, .8], [1, 0, -1]], y: [[1, 0], [0, 1]], name: "row-batch-3-4-2-two-samples");

    /// <summary>Text 002, 2-3-4-2, sigmoid.</summary>
    public static Example FourLayers { get; } = Example.Of(
        Network.Of(
            Layer.Sigmoid([[.3, -.6], [.8, .1], [-.4, .7]], [.1, -.1, .2]),
            Layer.Sigmoid([[.5, -.4, .3], [-.2, .6, -.7], [.1, .9, -.5], [.8, -.3, .2]], [0, .2, -.2, .1]),
            Layer.Sigmoid([[.3, -.4, .5, .6], [-.2, .7, .1, -.8]], [.2, -.1])),
        x: [.6, -.2], y: [1, 0], name: "four-layers-2-3-4-2");

    /// <summary>Text 003, 3-4-2, sigmoid, weight decay.</summary>
    public static Example WeightDecay { get; } = Example.Of(
        Network.Of(Layer.Sigmoid(HiddenWeights, HiddenBiases), Layer.Sigmoid([[.3, -.4, .5, .6], [-.2, .7, .1, -.8]], [.2, -.1])),
        ThreeInputs, y: [[1, 0], [0, 1], [.5, .5]], new() { WeightDecay = .1 }, .5, "weight-decay-3-4-2");

    /// <summary>Text 003, 3-4-3, softmax outputs with squared error.</summary>
    public static Example SoftmaxSquaredError { get; } = Example.Of(
        Network.Of(Layer.Sigmoid(HiddenWeights, HiddenBiases), Layer.Softmax([[.3, -.4, .5, .6], [-.2, .7, .1, -.8], [.4, 0, -.3, .2]], [.1, 0, -.1])),
        ThreeInputs, y: [[1, 0, 0], [0, 0, 1], [0, 1, 0]], learningRate: .5, name: "softmax-squared-error-3-4-3");

    /// <summary>Text 003, the same net with cross-entropy.</summary>
    public static Example SoftmaxCrossEntropy { get; } = SoftmaxSquaredError with
    {
        Objective = new() { Loss = LossFunction.CrossEntropy },
        Name = "softmax-cross-entropy-3-4-3",
    };

    /// <summary>Text 004, 3-3-3-1, tanh, tanh and sigmoid, as many samples as units in a layer, so that a missing transpose passes by shape.</summary>
    public static Example ThreeByThree { get; } = Example.Of(
        Network.Of(
            Layer.Tanh([[.3, -.6, .2], [.8, .1, -.5], [-.4, .7, .9]], [.1, -.1, .2]),
            Layer.Tanh([[.5, -.2, .6], [.4, .9, -.3], [-.7, .1, .8]], [0, .2, -.2]),
            Layer.Sigmoid([[.6, -.8, .5]], [.1])),
        ThreeInputs, y: [[1], [0], [.4]], name: "column-batch-3-3-3-1");
}
