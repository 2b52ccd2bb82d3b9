using MathNet.Numerics.LinearAlgebra;

namespace Backprop.Teaching;

/// <summary>One matrix of a trace, rows × columns = to × from. It calculates as the MathNet matrix that a copy of it is.</summary>
public sealed class MatrixQuantity : Quantity
{
    readonly Func<int, int, double> entry;

    internal MatrixQuantity(BackpropTrace trace, QuantityId id, int rows, int columns, Func<int, int, double> entry, double? learningRate = null)
        : base(trace, id, learningRate)
    {
        Rows = rows;
        Columns = columns;
        this.entry = entry;
    }

    internal MatrixQuantity(BackpropTrace trace, QuantityId id, OuterProduct product)
        : this(trace, id, product.Rows, product.Columns, (j, k) => product[j, k]) => OuterProduct = product;

    /// <summary>The rows: units to which the entries lead.</summary>
    public int Rows { get; }

    /// <summary>The columns: units from which the entries come.</summary>
    public int Columns { get; }

    /// <inheritdoc/>
    public override string Shape => $"{Rows}×{Columns}";

    /// <summary>The factors δ and a where the matrix is δ aᵀ (one sample's ΔW), otherwise null.</summary>
    public OuterProduct? OuterProduct { get; }

    /// <summary>The root of the sum of the squares of all entries; of one sample's ΔW in closed form, ‖δ‖ ‖a‖.</summary>
    public double FrobeniusNorm => OuterProduct?.FrobeniusNorm ?? NormOfEntries();

    /// <summary>Entry (j, k).</summary>
    /// <param name="j">The unit to which it leads, from 0.</param>
    /// <param name="k">The unit from which it comes, from 0.</param>
    /// <returns>The number with its own name.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An index is out of range.</exception>
    public ScalarQuantity this[int j, int k]
    {
        get
        {
            if (j < 0 || j >= Rows) throw new ArgumentOutOfRangeException(nameof(j), j, $"{Name}: expected a row from 0 to {Rows - 1}.");
            if (k < 0 || k >= Columns) throw new ArgumentOutOfRangeException(nameof(k), k, $"{Name}: expected a column from 0 to {Columns - 1}.");
            return new(Trace, Id.At(j, k), entry(j, k), LearningRate);
        }
    }

    /// <summary>A copy as a MathNet matrix.</summary>
    /// <param name="quantity">A matrix quantity.</param>
    public static implicit operator Matrix<double>(MatrixQuantity quantity)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        return quantity.ToMatrix();
    }

    /// <summary>A copy as a MathNet matrix.</summary>
    /// <returns>A new matrix.</returns>
    public Matrix<double> ToMatrix() => Matrix<double>.Build.Dense(Rows, Columns, entry);

    /// <summary>The transpose of a copy, so that <c>weights.Transpose() * delta</c> reads as on paper.</summary>
    /// <returns>A new MathNet matrix, columns × rows.</returns>
    public Matrix<double> Transpose() => ToMatrix().Transpose();

    /// <summary>A copy as rows.</summary>
    /// <returns>One new array for each row.</returns>
    public double[][] ToRows() => [.. Enumerable.Range(0, Rows).Select(j => Enumerable.Range(0, Columns).Select(k => entry(j, k)).ToArray())];

    internal override DisplayNode ValueNode() => MathNetView.NodeOf(Rows, Columns, (j, k) => DisplayCell.Of(entry(j, k), this[j, k].Names));

    double NormOfEntries()
    {
        var sum = 0.0;
        for (var j = 0; j < Rows; j++)
            for (var k = 0; k < Columns; k++)
                sum = Math.FusedMultiplyAdd(entry(j, k), entry(j, k), sum);
        return Math.Sqrt(sum);
    }
}
