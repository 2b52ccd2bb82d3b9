namespace Backprop.Teaching;

/// <summary>What is minimised: J = (1/m) Σ_i J_i + (λ/2) Σ W², canonical unless a convention says otherwise.</summary>
public sealed record Objective
{
    /// <summary>The loss of one sample, J_i. Squared error if nothing is said.</summary>
    public LossFunction Loss { get; init; } = LossFunction.SquaredError;

    /// <summary>λ of the weight decay, ≥ 0; it acts on weights, never on biases. 0 if nothing is said.</summary>
    /// <exception cref="InvalidInputException">The value is negative or not finite.</exception>
    public double WeightDecay
    {
        get;
        init => field = double.IsFinite(value) && value >= 0
            ? value
            : throw new InvalidInputException("lambda", "weight decay λ", NumberFormat.RoundTrip(value), "a number ≥ 0");
    }

    /// <summary>What stands before the squared error: ½ (canonical) or 1.</summary>
    /// <exception cref="InvalidInputException">The value is neither 0.5 nor 1.</exception>
    public double SquaredErrorFactor
    {
        get;
        init => field = value is 0.5 or 1
            ? value
            : throw new InvalidInputException("objective.squaredErrorFactor", "", NumberFormat.RoundTrip(value), "0.5 or 1");
    } = 0.5;

    /// <summary>Whether J_i is the sum (canonical) or the mean over the outputs.</summary>
    public Reduction OverOutputs { get; init; } = Reduction.Sum;

    /// <summary>Whether the data loss is the mean (canonical) or the sum over the samples.</summary>
    public Reduction OverSamples { get; init; } = Reduction.Mean;

    /// <summary>What stands before Σ W²: λ/2 (canonical), λ/(2m) or λ.</summary>
    public DecayScaling Decay { get; init; } = DecayScaling.HalfLambda;

    /// <summary>J_i of one sample.</summary>
    /// <param name="outputs">a⁽ᴸ⁾, n_L numbers.</param>
    /// <param name="targets">y, as many.</param>
    /// <returns>The loss of the sample; +∞ where a target of positive weight meets ln 0.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public double SampleLoss(ReadOnlySpan<double> outputs, ReadOnlySpan<double> targets)
    {
        if (outputs.Length != targets.Length)
            throw new ArgumentException($"targets: found {targets.Length} numbers, expected {outputs.Length}, one for each output", nameof(targets));
        var sum = 0.0;
        if (Loss == LossFunction.SquaredError)
        {
            for (var j = 0; j < outputs.Length; j++) sum = Math.FusedMultiplyAdd(outputs[j] - targets[j], outputs[j] - targets[j], sum);
            sum *= SquaredErrorFactor;
        }
        else
        {
            for (var j = 0; j < outputs.Length; j++) sum += Loss.Term(outputs[j], targets[j]);
        }
        return OverOutputs == Reduction.Mean ? sum / outputs.Length : sum;
    }

    // ∂J_i/∂a_j
    internal double ActivationGradient(double a, double y, int outputs)
    {
        var gradient = Loss == LossFunction.SquaredError ? (a - y) * (2 * SquaredErrorFactor) : Loss.TermDerivative(a, y);
        return OverOutputs == Reduction.Mean ? gradient / outputs : gradient;
    }

    // ∂J_i/∂z_j where the loss and the output activation give a − y together
    internal double ShortcutDelta(double a, double y, int outputs) => OverOutputs == Reduction.Mean ? (a - y) / outputs : a - y;

    // the data loss of a batch from the sum of its samples' losses
    internal double OverBatch(double sum, int samples) => OverSamples == Reduction.Mean ? sum / samples : sum;

    // the number before Σ W²
    internal double DecayFactor(int samples) => Decay switch
    {
        DecayScaling.HalfLambda => WeightDecay / 2,
        DecayScaling.HalfLambdaPerSample => WeightDecay / 2 / samples,
        _ => WeightDecay,
    };

    // the number before W in its gradient
    internal double DecayGradientFactor(int samples) => 2 * DecayFactor(samples);

    // (λ/2) Σ W², over layers, then rows, then columns
    internal double DecayLoss(Network network, int samples)
    {
        if (WeightDecay == 0) return 0;
        var sum = 0.0;
        foreach (var layer in network.Layers)
        {
            var w = layer.WeightColumns;
            for (var j = 0; j < layer.Units; j++)
                for (var n = j; n < w.Length; n += layer.Units)
                    sum = Math.FusedMultiplyAdd(w[n], w[n], sum);
        }
        return DecayFactor(samples) * sum;
    }
}
