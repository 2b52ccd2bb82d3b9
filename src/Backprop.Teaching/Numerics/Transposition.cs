using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Backprop.Teaching;

/// <summary>Turns a matrix round: for r, c: to[c][r] = from[r][c].</summary>
static unsafe class Transposition
{
    const int Side = 4;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(Rows from, Rows to, int rows, int columns)
    {
        var r = 0;
        if (Avx.IsSupported)
        {
            // a line of the result at once: two squares, one above the other
            for (; r + (2 * Side) <= rows; r += 2 * Side)
            {
                var c = 0;
                for (; c + Side <= columns; c += Side)
                {
                    Square(from[r] + c, from.Stride, to[c] + r, to.Stride);
                    Square(from[r + Side] + c, from.Stride, to[c] + r + Side, to.Stride);
                }
                for (; c < columns; c++) Numbers(from[r] + c, from.Stride, to[c] + r, 2 * Side);
            }
            for (; r + Side <= rows; r += Side)
            {
                var c = 0;
                for (; c + Side <= columns; c += Side) Square(from[r] + c, from.Stride, to[c] + r, to.Stride);
                for (; c < columns; c++) Numbers(from[r] + c, from.Stride, to[c] + r, Side);
            }
        }
        if (r < rows)
            for (var c = 0; c < columns; c++)
                Numbers(from[r] + c, from.Stride, to[c] + r, rows - r);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Numbers(double* from, nint stride, double* to, int count)
    {
        for (var n = 0; n < count; n++) to[n] = from[n * stride];
    }

    // four rows of four: pairs change places within halves, then halves between rows
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Square(double* from, nint stride, double* to, nint toStride)
    {
        Vector256<double> a = Vector256.Load(from), b = Vector256.Load(from + stride), c = Vector256.Load(from + (2 * stride)), d = Vector256.Load(from + (3 * stride));
        Vector256<double> abEven = Avx.UnpackLow(a, b), abOdd = Avx.UnpackHigh(a, b), cdEven = Avx.UnpackLow(c, d), cdOdd = Avx.UnpackHigh(c, d);
        Avx.Permute2x128(abEven, cdEven, 0x20).Store(to);
        Avx.Permute2x128(abOdd, cdOdd, 0x20).Store(to + toStride);
        Avx.Permute2x128(abEven, cdEven, 0x31).Store(to + (2 * toStride));
        Avx.Permute2x128(abOdd, cdOdd, 0x31).Store(to + (3 * toStride));
    }
}
