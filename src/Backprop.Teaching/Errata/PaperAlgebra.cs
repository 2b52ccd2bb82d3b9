using MathNet.Numerics.LinearAlgebra;

namespace Backprop.Teaching;

/// <summary>Matrix arithmetic exactly as a text prints it: nothing is transposed or stretched to make two shapes fit.</summary>
static class PaperAlgebra
{
    // one column for each sample
    public static Matrix<double> Columns(BackpropTrace trace, Func<SampleTrace, VectorQuantity> quantity) =>
        Matrix<double>.Build.DenseOfColumnArrays(Enumerable.Range(0, trace.SampleCount).Select(i => quantity(trace.Sample(i)).ToArray()));

    // one row for each sample
    public static Matrix<double> Rows(BackpropTrace trace, Func<SampleTrace, VectorQuantity> quantity) => Columns(trace, quantity).Transpose();

    public static Matrix<double> Times(this Matrix<double> left, Matrix<double> right)
    {
        if (left.ColumnCount != right.RowCount)
            throw new ShapeMismatchException($"{Shape(left)} times {Shape(right)}: {left.ColumnCount} columns meet {right.RowCount} rows");
        return Matrix<double>.Build.Dense(left.RowCount, right.ColumnCount, (j, k) => Dot(left.ColumnCount, i => left[j, i], i => right[i, k]));
    }

    public static Matrix<double> Elementwise(this Matrix<double> left, Matrix<double> right)
    {
        if (left.RowCount != right.RowCount || left.ColumnCount != right.ColumnCount)
            throw new ShapeMismatchException($"{Shape(left)} elementwise with {Shape(right)}: an entry of one has none in the other");
        return Matrix<double>.Build.Dense(left.RowCount, left.ColumnCount, (j, k) => left[j, k] * right[j, k]);
    }

    public static Matrix<double> PlusRow(this Matrix<double> left, IReadOnlyList<double> row)
    {
        if (left.ColumnCount != row.Count)
            throw new ShapeMismatchException($"{Shape(left)} plus a row of {row.Count}: {left.ColumnCount} columns meet {row.Count} numbers");
        return Matrix<double>.Build.Dense(left.RowCount, left.ColumnCount, (j, k) => left[j, k] + row[k]);
    }

    public static Matrix<double> Column(double[] numbers) => Matrix<double>.Build.DenseOfColumnArrays(numbers);

    public static double Dot(int count, Func<int, double> left, Func<int, double> right)
    {
        var sum = 0.0;
        for (var i = 0; i < count; i++) sum = Math.FusedMultiplyAdd(left(i), right(i), sum);
        return sum;
    }

    static string Shape(Matrix<double> matrix) => $"{matrix.RowCount}×{matrix.ColumnCount}";
}
