namespace Backprop.Teaching;

/// <summary>The loss from the forward pass alone, for any network on an example's samples. Nothing here knows a derivative.</summary>
static class ForwardLoss
{
    /// <summary>J: the data loss of all samples and the decay loss.</summary>
    /// <param name="example">The samples and the objective.</param>
    /// <param name="network">The network, of the example's shape.</param>
    /// <param name="on">Takes the z of each ReLU unit that is above 0, or null.</param>
    public static double Of(Example example, Network network, List<QuantityId>? on = null) =>
        DataLoss(example, network, on) + example.Objective.DecayLoss(network, example.SampleCount);

    /// <summary>The data loss of all samples: their mean, or their sum where the objective says so.</summary>
    public static double DataLoss(Example example, Network network, List<QuantityId>? on = null)
    {
        var sum = 0.0;
        for (var i = 0; i < example.SampleCount; i++) sum += OfSample(example, network, i, example.InputRows[i], 1, on);
        return example.Objective.OverBatch(sum, example.SampleCount);
    }

    /// <summary>J_i from layer l on, given what that layer receives.</summary>
    public static double OfSample(Example example, Network network, int sample, ReadOnlySpan<double> input, int l, List<QuantityId>? on = null)
    {
        var a = input.ToArray();
        for (; l <= network.LayerCount; l++)
        {
            var z = new double[network.Layer(l).Units];
            network.Layer(l).PreActivation(a, z);
            a = Activate(network, z, l, sample, on);
        }
        return example.Objective.SampleLoss(a, example.TargetRows[sample]);
    }

    /// <summary>a = f(z) of layer l.</summary>
    public static double[] Activate(Network network, ReadOnlySpan<double> z, int l, int sample, List<QuantityId>? on)
    {
        var activation = network.Layer(l).Activation;
        if (on is not null && activation == ActivationFunction.ReLU)
            for (var j = 0; j < z.Length; j++)
                if (z[j] > 0) on.Add(new(QuantityKind.PreActivation, l, j, null, sample));
        var a = new double[z.Length];
        activation.Apply(z, a);
        return a;
    }
}
