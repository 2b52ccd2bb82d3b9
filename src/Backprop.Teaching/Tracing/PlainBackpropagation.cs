namespace Backprop.Teaching;

/// <summary>The whole of backpropagation as one page of plain loops: for reading, and as the measure of every faster way. Same bits as <see cref="Backpropagation"/>.</summary>
public static class PlainBackpropagation
{
    /// <summary>Forward and backward for one sample.</summary>
    /// <param name="example">The example.</param>
    /// <param name="sample">The sample, from 0.</param>
    /// <returns>Every number, in new arrays.</returns>
    public static PlainPass Run(Example example, int sample)
    {
        ArgumentNullException.ThrowIfNull(example);
        var L = example.Network.LayerCount;
        var y = example.Target(sample).ToArray();
        var pass = new PlainPass(L);

        // forward: z = W a + b, a = f(z)
        pass.A[0] = example.Input(sample).ToArray();
        for (var l = 1; l <= L; l++)
        {
            var layer = example.Network.Layer(l);
            var z = pass.Z[l] = new double[layer.Units];
            for (var j = 0; j < layer.Units; j++)
            {
                for (var k = 0; k < layer.Inputs; k++) z[j] = Math.FusedMultiplyAdd(layer.Weight(j, k), pass.A[l - 1][k], z[j]);
                if (layer.HasBias) z[j] += layer.Bias(j);
            }
            pass.A[l] = Activate(layer.Activation, z);
            if (layer.Activation != ActivationFunction.Softmax) pass.FPrime[l] = Differentiate(layer.Activation, z, pass.A[l]);
        }
        pass.Loss = example.Objective.SampleLoss(pass.A[L], y);

        // backward: ∂J/∂a at the output, then δ = ∂J/∂a ⊙ f′(z) and ∂J/∂a of the layer before = Wᵀ δ
        pass.DA[L] = new double[y.Length];
        for (var j = 0; j < y.Length; j++) pass.DA[L][j] = example.Objective.ActivationGradient(pass.A[L][j], y[j], y.Length);
        for (var l = L; l >= 1; l--)
        {
            var layer = example.Network.Layer(l);
            pass.Delta[l] = l == L ? OutputDelta(example, pass, y) : Hadamard(pass.DA[l], pass.FPrime[l]);
            pass.DW[l] = new double[layer.Units, layer.Inputs];
            pass.DA[l - 1] = new double[layer.Inputs];
            for (var j = 0; j < layer.Units; j++)
                for (var k = 0; k < layer.Inputs; k++)
                {
                    pass.DW[l][j, k] = pass.Delta[l][j] * pass.A[l - 1][k];
                    pass.DA[l - 1][k] = Math.FusedMultiplyAdd(layer.Weight(j, k), pass.Delta[l][j], pass.DA[l - 1][k]);
                }
        }
        return pass;
    }

    /// <summary>∂J/∂W and ∂J/∂b of all samples: the mean of the samples' gradients and the weight decay.</summary>
    /// <param name="example">The example.</param>
    /// <returns>For each layer, index 0 for layer 1: ∂J/∂W[j,k] and ∂J/∂b[j]; null for b of a layer without bias.</returns>
    public static (double[][,] Weights, double[]?[] Biases) Gradients(Example example)
    {
        ArgumentNullException.ThrowIfNull(example);
        var m = example.SampleCount;
        var objective = example.Objective;
        var passes = Enumerable.Range(0, m).Select(i => Run(example, i)).ToArray();
        var gradW = new double[example.Network.LayerCount][,];
        var gradB = new double[]?[example.Network.LayerCount];
        for (var l = 1; l <= gradW.Length; l++)
        {
            var layer = example.Network.Layer(l);
            gradW[l - 1] = new double[layer.Units, layer.Inputs];
            var biases = new double[layer.Units];
            for (var j = 0; j < layer.Units; j++)
            {
                for (var k = 0; k < layer.Inputs; k++)
                {
                    var sum = 0.0;
                    foreach (var pass in passes) sum = Math.FusedMultiplyAdd(pass.Delta[l][j], pass.A[l - 1][k], sum);
                    gradW[l - 1][j, k] = objective.OverBatch(sum, m) + (objective.DecayGradientFactor(m) * layer.Weight(j, k));
                }
                foreach (var pass in passes) biases[j] += pass.Delta[l][j];
                biases[j] = objective.OverBatch(biases[j], m);
            }
            if (layer.HasBias) gradB[l - 1] = biases;
        }
        return (gradW, gradB);
    }

    static double[] Activate(ActivationFunction f, double[] z)
    {
        if (f != ActivationFunction.Softmax) return Array.ConvertAll(z, f.Value);
        var powers = Array.ConvertAll(z, each => Elementary.Exp(each - z.Max()));
        var sum = 0.0;
        foreach (var power in powers) sum += power;
        return Array.ConvertAll(powers, power => power / sum);
    }

    static double[] Differentiate(ActivationFunction f, double[] z, double[] a) => f.Name switch
    {
        "sigmoid" => Array.ConvertAll(a, each => each * (1 - each)),
        "tanh" => Array.ConvertAll(a, each => 1 - (each * each)),
        "relu" => Array.ConvertAll(z, each => each > 0 ? 1.0 : 0.0),
        "identity" => Array.ConvertAll(z, _ => 1.0),
        _ => throw f.UnknownTo("PlainBackpropagation.Differentiate"),
    };

    // with softmax and cross-entropy, and with sigmoid and binary cross-entropy, δ = a − y; softmax alone needs its whole Jacobian
    static double[] OutputDelta(Example example, PlainPass pass, double[] y)
    {
        var (a, dA, n) = (pass.A[^1], pass.DA[^1], y.Length);
        if (example.Objective.Loss != LossFunction.SquaredError)
            return [.. a.Select((each, j) => example.Objective.OverOutputs == Reduction.Mean ? (each - y[j]) / n : each - y[j])];
        if (example.Network.Layers[^1].Activation != ActivationFunction.Softmax) return Hadamard(dA, pass.FPrime[^1]);
        var delta = new double[n];
        for (var k = 0; k < n; k++)
            for (var j = 0; j < n; j++)
                delta[k] = Math.FusedMultiplyAdd(j == k ? a[j] * (1 - a[j]) : -(a[j] * a[k]), dA[j], delta[k]);
        return delta;
    }

    static double[] Hadamard(double[] left, double[] right) => [.. left.Zip(right, (l, r) => l * r)];
}
