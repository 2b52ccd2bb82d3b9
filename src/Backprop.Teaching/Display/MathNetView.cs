using MathNet.Numerics.LinearAlgebra;

namespace Backprop.Teaching;

/// <summary>A MathNet vector or matrix as it stands on paper: in brackets, with its shape.</summary>
public sealed class MathNetView : Displayable
{
    const int MostRows = 16;
    const int MostColumns = 12;
    readonly DisplayNode view;

    MathNetView(DisplayNode view) => this.view = view;

    /// <summary>A view of a matrix; beyond 16 rows or 12 columns the middle is elided with ⋯ and the shape says how many there are.</summary>
    /// <param name="matrix">Any matrix. It is read once.</param>
    /// <returns>A displayable.</returns>
    public static MathNetView Of(Matrix<double> matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return new(NodeOf(matrix.RowCount, matrix.ColumnCount, (r, c) => DisplayCell.Of(matrix[r, c])));
    }

    /// <summary>A view of a vector as a column.</summary>
    /// <param name="vector">Any vector. It is read once.</param>
    /// <returns>A displayable.</returns>
    public static MathNetView Of(Vector<double> vector)
    {
        ArgumentNullException.ThrowIfNull(vector);
        return new(NodeOf(vector.Count, 1, (r, _) => DisplayCell.Of(vector[r])));
    }

    internal static MathNetView Of(double[] array) => new(NodeOf(array.Length, 1, (r, _) => DisplayCell.Of(array[r])));

    internal static MatrixNode NodeOf(int rows, int columns, Func<int, int, DisplayCell> cell)
    {
        int[] shownRows = Shown(rows, MostRows), shownColumns = Shown(columns, MostColumns);
        return new([.. shownRows.Select(IReadOnlyList<DisplayCell> (r) => [.. shownColumns.Select(c => r < 0 ? (c < 0 ? "⋱" : "⋮") : c < 0 ? "⋯" : cell(r, c))])], $"{rows}×{columns}");
    }

    // −1 stands for what is left out
    static int[] Shown(int count, int most) => count <= most
        ? [.. Enumerable.Range(0, count)]
        : [.. Enumerable.Range(0, most - 2), -1, count - 1];

    internal override DisplayNode View() => view;
}
