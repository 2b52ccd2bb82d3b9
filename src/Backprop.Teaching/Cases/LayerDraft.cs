namespace Backprop.Teaching;

/// <summary>What a file has said about one layer so far.</summary>
sealed class LayerDraft
{
    double[]? biases;
    bool hasBiases;

    public ActivationFunction? Activation { get; set; }

    public double[][]? Weights { get; set; }

    // null says that the layer has no bias, which is not the same as saying nothing
    public void SetBiases(double[]? values) => (biases, hasBiases) = (values, true);

    public DenseLayer ToLayer(int index)
    {
        var activation = Activation ?? throw Missing(index, "activation", "one of " + string.Join(", ", ActivationFunction.All.Select(each => Excerpt.Quoted(each.Name))));
        var weights = Weights ?? throw Missing(index, "W", "a list of rows, one for each unit");
        if (!hasBiases) throw Missing(index, "b", "a list of numbers, one for each unit, or null for a layer without bias");
        try
        {
            return Layer.Of(activation, weights, biases);
        }
        catch (InvalidInputException error)
        {
            throw error.InLayer(index);
        }
    }

    static InvalidInputException Missing(int index, string field, string expected) => new($"layers[{index}].{field}", $"layer {index + 1}", "no such field", expected);
}
