namespace Backprop.Teaching;

/// <summary>Everything of one layer: its parameters, its numbers for one sample, and its gradients over all samples.</summary>
/// <remarks>
/// <c>trace.Layer(l)</c> hands out what belongs to the batch, and with one sample all the rest too; with several samples
/// <c>trace.Sample(i).Layer(l)</c> hands out what belongs to sample i.
/// </remarks>
public sealed class LayerTrace : Displayable
{
    readonly BackpropTrace trace;
    readonly int? sample;

    internal LayerTrace(BackpropTrace trace, int number, int? sample)
    {
        this.trace = trace;
        this.sample = sample;
        Number = number;
    }

    /// <summary>l, from 1.</summary>
    public int Number { get; }

    /// <summary>The layer of the network.</summary>
    public DenseLayer Layer => trace.Network.Layer(Number);

    /// <summary>n, the number of units.</summary>
    public int Units => Layer.Units;

    internal BackpropTrace Trace => trace;

    internal int? SampleIndex => sample;

    /// <summary>a⁽ˡ⁻¹⁾, what the layer receives: x for layer 1. n_{l−1}×1, of one sample.</summary>
    /// <exception cref="InvalidOperationException">The trace has several samples and none was chosen.</exception>
    public VectorQuantity Input => Number == 1
        ? new(trace, new(QuantityKind.Input, Sample: Sample(nameof(Input))), trace.Example.InputRows.Row(Sample(nameof(Input))))
        : new(trace, new(QuantityKind.Activation, Number - 1, Sample: Sample(nameof(Input))), trace.Block.Row(TracePart.Activation, Number - 1, Sample(nameof(Input))));

    /// <summary>z⁽ˡ⁾ = W⁽ˡ⁾ a⁽ˡ⁻¹⁾ + b⁽ˡ⁾. n×1, of one sample.</summary>
    /// <exception cref="InvalidOperationException">The trace has several samples and none was chosen.</exception>
    public VectorQuantity PreActivation => Stored(TracePart.PreActivation, QuantityKind.PreActivation, nameof(PreActivation));

    /// <summary>a⁽ˡ⁾ = f(z⁽ˡ⁾). n×1, of one sample.</summary>
    /// <exception cref="InvalidOperationException">The trace has several samples and none was chosen.</exception>
    public VectorQuantity Activation => Stored(TracePart.Activation, QuantityKind.Activation, nameof(Activation));

    /// <summary>f′(z⁽ˡ⁾), elementwise. n×1, of one sample.</summary>
    /// <exception cref="InvalidOperationException">The layer is softmax, which has a Jacobian; or the trace has several samples and none was chosen.</exception>
    public VectorQuantity ActivationDerivative => Layer.Activation.IsElementwise
        ? Stored(TracePart.ActivationDerivative, QuantityKind.ActivationDerivative, nameof(ActivationDerivative))
        : throw new InvalidOperationException($"Layer {Number} is softmax: it has no f′(z) for each unit, expected a question for ActivationJacobian (jacobian[{Number}]).");

    /// <summary>∂a⁽ˡ⁾/∂z⁽ˡ⁾ = diag(a) − a aᵀ of a softmax layer. n×n, of one sample.</summary>
    /// <exception cref="InvalidOperationException">The layer is not softmax; or the trace has several samples and none was chosen.</exception>
    public MatrixQuantity ActivationJacobian
    {
        get
        {
            if (Layer.Activation.IsElementwise)
                throw new InvalidOperationException($"Layer {Number} is {Layer.Activation.Name}: each a depends on its own z alone, expected a question for ActivationDerivative (fprime[{Number}]).");
            var a = trace.Block.Row(TracePart.Activation, Number, Sample(nameof(ActivationJacobian)));
            return new(trace, new(QuantityKind.ActivationJacobian, Number, Sample: sample), Units, Units, (j, k) => ActivationFunction.SoftmaxJacobian(a.Span, j, k));
        }
    }

    /// <summary>dA⁽ˡ⁾ = ∂J_i/∂a⁽ˡ⁾: at the output the derivative of the loss, in a hidden layer (W⁽ˡ⁺¹⁾)ᵀ δ⁽ˡ⁺¹⁾. n×1, of one sample.</summary>
    /// <exception cref="InvalidOperationException">The trace has several samples and none was chosen.</exception>
    public VectorQuantity ActivationGradient => Stored(TracePart.ActivationGradient, QuantityKind.ActivationGradient, nameof(ActivationGradient));

    /// <summary>δ⁽ˡ⁾ = ∂J_i/∂z⁽ˡ⁾ = dA⁽ˡ⁾ ⊙ f′(z⁽ˡ⁾); softmax: the Jacobian instead of ⊙ f′. n×1, of one sample: before 1/m.</summary>
    /// <exception cref="InvalidOperationException">The trace has several samples and none was chosen.</exception>
    public VectorQuantity Delta => Stored(TracePart.Delta, QuantityKind.Delta, nameof(Delta));

