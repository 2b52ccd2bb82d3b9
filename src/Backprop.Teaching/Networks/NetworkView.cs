namespace Backprop.Teaching;

/// <summary>How a network is shown: a line of sizes, then W and b of each layer.</summary>
static class NetworkView
{
    public static DisplayNode Of(Network network)
    {
        var nodes = new List<DisplayNode> { new HeadingNode($"Network {network.Shape}") };
        if (!network.TrainBias) nodes.Add(new TextNode("The biases are frozen: a step leaves them as they are."));
        for (var l = 1; l <= network.LayerCount; l++)
        {
            var layer = network.Layer(l);
            nodes.Add(new HeadingNode($"layer {l}: {layer.Units} {layer.Activation.Name}" + (layer.HasBias ? "" : ", no bias")));
            var number = l;
            nodes.Add(new LabelledNode($"W[{l}]", MathNetView.NodeOf(layer.Units, layer.Inputs, (j, k) => DisplayCell.Of(layer.Weight(j, k), $"W[{number}][{j},{k}] · network.Layer({number}).Weight({j}, {k})"))));
            if (layer.HasBias)
                nodes.Add(new LabelledNode($"b[{l}]", MathNetView.NodeOf(layer.Units, 1, (j, _) => DisplayCell.Of(layer.Bias(j), $"b[{number}][{j}] · network.Layer({number}).Bias({j})"))));
        }
        return new StackNode(nodes);
    }
}
