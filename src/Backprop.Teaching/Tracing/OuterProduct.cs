using MathNet.Numerics.LinearAlgebra;

namespace Backprop.Teaching;

/// <summary>A matrix of rank one, δ aᵀ: entry (j, k) is δ_j · a_k. One sample's ΔW is such a matrix and is stored nowhere.</summary>
public readonly struct OuterProduct
{
    readonly ReadOnlyMemory<double> left;
    readonly ReadOnlyMemory<double> right;

    internal OuterProduct(ReadOnlyMemory<double> left, ReadOnlyMemory<double> right)
    {
        this.left = left;
        this.right = right;
    }

    /// <summary>The rows, as many as δ has entries.</summary>
    public int Rows => left.Length;

    /// <summary>The columns, as many as a has entries.</summary>
    public int Columns => right.Length;

    /// <summary>δ_j · a_k.</summary>
    /// <param name="row">j, from 0.</param>
    /// <param name="column">k, from 0.</param>
    /// <returns>The entry.</returns>
    /// <exception cref="IndexOutOfRangeException">An index is out of range.</exception>
    public double this[int row, int column] => left.Span[row] * right.Span[column];

    /// <summary>‖δ aᵀ‖ = ‖δ‖ ‖a‖, the root of the sum of the squares of all entries.</summary>
    public double FrobeniusNorm => Math.Sqrt(SumOfProducts.Of(left.Span, left.Span)) * Math.Sqrt(SumOfProducts.Of(right.Span, right.Span));

    /// <summary>Row j: δ_j · a.</summary>
    /// <param name="row">j, from 0.</param>
    /// <returns>A new vector.</returns>
    /// <exception cref="IndexOutOfRangeException">The index is out of range.</exception>
    public Vector<double> Row(int row)
    {
        var values = new double[Columns];
        for (var k = 0; k < values.Length; k++) values[k] = this[row, k];
        return Vector<double>.Build.Dense(values);
    }

    /// <summary>All entries.</summary>
    /// <returns>A new matrix.</returns>
    public Matrix<double> ToMatrix()
    {
        var self = this;
        return Matrix<double>.Build.Dense(Rows, Columns, (j, k) => self[j, k]);
    }
}
