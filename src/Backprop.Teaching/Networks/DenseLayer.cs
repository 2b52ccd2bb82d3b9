using MathNet.Numerics.LinearAlgebra;

namespace Backprop.Teaching;

/// <summary>One dense layer: a = f(W x + b), with W of n×k (row = to, column = from), b of n×1 or absent. Immutable.</summary>
public sealed class DenseLayer : Displayable, IEquatable<DenseLayer>
{
    // column-major as in MathNet: W[j,k] at k·Units + j
    readonly double[] weights;
    readonly double[]? biases;

    internal DenseLayer(ActivationFunction activation, double[] weights, int units, int inputs, double[]? biases)
    {
        Activation = activation;
        this.weights = weights;
        this.biases = biases;
        Units = units;
        Inputs = inputs;
    }

    /// <summary>The activation function f.</summary>
    public ActivationFunction Activation { get; }

    /// <summary>n, the number of units: rows of W.</summary>
    public int Units { get; }

    /// <summary>The number of units that feed this layer: columns of W.</summary>
    public int Inputs { get; }

    /// <summary>Whether there are biases. A layer without bias has none at all, which is not the same as zeros.</summary>
    public bool HasBias => biases is not null;

    /// <summary>W, n×k: a copy.</summary>
    public Matrix<double> Weights => Matrix<double>.Build.Dense(Units, Inputs, (double[])weights.Clone());

    /// <summary>b, n×1: a copy, or null in a layer without bias.</summary>
    public Vector<double>? Biases => biases is null ? null : Vector<double>.Build.Dense((double[])biases.Clone());

    internal ReadOnlySpan<double> WeightColumns => weights;

    internal ReadOnlySpan<double> BiasSpan => biases;

    /// <summary>W[to, from].</summary>
    /// <param name="to">The unit of this layer, from 0.</param>
    /// <param name="from">The unit of the layer before, from 0.</param>
    /// <returns>The weight.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An index is out of range.</exception>
    public double Weight(int to, int from)
    {
        Check(to, Units, nameof(to), "unit");
        Check(from, Inputs, nameof(from), "input");
        return weights[(from * Units) + to];
    }

    /// <summary>b[unit].</summary>
    /// <param name="unit">The unit of this layer, from 0.</param>
    /// <returns>The bias.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The index is out of range.</exception>
    /// <exception cref="InvalidOperationException">The layer has no bias.</exception>
    public double Bias(int unit)
    {
        Check(unit, Units, nameof(unit), "unit");
        return (biases ?? throw new InvalidOperationException("This layer has no bias: found a question for b, expected none."))[unit];
    }

    /// <summary>This layer with one weight changed.</summary>
    /// <param name="to">The unit of this layer, from 0.</param>
    /// <param name="from">The unit of the layer before, from 0.</param>
    /// <param name="value">The new weight, finite.</param>
    /// <returns>A new layer; this one is unchanged.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An index is out of range, or the value is not finite.</exception>
    public DenseLayer WithWeight(int to, int from, double value)
    {
        Check(to, Units, nameof(to), "unit");
        Check(from, Inputs, nameof(from), "input");
        return new(Activation, Changed(weights, (from * Units) + to, value), Units, Inputs, biases);
    }

    /// <summary>This layer with one bias changed.</summary>
    /// <param name="unit">The unit of this layer, from 0.</param>
    /// <param name="value">The new bias, finite.</param>
    /// <returns>A new layer; this one is unchanged.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The index is out of range, or the value is not finite.</exception>
    /// <exception cref="InvalidOperationException">The layer has no bias.</exception>
    public DenseLayer WithBias(int unit, double value)
    {
        _ = Bias(unit);
        return new(Activation, weights, Units, Inputs, Changed(biases!, unit, value));
    }

    /// <summary>Whether both layers have the same activation and the same numbers.</summary>
    /// <param name="other">Another layer.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(DenseLayer? other) =>
        other is not null && Activation == other.Activation && Units == other.Units && Inputs == other.Inputs && HasBias == other.HasBias
        && weights.AsSpan().SequenceEqual(other.weights) && BiasSpan.SequenceEqual(other.BiasSpan);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DenseLayer);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Activation, Units, Inputs, weights[0], weights[^1]);

    internal override DisplayNode View() => NetworkView.Of(this);

    // z = W x + b: for each unit one chain over k from 0, the bias last
    internal void PreActivation(ReadOnlySpan<double> input, Span<double> z)
    {
        z.Clear();
        for (var k = 0; k < Inputs; k++)
        {
            var column = weights.AsSpan(k * Units, Units);
            for (var j = 0; j < column.Length; j++) z[j] = Math.FusedMultiplyAdd(column[j], input[k], z[j]);
        }
        if (biases is null) return;
        for (var j = 0; j < biases.Length; j++) z[j] += biases[j];
    }

    static double[] Changed(double[] values, int index, double value)
    {
        if (!double.IsFinite(value)) throw new ArgumentOutOfRangeException(nameof(value), value, "Expected a finite number.");
        var copy = (double[])values.Clone();
        copy[index] = value;
        return copy;
    }

    static void Check(int index, int count, string parameter, string what)
    {
        if ((uint)index >= (uint)count)
            throw new ArgumentOutOfRangeException(parameter, index, $"The {what} is counted from 0: expected 0 to {count - 1}.");
    }
}
