namespace Backprop.Teaching;

/// <summary>One layer's part of a step: how far W and b move, and where they are after it.</summary>
public sealed class LayerStep : Displayable
{
    readonly UpdateStep step;

    internal LayerStep(UpdateStep step, int number)
    {
        this.step = step;
        Number = number;
    }

    /// <summary>l, from 1.</summary>
    public int Number { get; }

    /// <summary>−η ∂J/∂W⁽ˡ⁾, n×n_{l−1}.</summary>
    public MatrixQuantity WeightStep => Matrix(QuantityKind.WeightStep, step.WeightStep(Number));

    /// <summary>−η ∂J/∂b⁽ˡ⁾, n×1; 0 where biases are frozen.</summary>
    /// <exception cref="InvalidOperationException">The layer has no bias.</exception>
    public VectorQuantity BiasStep => Vector(QuantityKind.BiasStep, step.BiasStep(Number));

    /// <summary>W⁽ˡ⁾ after the step, n×n_{l−1}.</summary>
    public MatrixQuantity WeightsAfter => Matrix(QuantityKind.WeightsAfter, Layer.Weight);

    /// <summary>b⁽ˡ⁾ after the step, n×1.</summary>
    /// <exception cref="InvalidOperationException">The layer has no bias.</exception>
    public VectorQuantity BiasesAfter => Vector(QuantityKind.BiasesAfter, j => Layer.Bias(j));

    internal override DisplayNode View() => new StackNode([.. TraceView.OfLayerStep(step.Trace.Layer(Number), this)]);

    DenseLayer Layer => step.Network.Layer(Number);

    MatrixQuantity Matrix(QuantityKind kind, Func<int, int, double> entry) =>
        new(step.Trace, new(kind, Number), Layer.Units, Layer.Inputs, entry, step.LearningRate);

    VectorQuantity Vector(QuantityKind kind, Func<int, double> entry) => Layer.HasBias
        ? new(step.Trace, new(kind, Number), Layer.Units, entry, step.LearningRate)
        : throw new InvalidOperationException($"Layer {Number} has no bias: found a question for its step, expected none.");
}
