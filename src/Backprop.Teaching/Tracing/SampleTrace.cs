namespace Backprop.Teaching;

/// <summary>Everything of one sample: its input and target, each layer, its loss.</summary>
public sealed class SampleTrace : Displayable
{
    readonly BackpropTrace trace;

    internal SampleTrace(BackpropTrace trace, int index)
    {
        this.trace = trace;
        Index = index;
    }

    /// <summary>i, from 0.</summary>
    public int Index { get; }

    /// <summary>x, n₀×1.</summary>
    public VectorQuantity Input => new(trace, new(QuantityKind.Input, Sample: Index), trace.Example.InputRows.Row(Index));

    /// <summary>y, n_L×1.</summary>
    public VectorQuantity Target => new(trace, new(QuantityKind.Target, Sample: Index), trace.Example.TargetRows.Row(Index));

    /// <summary>J_i, the loss of this sample, without decay.</summary>
    public ScalarQuantity Loss => new(trace, new(QuantityKind.SampleLoss, Sample: Index), trace.Block.Losses[Index]);

    /// <summary>∂J_i/∂x = (W⁽¹⁾)ᵀ δ⁽¹⁾, n₀×1. Computed when it is asked for.</summary>
    /// <exception cref="NumericOverflowException">It leaves the range of float64.</exception>
    public VectorQuantity InputGradient => new(trace, new(QuantityKind.InputGradient, Sample: Index), trace.InputGradientOf(Index));

    internal BackpropTrace Trace => trace;

    /// <summary>Layer l for this sample.</summary>
    /// <param name="l">1 to L.</param>
    /// <returns>The layer's numbers.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such layer.</exception>
    public LayerTrace Layer(int l)
    {
        _ = trace.Network.Layer(l);
        return new(trace, l, Index);
    }

    internal override DisplayNode View() => TraceView.OfSample(this);
}
