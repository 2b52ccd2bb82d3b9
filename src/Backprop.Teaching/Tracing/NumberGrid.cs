namespace Backprop.Teaching;

/// <summary>Rows and columns of numbers in somebody else's memory, read in place.</summary>
public readonly ref struct NumberGrid
{
    readonly ReadOnlySpan<double> numbers;
    readonly int rowStride;
    readonly int columnStride;

    internal NumberGrid(ReadOnlySpan<double> numbers, int rows, int columns, int rowStride, int columnStride)
    {
        this.numbers = numbers;
        this.rowStride = rowStride;
        this.columnStride = columnStride;
        (Rows, Columns) = (rows, columns);
    }

    /// <summary>The number of rows.</summary>
    public int Rows { get; }

    /// <summary>The number of columns.</summary>
    public int Columns { get; }

    /// <summary>The number in a row and column.</summary>
    /// <param name="row">From 0.</param>
    /// <param name="column">From 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index is out of range.</exception>
    public double this[int row, int column]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Rows, nameof(row));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)column, (uint)Columns, nameof(column));
            return numbers[(row * rowStride) + (column * columnStride)];
        }
    }

    internal NumberRow Row(int row)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Rows, nameof(row));
        return new(numbers[(row * rowStride)..], columnStride);
    }

    /// <summary>Copies all numbers, row by row.</summary>
    /// <param name="destination">Takes rows × columns numbers.</param>
    /// <exception cref="ArgumentException">It is shorter than that.</exception>
    public void CopyTo(Span<double> destination)
    {
        if (destination.Length < Rows * Columns) throw new ArgumentException($"destination: found {destination.Length} numbers, expected {Rows * Columns}", nameof(destination));
        for (var row = 0; row < Rows; row++)
        {
            var to = destination.Slice(row * Columns, Columns);
            if (columnStride == 1) numbers.Slice(row * rowStride, Columns).CopyTo(to);
            else
                for (var column = 0; column < to.Length; column++)
                    to[column] = numbers[(row * rowStride) + (column * columnStride)];
        }
    }
}
