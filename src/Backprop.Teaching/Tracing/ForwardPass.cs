namespace Backprop.Teaching;

/// <summary>z, a, f′(z) of each layer and the loss, sample by sample.</summary>
static class ForwardPass
{
    public static void Run(Example example, TraceBlock block)
    {
        var network = example.Network;
        for (var i = 0; i < example.SampleCount; i++)
        {
            var input = example.InputRows[i];
            for (var l = 1; l <= network.LayerCount; l++)
            {
                RunLayer(network.Layer(l), input, block, l, i);
                input = block[TracePart.Activation, l, i];
            }
            block.Losses[i] = example.Objective.SampleLoss(input, example.TargetRows[i]);
            if (!double.IsFinite(block.Losses[i])) throw new NumericOverflowException(new(QuantityKind.SampleLoss, Sample: i));
        }
    }

    static void RunLayer(DenseLayer layer, ReadOnlySpan<double> input, TraceBlock block, int l, int sample)
    {
        var z = block[TracePart.PreActivation, l, sample];
        var a = block[TracePart.Activation, l, sample];
        layer.PreActivation(input, z);
        NumericOverflowException.Check(z, QuantityKind.PreActivation, l, sample);
        layer.Activation.Apply(z, a);
        if (!layer.Activation.IsElementwise) return;
        var derivative = block[TracePart.ActivationDerivative, l, sample];
        for (var j = 0; j < z.Length; j++) derivative[j] = layer.Activation.DerivativeAt(z[j], a[j]);
    }
}
