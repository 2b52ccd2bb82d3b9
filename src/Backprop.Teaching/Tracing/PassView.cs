using System.Numerics;

namespace Backprop.Teaching;

/// <summary>What a plan's last run left in its memory, read in place: valid until the plan's next run. <see cref="ToTrace"/> copies.</summary>
public readonly ref struct PassView
{
    readonly PlanMemory memory;
    readonly int run;

    internal PassView(PlanMemory memory)
    {
        this.memory = memory;
        run = memory.RunCount;
    }

    /// <summary>m, the number of samples.</summary>
    /// <exception cref="InvalidOperationException">The plan has run again.</exception>
    public int SampleCount => Memory.Layout.SampleCount;

    /// <summary>L, the number of layers.</summary>
    /// <exception cref="InvalidOperationException">The plan has run again.</exception>
    public int LayerCount => Memory.Layout.LayerCount;

    /// <summary>J_i of each sample, without decay.</summary>
    /// <exception cref="InvalidOperationException">The plan has run again.</exception>
    public ReadOnlySpan<double> SampleLosses => Memory.Numbers.Slice(memory.Layout.LossOffset, memory.Layout.SampleCount);

    /// <summary>(1/m) Σ_i J_i, or Σ_i J_i where the objective says so; without decay.</summary>
    /// <exception cref="InvalidOperationException">The plan has run again.</exception>
    public double DataLoss
    {
        get
        {
            var sum = 0.0;
            foreach (var loss in SampleLosses) sum += loss;
            return memory.Example.Objective.OverBatch(sum, memory.Layout.SampleCount);
        }
    }

    PlanMemory Memory => memory.RunCount == run ? memory : throw new InvalidOperationException("The plan has run again: found a view of an earlier run, expected ToTrace() before that.");

    /// <summary>z⁽ˡ⁾, m×n: one row for each sample.</summary>
    /// <param name="l">1 to L.</param>
    /// <returns>The numbers in place.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such layer.</exception>
    /// <exception cref="InvalidOperationException">The plan has run again.</exception>
    public NumberGrid PreActivation(int l) => Part(TracePart.PreActivation, l);

    /// <summary>a⁽ˡ⁾ = f(z⁽ˡ⁾), m×n.</summary>
    /// <inheritdoc cref="PreActivation"/>
    public NumberGrid Activation(int l) => Part(TracePart.Activation, l);

    /// <summary>f′(z⁽ˡ⁾), m×n.</summary>
    /// <param name="l">1 to L.</param>
    /// <returns>The numbers in place.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such layer.</exception>
    /// <exception cref="InvalidOperationException">The plan has run again, or the layer is softmax.</exception>
    public NumberGrid ActivationDerivative(int l) => Part(TracePart.ActivationDerivative, l);

    /// <summary>∂J_i/∂a⁽ˡ⁾, m×n.</summary>
    /// <inheritdoc cref="PreActivation"/>
    public NumberGrid ActivationGradient(int l) => Part(TracePart.ActivationGradient, l);

    /// <summary>δ⁽ˡ⁾ = ∂J_i/∂z⁽ˡ⁾, m×n: before 1/m.</summary>
    /// <inheritdoc cref="PreActivation"/>
    public NumberGrid Delta(int l) => Part(TracePart.Delta, l);

    /// <summary>Σ_i ΔW⁽ˡ⁾ over the samples, n×n_{l−1}; computed when it is asked for, once for a run.</summary>
    /// <inheritdoc cref="PreActivation"/>
    public NumberGrid WeightGradientSum(int l)
    {
        _ = Memory.Example.Network.Layer(l);
        var layout = memory.Layout;
        return new(memory.Sums(l), layout.Width(l), layout.Width(l - 1), 1, SampleRows.Padded(layout.Width(l)));
    }

    /// <summary>Σ_i Δb⁽ˡ⁾ = Σ_i δ⁽ˡ⁾ over the samples, n numbers.</summary>
    /// <inheritdoc cref="PreActivation"/>
    public ReadOnlySpan<double> BiasGradientSum(int l)
    {
        _ = Memory.Example.Network.Layer(l);
        var layout = memory.Layout;
        return memory.Sums(l).Slice(layout.Width(l - 1) * SampleRows.Padded(layout.Width(l)), layout.Width(l));
    }

    /// <summary>One sample's ΔW⁽ˡ⁾ = δ⁽ˡ⁾ (a⁽ˡ⁻¹⁾)ᵀ written out, n×n_{l−1} row by row: before 1/m and before −η.</summary>
    /// <param name="l">1 to L.</param>
    /// <param name="sample">0 to m−1.</param>
    /// <param name="destination">Takes n · n_{l−1} numbers.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such layer or sample.</exception>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    /// <exception cref="InvalidOperationException">The plan has run again.</exception>
    public void CopyWeightGradient(int l, int sample, Span<double> destination)
    {
        var delta = Delta(l).Row(sample);
        var (rows, columns) = (memory.Layout.Width(l), memory.Layout.Width(l - 1));
        if (destination.Length < rows * columns) throw new ArgumentException($"destination: found {destination.Length} numbers, expected {rows * columns}", nameof(destination));
        Span<double> collected = stackalloc double[memory.Layout.InLanes ? columns : 0];
        var input = l == 1 ? memory.Example.InputRows[sample] : Activation(l - 1).Row(sample).SideBySide(collected, columns);
        for (var j = 0; j < rows; j++) Scale(input, delta[j], destination.Slice(j * columns, columns));
    }

    /// <summary>‖ΔW⁽ˡ⁾‖ of every sample in closed form, ‖δ‖ ‖a‖.</summary>
    /// <param name="l">1 to L.</param>
    /// <param name="destination">Takes m numbers.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such layer.</exception>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    /// <exception cref="InvalidOperationException">The plan has run again.</exception>
    public void WeightGradientNorms(int l, Span<double> destination)
    {
        _ = Memory.Example.Network.Layer(l);
        if (destination.Length < SampleCount) throw new ArgumentException($"destination: found {destination.Length} numbers, expected {SampleCount}", nameof(destination));
        const int MostOnStack = 1024;
        var deltas = SampleCount <= MostOnStack ? stackalloc double[SampleCount] : new double[SampleCount];
        memory.SquaredNorms(l, destination, deltas);
        for (var i = 0; i < deltas.Length; i++) destination[i] = Math.Sqrt(deltas[i]) * Math.Sqrt(destination[i]);
    }

    /// <summary>A trace of the last run, with a copy of the numbers: the plan's next run does not change it.</summary>
    /// <returns>An immutable trace.</returns>
    /// <exception cref="InvalidOperationException">The plan has run again.</exception>
    /// <exception cref="NumericOverflowException">J leaves the range of float64.</exception>
    public BackpropTrace ToTrace() => new(Memory.Example, memory.Copy());

    // for k: to[k] = factor · from[k]
    static void Scale(ReadOnlySpan<double> from, double factor, Span<double> to)
    {
        var k = 0;
        for (; k + Vector<double>.Count <= from.Length; k += Vector<double>.Count) (new Vector<double>(from[k..]) * factor).CopyTo(to[k..]);
        for (; k < from.Length; k++) to[k] = factor * from[k];
    }

    NumberGrid Part(TracePart part, int l)
    {
        _ = Memory.Example.Network.Layer(l);
        var layout = memory.Layout;
        var rowStride = layout.InLanes ? 1 : SampleRows.Padded(layout.Width(l));
        return new(memory.Numbers.Slice(layout.Offset(part, l), layout.PartLength(l)), layout.SampleCount, layout.Width(l), rowStride, layout.UnitStride);
    }
}
