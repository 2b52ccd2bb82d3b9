namespace Backprop.Teaching;

/// <summary>
/// One forward and backward pass with every intermediate quantity of every layer and sample. Immutable: nothing that is done
/// to copies of its numbers, and no later training, changes it.
/// </summary>
public sealed class BackpropTrace : Displayable
{
    readonly double dataLoss;
    readonly double decayLoss;

    internal BackpropTrace(Example example, TraceBlock block)
    {
        Example = example;
        Block = block;
        Gradients = new(this);
        var sum = 0.0;
        foreach (var loss in block.Losses) sum += loss;
        dataLoss = Finite(QuantityKind.DataLoss, example.Objective.OverBatch(sum, example.SampleCount));
        decayLoss = Finite(QuantityKind.DecayLoss, example.Objective.DecayLoss(example.Network, example.SampleCount));
        Finite(QuantityKind.Loss, dataLoss + decayLoss);
    }

    /// <summary>The example that was run.</summary>
    public Example Example { get; }

    /// <summary>The network that was run.</summary>
    public Network Network => Example.Network;

    /// <summary>m, the number of samples.</summary>
    public int SampleCount => Example.SampleCount;

    /// <summary>L, the number of layers.</summary>
    public int LayerCount => Network.LayerCount;

    /// <summary>(1/m) Σ_i J_i, or Σ_i J_i where the objective says so.</summary>
    public ScalarQuantity DataLoss => new(this, new(QuantityKind.DataLoss), dataLoss);

    /// <summary>(λ/2) Σ W², scaled as the objective says; 0 where λ is 0.</summary>
    public ScalarQuantity DecayLoss => new(this, new(QuantityKind.DecayLoss), decayLoss);

    /// <summary>J, the data loss and the decay loss together.</summary>
    public ScalarQuantity Loss => new(this, new(QuantityKind.Loss), dataLoss + decayLoss);

    internal TraceBlock Block { get; }

    internal GradientSums Gradients { get; }

    /// <summary>Any quantity by its name: <c>trace["delta[1][0]@0"]</c>. The sample may be left out where there is one.</summary>
    /// <param name="name">The ASCII name; see <see cref="QuantityId"/>.</param>
    /// <returns>A <see cref="ScalarQuantity"/>, or without the last bracket a <see cref="VectorQuantity"/> or <see cref="MatrixQuantity"/>.</returns>
    /// <exception cref="UnknownQuantityException">The name is none, or this trace has no such quantity; the message says which part and what the range is.</exception>
    public Quantity this[string name] => QuantityLookup.Find(this, QuantityId.Parse(name), name);

    /// <summary>Any quantity by its id.</summary>
    /// <param name="id">The quantity.</param>
    /// <returns>A <see cref="ScalarQuantity"/>, <see cref="VectorQuantity"/> or <see cref="MatrixQuantity"/>.</returns>
    /// <exception cref="UnknownQuantityException">This trace has no such quantity.</exception>
    public Quantity this[QuantityId id] => QuantityLookup.Find(this, id, id.ToString());

    /// <summary>The number of a quantity that is one number.</summary>
    /// <param name="name">The ASCII name, for example <c>delta[1][0]</c>.</param>
    /// <returns>The number.</returns>
    /// <exception cref="UnknownQuantityException">There is no such quantity, or it is a vector or matrix.</exception>
    public double Value(string name) => this[name] is ScalarQuantity scalar
        ? scalar.Value
        : throw new UnknownQuantityException(name, "found a whole vector or matrix, expected one number: add the last bracket.");

    /// <summary>Layer l: what belongs to the batch, and with one sample everything.</summary>
    /// <param name="l">1 to L.</param>
    /// <returns>The layer.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such layer.</exception>
    public LayerTrace Layer(int l)
    {
        _ = Network.Layer(l);
        return new(this, l, SampleCount == 1 ? 0 : null);
    }

    /// <summary>Sample i.</summary>
    /// <param name="i">0 to m−1.</param>
    /// <returns>The sample with its layers.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such sample.</exception>
    public SampleTrace Sample(int i) => i >= 0 && i < SampleCount
        ? new(this, i)
        : throw new ArgumentOutOfRangeException(nameof(i), i, $"Samples are counted from 0: expected 0 to {SampleCount - 1}.");

    /// <summary>The step with the example's learning rate.</summary>
    /// <returns>The step; computed once.</returns>
    /// <exception cref="InvalidOperationException">The example has no learning rate.</exception>
    /// <exception cref="NumericOverflowException">A number of the step leaves the range of float64.</exception>
    public UpdateStep Step() => Gradients.Step;

    /// <summary>The step with a learning rate: W ← W − η ∂J/∂W, b ← b − η ∂J/∂b, all at once.</summary>
    /// <param name="learningRate">η, a finite number above 0.</param>
    /// <returns>An immutable step with the losses after it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The learning rate is not a finite number above 0.</exception>
    /// <exception cref="NumericOverflowException">A number of the step leaves the range of float64.</exception>
    public UpdateStep Step(double learningRate) => double.IsFinite(learningRate) && learningRate > 0
        ? new(this, learningRate)
        : throw new ArgumentOutOfRangeException(nameof(learningRate), learningRate, "Expected a finite learning rate above 0.");

    /// <summary>Every quantity as whole vectors and matrices, in forward and then backward order; a step's quantities are not among them.</summary>
    /// <returns>Names of quantities that this trace has.</returns>
    public IEnumerable<QuantityId> Quantities() => QuantityOrder.Of(this);

    /// <summary>All numbers: for each sample and layer z, a, f′, dA, δ, ΔW, Δb; sums, means, decay, gradient; the step where there is a rate.</summary>
    /// <returns>A displayable; the trace itself shows a short form.</returns>
    public TraceReport Everything() => new(this, null);

    /// <summary>All numbers of one sample, and what belongs to the batch.</summary>
    /// <param name="sample">The sample, from 0.</param>
    /// <returns>A displayable.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such sample.</exception>
    public TraceReport Everything(int sample) => new(this, Sample(sample).Index);

    internal ReadOnlyMemory<double> InputOf(int l, int sample) =>
        l == 1 ? Example.InputRows.Row(sample) : Block.Row(TracePart.Activation, l - 1, sample);

    internal ReadOnlyMemory<double> InputGradientOf(int sample) => Gradients.InputGradient(sample);

    internal override DisplayNode View() => TraceView.OfTrace(this);

    static double Finite(QuantityKind kind, double value) => double.IsFinite(value) ? value : throw new NumericOverflowException(new(kind));
}
