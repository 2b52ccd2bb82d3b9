namespace Backprop.Teaching;

/// <summary>How a network and a layer are shown: a line of sizes, then W and b.</summary>
static class NetworkView
{
    public static DisplayNode Of(Network network)
    {
        var nodes = new List<DisplayNode> { new HeadingNode($"Network {network.Shape}") };
        if (!network.TrainBias) nodes.Add(new TextNode("The biases are frozen: a step leaves them as they are."));
        for (var l = 1; l <= network.LayerCount; l++)
        {
            nodes.Add(new HeadingNode($"layer {l}: {Describe(network.Layer(l))}"));
            nodes.AddRange(Numbers(network.Layer(l), $"[{l}]", $"network.Layer({l})"));
        }
        return new StackNode(nodes);
    }

    /// <summary>A layer by itself does not know its number.</summary>
    public static DisplayNode Of(DenseLayer layer) => new StackNode([new HeadingNode(Describe(layer)), .. Numbers(layer, "", "layer")]);

    static string Describe(DenseLayer layer) => $"{layer.Units} {layer.Activation.Name}" + (layer.HasBias ? "" : ", no bias");

    static IEnumerable<DisplayNode> Numbers(DenseLayer layer, string number, string code)
    {
        yield return new LabelledNode("W" + number, MathNetView.NodeOf(layer.Units, layer.Inputs, (j, k) => DisplayCell.Of(layer.Weight(j, k), $"W{number}[{j},{k}] · {code}.Weight({j}, {k})")));
        if (layer.HasBias) yield return new LabelledNode("b" + number, MathNetView.NodeOf(layer.Units, 1, (j, _) => DisplayCell.Of(layer.Bias(j), $"b{number}[{j}] · {code}.Bias({j})")));
    }
}
