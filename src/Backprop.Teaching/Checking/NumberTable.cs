using MathNet.Numerics.LinearAlgebra;

namespace Backprop.Teaching;

/// <summary>Numbers with a shape, read from whatever they were given as: MathNet, arrays, quantities, one number. The numbers are copied.</summary>
sealed class NumberTable
{
    readonly double[,] entries;

    NumberTable(double[,] entries, bool isMatrix)
    {
        this.entries = entries;
        IsMatrix = isMatrix;
    }

    public int Rows => entries.GetLength(0);

    public int Columns => entries.GetLength(1);

    public string Shape => $"{Rows}×{Columns}";

    /// <summary>Whether an entry has two indices on paper, [j,k], and not one.</summary>
    public bool IsMatrix { get; }

    public double this[int row, int column] => entries[row, column];

    public bool HasShapeOf(NumberTable other) => Rows == other.Rows && Columns == other.Columns;

    public NumberTable Transposed() => Filled(Columns, Rows, true, (j, k) => entries[k, j]);

    public MatrixNode Node() => MathNetView.NodeOf(Rows, Columns, (j, k) => DisplayCell.Of(entries[j, k]));

    /// <summary>The numbers of a value, or null if it is none of the kinds known; ragged rows are none.</summary>
    public static NumberTable? Of(object? value) => value switch
    {
        double number => Filled(1, 1, false, (_, _) => number),
        ScalarQuantity scalar => Filled(1, 1, false, (_, _) => scalar.Value),
        double[] array => Filled(array.Length, 1, false, (j, _) => array[j]),
        Vector<double> vector => Filled(vector.Count, 1, false, (j, _) => vector[j]),
        VectorQuantity vector => Of(vector.ToArray()),
        double[,] matrix => Filled(matrix.GetLength(0), matrix.GetLength(1), true, (j, k) => matrix[j, k]),
        double[][] rows => rows.Length > 0 && Array.TrueForAll(rows, row => row is not null && row.Length == rows[0].Length) ? Filled(rows.Length, rows[0].Length, true, (j, k) => rows[j][k]) : null,
        Matrix<double> matrix => Filled(matrix.RowCount, matrix.ColumnCount, true, (j, k) => matrix[j, k]),
        MatrixQuantity matrix => Of(matrix.ToRows()),
        _ => null,
    };

    /// <summary>What a value that is no table of numbers is, in words.</summary>
    public static string Describe(object? value) => value switch
    {
        null => "null",
        double[][] { Length: 0 } => "no rows",
        double[][] => "rows of different lengths",
        _ => value.GetType().Name,
    };

    static NumberTable Filled(int rows, int columns, bool isMatrix, Func<int, int, double> entry)
    {
        var entries = new double[rows, columns];
        for (var j = 0; j < rows; j++)
            for (var k = 0; k < columns; k++)
                entries[j, k] = entry(j, k);
        return new(entries, isMatrix);
    }
}
