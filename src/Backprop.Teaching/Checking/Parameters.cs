namespace Backprop.Teaching;

/// <summary>The weights and biases of a network by their names.</summary>
static class Parameters
{
    /// <summary>All of them: layer by layer, the rows of W, then b.</summary>
    public static IEnumerable<QuantityId> Of(Network network)
    {
        for (var l = 1; l <= network.LayerCount; l++)
        {
            var layer = network.Layer(l);
            for (var j = 0; j < layer.Units; j++)
                for (var k = 0; k < layer.Inputs; k++)
                    yield return new(QuantityKind.Weights, l, j, k);
            if (!layer.HasBias) continue;
            for (var j = 0; j < layer.Units; j++) yield return new(QuantityKind.Biases, l, j);
        }
    }

    public static int CountOf(Network network) => network.Layers.Sum(layer => (layer.Units * layer.Inputs) + (layer.HasBias ? layer.Units : 0));

    public static double Value(Network network, QuantityId id)
    {
        var layer = network.Layer(id.Layer!.Value);
        return id.Kind == QuantityKind.Weights ? layer.Weight(id.Row!.Value, id.Column!.Value) : layer.Bias(id.Row!.Value);
    }

    public static Network With(Network network, QuantityId id, double value)
    {
        var layer = network.Layer(id.Layer!.Value);
        return network.WithLayer(id.Layer.Value, id.Kind == QuantityKind.Weights ? layer.WithWeight(id.Row!.Value, id.Column!.Value, value) : layer.WithBias(id.Row!.Value, value));
    }

    /// <summary>One weight or bias by its name; any other name is an error that says what was expected.</summary>
    public static QuantityId Find(Network network, string name)
    {
        var id = QuantityId.Parse(name);
        if (id.Kind is not (QuantityKind.Weights or QuantityKind.Biases)) throw new UnknownQuantityException(name, $"{id.KindName} is no parameter, expected one number of W or b.");
        if (!id.IsScalar) throw new UnknownQuantityException(name, "found a whole vector or matrix, expected one number: add the last bracket.");
        try
        {
            _ = Value(network, id);
            return id;
        }
        catch (Exception error) when (error is ArgumentOutOfRangeException or InvalidOperationException)
        {
            throw new UnknownQuantityException(name, error.Message.Split('\r', '\n', '(')[0].Trim());
        }
    }
}
