using MathNet.Numerics.LinearAlgebra;

namespace Backprop.Teaching;

/// <summary>One vector of a trace, n×1. It calculates as the MathNet vector that a copy of it is.</summary>
public sealed class VectorQuantity : Quantity
{
    readonly Func<int, double> entry;

    internal VectorQuantity(BackpropTrace trace, QuantityId id, int count, Func<int, double> entry, double? learningRate = null)
        : base(trace, id, learningRate)
    {
        Count = count;
        this.entry = entry;
    }

    internal VectorQuantity(BackpropTrace trace, QuantityId id, ReadOnlyMemory<double> values)
        : this(trace, id, values.Length, j => values.Span[j])
    {
    }

    /// <summary>n, the number of entries.</summary>
    public int Count { get; }

    /// <inheritdoc/>
    public override string Shape => $"{Count}×1";

    /// <summary>The largest absolute entry.</summary>
    public double LargestMagnitude => Enumerable.Range(0, Count).Max(j => Math.Abs(entry(j)));

    /// <summary>‖v‖, the root of the sum of the squares.</summary>
    public double Norm
    {
        get
        {
            var values = ToArray();
            return Math.Sqrt(SumOfProducts.Of(values, values));
        }
    }

    /// <summary>Entry j.</summary>
    /// <param name="j">The unit, from 0.</param>
    /// <returns>The number with its own name.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The index is out of range.</exception>
    public ScalarQuantity this[int j] => j >= 0 && j < Count
        ? new(Trace, Id.At(j), entry(j), LearningRate)
        : throw new ArgumentOutOfRangeException(nameof(j), j, $"{Name}: expected a unit from 0 to {Count - 1}.");

    /// <summary>A copy as a MathNet vector.</summary>
    /// <param name="quantity">A vector quantity.</param>
    public static implicit operator Vector<double>(VectorQuantity quantity)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        return quantity.ToVector();
    }

    /// <summary>A copy as a MathNet vector.</summary>
    /// <returns>A new vector of n entries.</returns>
    public Vector<double> ToVector() => Vector<double>.Build.Dense(ToArray());

    /// <summary>A copy as an array.</summary>
    /// <returns>A new array of n numbers.</returns>
    public double[] ToArray()
    {
        var values = new double[Count];
        for (var j = 0; j < values.Length; j++) values[j] = entry(j);
        return values;
    }

    internal override DisplayNode ValueNode() => MathNetView.NodeOf(Count, 1, (j, _) => DisplayCell.Of(entry(j), this[j].Names));
}
