using System.Runtime.CompilerServices;

namespace Backprop.Teaching;

/// <summary>For each row the sum of its squares, one chain of fused multiply-adds in ascending index as in <see cref="SumOfProducts"/>.</summary>
static unsafe class SquareSums
{
    /// <summary>for r: { sum = 0; for t: sum = p[r, t]² + sum; to[r] = sum }</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(Strided p, int rows, int terms, double* to)
    {
        var r = 0;
        // a chain waits for itself: four at a time
        for (; r + 4 <= rows; r += 4)
        {
            double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
            var (row, term) = (p.RowStride, p.TermStride);
            var from = p.Start + (r * row);
            for (var t = 0; t < terms; t++, from += term)
            {
                s0 = Math.FusedMultiplyAdd(from[0], from[0], s0);
                s1 = Math.FusedMultiplyAdd(from[row], from[row], s1);
                s2 = Math.FusedMultiplyAdd(from[2 * row], from[2 * row], s2);
                s3 = Math.FusedMultiplyAdd(from[3 * row], from[3 * row], s3);
            }
            (to[r], to[r + 1], to[r + 2], to[r + 3]) = (s0, s1, s2, s3);
        }
        for (; r < rows; r++)
        {
            var sum = 0.0;
            var from = p.Start + (r * p.RowStride);
            for (var t = 0; t < terms; t++, from += p.TermStride) sum = Math.FusedMultiplyAdd(*from, *from, sum);
            to[r] = sum;
        }
    }
}
