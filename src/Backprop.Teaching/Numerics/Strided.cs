namespace Backprop.Teaching;

/// <summary>A matrix in memory: where it starts, and how far it is from one row and from one term of a row to the next.</summary>
readonly unsafe struct Strided(double* start, nint rowStride, nint termStride)
{
    public readonly double* Start = start;

    public readonly nint RowStride = rowStride;

    public readonly nint TermStride = termStride;

    public Strided From(int row) => new(Start + (row * RowStride), RowStride, TermStride);
}
