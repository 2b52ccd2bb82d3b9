namespace Backprop.Teaching;

/// <summary>Weights and their velocities at the end of an epoch. Immutable; a step makes a new one.</summary>
sealed class TrainingState
{
    // per layer: v of W, column-major as W is stored, and v of b; null before the first step with momentum
    readonly double[][]? weightVelocity;
    readonly double[][]? biasVelocity;

    public TrainingState(Network network)
        : this(network, null, null)
    {
    }

    TrainingState(Network network, double[][]? weightVelocity, double[][]? biasVelocity)
    {
        Network = network;
        this.weightVelocity = weightVelocity;
        this.biasVelocity = biasVelocity;
    }

    public Network Network { get; }

    /// <summary>Copies weights and velocities to where they are moved in place.</summary>
    public void Load(WeightImage weights, WeightImage? velocities)
    {
        weights.Hold(Network);
        for (var l = 1; velocities is not null && l <= Network.LayerCount; l++)
            velocities.Fill(l, Network.Layer(l), weightVelocity?[l - 1] ?? [], biasVelocity?[l - 1] ?? []);
    }

    /// <summary>What lies there after some steps.</summary>
    public static TrainingState Of(Network shape, WeightImage weights, WeightImage? velocities) => new(
        shape with { Layers = [.. shape.Layers.Select((layer, index) => new DenseLayer(layer.Activation, weights.WeightColumns(index + 1, layer), layer.Units, layer.Inputs, layer.HasBias ? weights.BiasArray(index + 1, layer) : null))] },
        velocities is null ? null : [.. shape.Layers.Select((layer, index) => velocities.WeightColumns(index + 1, layer))],
        velocities is null ? null : [.. shape.Layers.Select((layer, index) => velocities.BiasArray(index + 1, layer))]);

    /// <summary>v ← μ v − η ∂J/∂W, W ← W + v, likewise b; frozen biases stay.</summary>
    /// <param name="trace">The batch's trace from this network.</param>
    /// <param name="samples">m of the whole training set, on which the decay may depend.</param>
    /// <param name="rate">η.</param>
    /// <param name="momentum">μ.</param>
    public TrainingState Step(BackpropTrace trace, int samples, double rate, double momentum)
    {
        var layers = new DenseLayer[Network.LayerCount];
        var keeps = momentum > 0;
        double[][]? nextWeights = keeps ? new double[layers.Length][] : null, nextBiases = keeps ? new double[layers.Length][] : null;
        for (var l = 1; l <= layers.Length; l++)
        {
            var layer = Network.Layer(l);
            var step = WeightStep(trace, l, samples, rate, momentum);
            var biasStep = new double[layer.HasBias && Network.TrainBias ? layer.Units : 0];
            var biasGradient = biasStep.Length > 0 ? trace.Gradients.TotalBias(l) : null;
            for (var j = 0; j < biasStep.Length; j++) biasStep[j] = Velocity(BiasVelocity(l, j), biasGradient!(j), rate, momentum);
            layers[l - 1] = Moved(layer, l, step, biasStep);
            if (!keeps) continue;
            nextWeights![l - 1] = step;
            nextBiases![l - 1] = biasStep;
        }
        return new(Network with { Layers = [.. layers] }, nextWeights, nextBiases);
    }

    // the decay of the objective is that of the whole set, whatever the batch
    double[] WeightStep(BackpropTrace trace, int l, int samples, double rate, double momentum)
    {
        var layer = Network.Layer(l);
        var objective = trace.Example.Objective;
        var decay = objective.DecayGradientFactor(samples);
        var sums = trace.Gradients.Of(l);
        var step = new double[layer.Units * layer.Inputs];
        for (var k = 0; k < layer.Inputs; k++)
            for (var j = 0; j < layer.Units; j++)
            {
                var n = (k * layer.Units) + j;
                var gradient = objective.OverBatch(sums.Weights[(k * sums.Stride) + j], trace.SampleCount) + (decay * layer.WeightColumns[n]);
                step[n] = Velocity(weightVelocity?[l - 1][n] ?? 0, gradient, rate, momentum);
            }
        return step;
    }

    // a layer whose biases do not move has no velocities of them
    double BiasVelocity(int l, int j) => biasVelocity is null ? 0 : biasVelocity[l - 1][j];

    static double Velocity(double before, double gradient, double rate, double momentum) =>
        momentum > 0 ? (momentum * before) - (rate * gradient) : -(rate * gradient);

    static DenseLayer Moved(DenseLayer layer, int l, double[] step, double[] biasStep)
    {
        var weights = new double[step.Length];
        for (var n = 0; n < step.Length; n++)
        {
            weights[n] = layer.WeightColumns[n] + step[n];
            if (!double.IsFinite(weights[n])) throw new NumericOverflowException(new(QuantityKind.WeightsAfter, l, n % layer.Units, n / layer.Units));
        }
        if (!layer.HasBias) return new(layer.Activation, weights, layer.Units, layer.Inputs, null);
        var biases = layer.BiasSpan.ToArray();
        for (var j = 0; j < biasStep.Length; j++) biases[j] = Finite(biases[j] + biasStep[j], new(QuantityKind.BiasesAfter, l, j));
        return new(layer.Activation, weights, layer.Units, layer.Inputs, biases);
    }

    static double Finite(double value, QuantityId id) => double.IsFinite(value) ? value : throw new NumericOverflowException(id);
}
