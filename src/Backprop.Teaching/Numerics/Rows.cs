namespace Backprop.Teaching;

/// <summary>Rows of numbers in memory, each a fixed distance behind the one before.</summary>
readonly unsafe struct Rows(double* start, nint stride)
{
    public readonly double* Start = start;

    public readonly nint Stride = stride;

    public double* this[int row] => Start + (row * Stride);

    public Rows From(int row) => new(this[row], Stride);

    public Rows FromColumn(int column) => new(Start + column, Stride);

    /// <summary>As a factor of which one row after the other is taken.</summary>
    public Strided ByRows => new(Start, Stride, 1);

    /// <summary>As a factor of which one column after the other is taken: the transpose.</summary>
    public Strided ByColumns => new(Start, 1, Stride);
}
