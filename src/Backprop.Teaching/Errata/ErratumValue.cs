using MathNet.Numerics.LinearAlgebra;

namespace Backprop.Teaching;

/// <summary>What a formula gives: a number, a vector, a matrix, or the statement that the shapes in it do not fit. Immutable.</summary>
public sealed class ErratumValue : Displayable
{
    readonly double[,] entries;

    ErratumValue(double[,] entries, bool isScalar, bool isVector, string? shapeError = null)
    {
        this.entries = entries;
        IsScalar = isScalar;
        IsVector = isVector;
        ShapeError = shapeError;
    }

    /// <summary>Which shapes do not fit, for example <c>4×2 times 4×4: …</c>; null if there is a value.</summary>
    public string? ShapeError { get; }

    /// <summary>Whether it is one number.</summary>
    public bool IsScalar { get; }

    /// <summary>Whether it is a vector, a column of numbers.</summary>
    public bool IsVector { get; }

    /// <summary>The rows: 1 for a number, 0 for a shape error.</summary>
    public int Rows => entries.GetLength(0);

    /// <summary>The columns: 1 for a number and for a vector, 0 for a shape error.</summary>
    public int Columns => entries.GetLength(1);

    /// <summary>Rows × columns, or the shape error.</summary>
    public string Shape => ShapeError ?? $"{Rows}×{Columns}";

    /// <summary>One entry.</summary>
    /// <param name="row">From 0.</param>
    /// <param name="column">From 0; 0 for a vector.</param>
    /// <returns>The number.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such entry; a shape error has none.</exception>
    public double this[int row, int column = 0]
    {
        get
        {
            if (row < 0 || row >= Rows) throw new ArgumentOutOfRangeException(nameof(row), row, $"Found a question for row {row}, expected one of {Rows}: {Shape}.");
            if (column < 0 || column >= Columns) throw new ArgumentOutOfRangeException(nameof(column), column, $"Found a question for column {column}, expected one of {Columns}: {Shape}.");
            return entries[row, column];
        }
    }

    /// <summary>The largest |this − other| over all entries.</summary>
    /// <param name="other">Another value.</param>
    /// <returns>A number ≥ 0; null where nothing can be compared: a shape error, or two shapes.</returns>
    public double? LargestDifference(ErratumValue other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (ShapeError is not null || other.ShapeError is not null || Rows != other.Rows || Columns != other.Columns) return null;
        var largest = 0.0;
        for (var j = 0; j < Rows; j++)
            for (var k = 0; k < Columns; k++)
                largest = Math.Max(largest, Math.Abs(entries[j, k] - other.entries[j, k]));
        return largest;
    }

    internal static ErratumValue Of(double number) => new(new[,] { { number } }, isScalar: true, isVector: false);

    internal static ErratumValue Of(params ReadOnlySpan<double> vector)
    {
        var column = new double[vector.Length, 1];
        for (var j = 0; j < vector.Length; j++) column[j, 0] = vector[j];
        return new(column, isScalar: false, isVector: true);
    }

    internal static ErratumValue Of(VectorQuantity vector) => Of(vector.ToArray());

    internal static ErratumValue Of(MatrixQuantity matrix) => Of(matrix.ToMatrix());

    internal static ErratumValue Of(Matrix<double> matrix) => new(matrix.ToArray(), isScalar: false, isVector: false);

    // a formula that is worked out until two shapes in it do not fit
    internal static ErratumValue Try(Func<Matrix<double>> formula)
    {
        try
        {
            return Of(formula());
        }
        catch (ShapeMismatchException error)
        {
            return new(new double[0, 0], isScalar: false, isVector: false, error.Message);
        }
    }

    internal override DisplayNode View()
    {
        if (ShapeError is not null) return new TextNode("no value: " + ShapeError);
        return IsScalar ? new LineNode([entries[0, 0]]) : MathNetView.NodeOf(Rows, Columns, (j, k) => DisplayCell.Of(entries[j, k]));
    }
}