    /// <summary>One sample's ΔW⁽ˡ⁾ = ∂J_i/∂W⁽ˡ⁾ = δ⁽ˡ⁾ (a⁽ˡ⁻¹⁾)ᵀ. n×n_{l−1}: before 1/m and before −η; stored nowhere.</summary>
    /// <exception cref="InvalidOperationException">The trace has several samples and none was chosen.</exception>
    public MatrixQuantity WeightGradient => new(
        trace,
        new(QuantityKind.WeightGradient, Number, Sample: Sample(nameof(WeightGradient))),
        new OuterProduct(trace.Block.Row(TracePart.Delta, Number, Sample(nameof(WeightGradient))), trace.InputOf(Number, Sample(nameof(WeightGradient)))));

    /// <summary>One sample's Δb⁽ˡ⁾ = ∂J_i/∂b⁽ˡ⁾ = δ⁽ˡ⁾. n×1: before 1/m and before −η.</summary>
    /// <exception cref="InvalidOperationException">The layer has no bias; or the trace has several samples and none was chosen.</exception>
    public VectorQuantity BiasGradient
    {
        get
        {
            NeedBias(nameof(BiasGradient));
            return Stored(TracePart.Delta, QuantityKind.BiasGradient, nameof(BiasGradient));
        }
    }

    /// <summary>W⁽ˡ⁾, n×n_{l−1}: row = to, column = from.</summary>
    public MatrixQuantity Weights => Matrix(QuantityKind.Weights, Layer.Weight);

    /// <summary>b⁽ˡ⁾, n×1.</summary>
    /// <exception cref="InvalidOperationException">The layer has no bias.</exception>
    public VectorQuantity Biases => Vector(QuantityKind.Biases, nameof(Biases), Layer.Bias);

    /// <summary>Σ_i ΔW⁽ˡ⁾ over the samples, n×n_{l−1}. Computed when it is first asked for, once.</summary>
    /// <exception cref="NumericOverflowException">The sum leaves the range of float64.</exception>
    public MatrixQuantity WeightGradientSum => Matrix(QuantityKind.WeightGradientSum, trace.Gradients.Sum(Number));

    /// <summary>Σ_i Δb⁽ˡ⁾ over the samples, n×1.</summary>
    /// <exception cref="InvalidOperationException">The layer has no bias.</exception>
    public VectorQuantity BiasGradientSum => Vector(QuantityKind.BiasGradientSum, nameof(BiasGradientSum), trace.Gradients.BiasSum(Number));

    /// <summary>(1/m) Σ_i ΔW⁽ˡ⁾, n×n_{l−1}: the data part of the gradient, without decay.</summary>
    public MatrixQuantity WeightGradientMean => Matrix(QuantityKind.WeightGradientMean, trace.Gradients.Mean(Number));

    /// <summary>(1/m) Σ_i Δb⁽ˡ⁾, n×1.</summary>
    /// <exception cref="InvalidOperationException">The layer has no bias.</exception>
    public VectorQuantity BiasGradientMean => Vector(QuantityKind.BiasGradientMean, nameof(BiasGradientMean), trace.Gradients.BiasMean(Number));

    /// <summary>λ W⁽ˡ⁾, n×n_{l−1}: the weight decay's part of the gradient; 0 where λ is 0.</summary>
    public MatrixQuantity WeightDecayTerm => Matrix(QuantityKind.WeightDecayTerm, trace.Gradients.Decay(Number));

    /// <summary>∂J/∂W⁽ˡ⁾, n×n_{l−1}: the data part and the decay.</summary>
    public MatrixQuantity TotalWeightGradient => Matrix(QuantityKind.TotalWeightGradient, trace.Gradients.Total(Number));

    /// <summary>∂J/∂b⁽ˡ⁾, n×1: biases have no decay.</summary>
    /// <exception cref="InvalidOperationException">The layer has no bias.</exception>
    public VectorQuantity TotalBiasGradient => Vector(QuantityKind.TotalBiasGradient, nameof(TotalBiasGradient), trace.Gradients.TotalBias(Number));

    internal override DisplayNode View() => TraceView.OfLayer(this);

    MatrixQuantity Matrix(QuantityKind kind, Func<int, int, double> entry) => new(trace, new(kind, Number), Units, Layer.Inputs, entry);

    VectorQuantity Vector(QuantityKind kind, string member, Func<int, double> entry)
    {
        NeedBias(member);
        return new(trace, new(kind, Number), Units, entry);
    }

    VectorQuantity Stored(TracePart part, QuantityKind kind, string member) =>
        new(trace, new(kind, Number, Sample: Sample(member)), trace.Block.Row(part, Number, Sample(member)));

    void NeedBias(string member)
    {
        if (!Layer.HasBias) throw new InvalidOperationException($"Layer {Number} has no bias: found a question for {member}, expected none.");
    }

    int Sample(string member) => sample ?? throw new InvalidOperationException(
        $"{member} belongs to one sample and this trace has {trace.SampleCount}: expected trace.Sample(i).Layer({Number}).{member} with i from 0 to {trace.SampleCount - 1}.");
}
