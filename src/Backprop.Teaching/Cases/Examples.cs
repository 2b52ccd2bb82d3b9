namespace Backprop.Teaching;

/// <summary>The examples that the lessons use, embedded in the library; the same files lie in <c>data/examples</c>.</summary>
public static class Examples
{
    /// <summary>1-1-1-1, sigmoid, one sample: x = 0.6, y = 1, η = 0.5. Every gradient is a product of single numbers.</summary>
    /// <remarks>Source: document 002, part 1, one neuron per layer; the weights are our own.</remarks>
    public static Example Chain { get; } = Load("chain-1-1-1-1");

    /// <summary><see cref="Chain"/> with three samples: the loss is a mean.</summary>
    /// <remarks>Source: document 002, part 1; the weights are our own.</remarks>
    public static Example ChainThreeSamples { get; } = Load("chain-1-1-1-1-three-samples");

    /// <summary>3-4-2, sigmoid, one sample, η = 0.5: each hidden unit feeds two outputs, so its gradient is a sum over both.</summary>
    /// <remarks>Source: document 002, part 2, two outputs and four hidden units; the weights are our own.</remarks>
    public static Example TwoOutputs { get; } = Load("two-outputs-3-4-2");

    /// <summary><see cref="TwoOutputs"/> with four samples.</summary>
    /// <remarks>Source: document 002, part 2; the weights are our own.</remarks>
    public static Example TwoOutputsFourSamples { get; } = Load("two-outputs-3-4-2-four-samples");

    /// <summary>3-2-2-2-2, sigmoid, one sample, biases 0 and frozen, η = 0.5: two paths lead from each inner weight to the loss.</summary>
    /// <remarks>Source: document 000, the worked example with five layers; the weights and the two first sizes are our own.</remarks>
    public static Example FiveLayers { get; } = Load("five-layers-3-2-2-2-2");

    /// <summary>3-4-2, tanh and identity, four samples, η = 0.1: samples as the rows of a batch.</summary>
    /// <remarks>Source: document 001, the toy network; the weights are our own.</remarks>
    public static Example RowBatch { get; } = Load("row-batch-3-4-2");

    /// <summary>3-4-3, sigmoid and softmax with cross-entropy, three samples, weight decay λ = 0.1, η = 0.5: δ = a − y at the outputs.</summary>
    /// <remarks>Source: document 003, softmax outputs and weight decay; the weights are our own.</remarks>
    public static Example SoftmaxCrossEntropy { get; } = Load("softmax-cross-entropy-3-4-3");

    /// <summary>3-4-3-1, ReLU, ReLU and identity, five samples, η = 0.1: some units are off, and their gradients are 0.</summary>
    /// <remarks>Source: document 004, one output with squared error; the activations and weights are our own.</remarks>
    public static Example ReluRegression { get; } = Load("relu-regression-3-4-3-1");

    /// <summary>2-2-2, sigmoid, one sample: x = (0.05, 0.10), y = (0.01, 0.99), η = 0.5, biases frozen.</summary>
    /// <remarks>Source: M. Mazur, A Step by Step Backpropagation Example.</remarks>
    public static Example Mazur { get; } = Load("mazur-2-2-2");

    /// <summary>2-2-1, tanh and sigmoid, the four samples of exclusive or, η = 1: learned from these weights within 500 epochs.</summary>
    /// <remarks>Source: the weights are our own.</remarks>
    public static Example Xor { get; } = Load("xor-2-2-1");

    /// <summary>All of them, in the order in which they stand here.</summary>
    public static IReadOnlyList<Example> All { get; } =
        [Chain, ChainThreeSamples, TwoOutputs, TwoOutputsFourSamples, FiveLayers, RowBatch, SoftmaxCrossEntropy, ReluRegression, Mazur, Xor];

    /// <summary>One of them by its name: <c>Examples.Find("mazur-2-2-2")</c>, the name of its file in <c>data/examples</c>.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The example, or null if there is none of that name.</returns>
    public static Example? Find(string name) => All.FirstOrDefault(example => example.Name == name);

    static Example Load(string name)
    {
        using var resource = typeof(Examples).Assembly.GetManifestResourceStream($"examples/{name}.json")!;
        using var content = new MemoryStream();
        resource.CopyTo(content);
        return ExampleReader.Read(content.GetBuffer().AsSpan(0, (int)content.Length), name);
    }
}
