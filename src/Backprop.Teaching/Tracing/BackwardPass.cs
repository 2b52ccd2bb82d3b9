namespace Backprop.Teaching;

/// <summary>∂J_i/∂a and δ of each layer, from the output back, sample by sample.</summary>
static class BackwardPass
{
    public static void Run(Example example, TraceBlock block)
    {
        for (var i = 0; i < example.SampleCount; i++)
        {
            OutputLayer(example, block, i);
            for (var l = example.Network.LayerCount - 1; l >= 1; l--) HiddenLayer(example.Network, block, l, i);
        }
    }

    static void OutputLayer(Example example, TraceBlock block, int sample)
    {
        var l = example.Network.LayerCount;
        var objective = example.Objective;
        var a = block[TracePart.Activation, l, sample];
        var y = example.TargetRows[sample];
        var dA = block[TracePart.ActivationGradient, l, sample];
        var delta = block[TracePart.Delta, l, sample];
        for (var j = 0; j < a.Length; j++) dA[j] = objective.ActivationGradient(a[j], y[j], a.Length);
        NumericOverflowException.Check(dA, QuantityKind.ActivationGradient, l, sample);

        if (objective.Loss.HasShortcut)
            for (var j = 0; j < a.Length; j++)
                delta[j] = objective.ShortcutDelta(a[j], y[j], a.Length);
        else if (example.Network.Layer(l).Activation.IsElementwise) Multiply(dA, block[TracePart.ActivationDerivative, l, sample], delta);
        else ThroughJacobian(a, dA, delta);
        NumericOverflowException.Check(delta, QuantityKind.Delta, l, sample);
    }

    static void HiddenLayer(Network network, TraceBlock block, int l, int sample)
    {
        var next = network.Layer(l + 1);
        var dA = block[TracePart.ActivationGradient, l, sample];
        var delta = block[TracePart.Delta, l, sample];
        PropagateBack(next, block[TracePart.Delta, l + 1, sample], dA);
        NumericOverflowException.Check(dA, QuantityKind.ActivationGradient, l, sample);
        Multiply(dA, block[TracePart.ActivationDerivative, l, sample], delta);
        NumericOverflowException.Check(delta, QuantityKind.Delta, l, sample);
    }

    /// <summary>Wᵀ δ: what arrives at each input of a layer, summed over all its units.</summary>
    public static void PropagateBack(DenseLayer layer, ReadOnlySpan<double> delta, Span<double> gradient)
    {
        // column k of W lies in one piece: its weights lead from unit k to every unit of the layer
        for (var k = 0; k < layer.Inputs; k++) gradient[k] = SumOfProducts.Of(layer.WeightColumns.Slice(k * layer.Units, layer.Units), delta);
    }

    // δ = dA ⊙ f′(z)
    static void Multiply(ReadOnlySpan<double> dA, ReadOnlySpan<double> derivative, Span<double> delta)
    {
        for (var j = 0; j < delta.Length; j++) delta[j] = dA[j] * derivative[j];
    }

    // δ_k = Σ_j (∂a_j/∂z_k) dA_j: with softmax every output hangs on every z
    static void ThroughJacobian(ReadOnlySpan<double> a, ReadOnlySpan<double> dA, Span<double> delta)
    {
        for (var k = 0; k < delta.Length; k++)
        {
            var sum = 0.0;
            for (var j = 0; j < a.Length; j++) sum = Math.FusedMultiplyAdd(ActivationFunction.SoftmaxJacobian(a, j, k), dA[j], sum);
            delta[k] = sum;
        }
    }
}
