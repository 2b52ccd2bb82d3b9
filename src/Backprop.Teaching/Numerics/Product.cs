using System.Runtime.CompilerServices;

namespace Backprop.Teaching;

/// <summary>
/// C = P · Q, each entry one chain of fused multiply-adds in ascending t that starts at 0. The columns of Q and C are in lanes;
/// P is read one number at a time, and any strides may lead from one row and from one t to the next, so Pᵀ needs no copy.
/// </summary>
/// <remarks>
/// <code>
/// for r in rows: for j in columns: { sum = 0; for t in 0 … terms − 1: sum = P[r·rowStride + t·termStride] · Q[t·stride + j] + sum; C[r·stride + j] = sum }
/// </code>
/// The tiles below are this loop for a few rows and columns at once, with the sums in registers. Which of them takes an entry
/// changes no bit: each has its own chain.
/// </remarks>
static unsafe class Product
{
    /// <summary>All rows and columns of C.</summary>
    /// <param name="p">P.</param>
    /// <param name="q">Q.</param>
    /// <param name="c">C.</param>
    /// <param name="rows">Rows of P and C.</param>
    /// <param name="terms">Columns of P, rows of Q.</param>
    /// <param name="columns">Columns of Q and C, a multiple of the lanes.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<V>(Strided p, Rows q, Rows c, int rows, int terms, int columns)
        where V : struct, ILanes<V>
    {
        var r = 0;
        // the last ten at once: eight and two would read Q twice
        for (; r + 8 <= rows && !(V.HasManyRegisters && r + 10 == rows); r += 8) EightRows<V>(p.From(r), q.Start, q.Stride, c[r], c.Stride, terms, columns);
        if (V.HasManyRegisters && r + 10 == rows)
        {
            TenRows<V>(p.From(r), q.Start, q.Stride, c[r], c.Stride, terms, columns);
            return;
        }
        for (; r + 2 <= rows; r += 2) TwoRows<V>(p.From(r), q.Start, q.Stride, c[r], c.Stride, terms, columns);
        if (r < rows) OneRow<V>(p.From(r), q.Start, q.Stride, c[r], terms, columns);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void EightRows<V>(Strided p, double* q, nint qStride, double* c, nint cStride, int terms, int columns)
        where V : struct, ILanes<V>
    {
        var j = 0;
        if (V.HasManyRegisters)
            for (; j + (2 * V.Count) <= columns; j += 2 * V.Count) Tile8x2<V>(p, q + j, qStride, c + j, cStride, terms);
        for (; j < columns; j += V.Count) Tile8x1<V>(p, q + j, qStride, c + j, cStride, terms);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void TenRows<V>(Strided p, double* q, nint qStride, double* c, nint cStride, int terms, int columns)
        where V : struct, ILanes<V>
    {
        var j = 0;
        for (; j + (2 * V.Count) <= columns; j += 2 * V.Count) Tile10x2<V>(p, q + j, qStride, c + j, cStride, terms);
        if (j == columns) return;
        Tile8x1<V>(p, q + j, qStride, c + j, cStride, terms);
        Tile2x1<V>(p.From(8), q + j, qStride, c + j + (8 * cStride), cStride, terms);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void TwoRows<V>(Strided p, double* q, nint qStride, double* c, nint cStride, int terms, int columns)
        where V : struct, ILanes<V>
    {
        var j = 0;
        for (; j + (4 * V.Count) <= columns; j += 4 * V.Count) Tile2x4<V>(p, q + j, qStride, c + j, cStride, terms);
        for (; j < columns; j += V.Count) Tile2x1<V>(p, q + j, qStride, c + j, cStride, terms);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void OneRow<V>(Strided p, double* q, nint qStride, double* c, int terms, int columns)
        where V : struct, ILanes<V>
    {
        var j = 0;
        for (; j + (4 * V.Count) <= columns; j += 4 * V.Count) Tile1x4<V>(p, q + j, qStride, c + j, terms);
        for (; j < columns; j += V.Count) Tile1x1<V>(p, q + j, qStride, c + j, terms);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Tile10x2<V>(Strided p, double* q, nint qStride, double* c, nint cStride, int terms)
        where V : struct, ILanes<V>
    {
        V s00 = default, s10 = default, s20 = default, s30 = default, s40 = default, s50 = default, s60 = default, s70 = default, s80 = default, s90 = default;
        V s01 = default, s11 = default, s21 = default, s31 = default, s41 = default, s51 = default, s61 = default, s71 = default, s81 = default, s91 = default;
        nint row = p.RowStride, term = p.TermStride;
        var low = p.Start;
        double* high = low + (4 * row), highest = low + (8 * row);
        for (; terms > 0; terms--)
        {
            V q0 = V.Load(q), q1 = V.Load(q + V.Count);
            V p0 = V.All(low[0]), p1 = V.All(low[row]), p2 = V.All(low[2 * row]), p3 = V.All(low[3 * row]);
            (s00, s01) = (V.Fma(p0, q0, s00), V.Fma(p0, q1, s01));
            (s10, s11) = (V.Fma(p1, q0, s10), V.Fma(p1, q1, s11));
            (s20, s21) = (V.Fma(p2, q0, s20), V.Fma(p2, q1, s21));
            (s30, s31) = (V.Fma(p3, q0, s30), V.Fma(p3, q1, s31));
            V p4 = V.All(high[0]), p5 = V.All(high[row]), p6 = V.All(high[2 * row]), p7 = V.All(high[3 * row]);
            (s40, s41) = (V.Fma(p4, q0, s40), V.Fma(p4, q1, s41));
            (s50, s51) = (V.Fma(p5, q0, s50), V.Fma(p5, q1, s51));
            (s60, s61) = (V.Fma(p6, q0, s60), V.Fma(p6, q1, s61));
            (s70, s71) = (V.Fma(p7, q0, s70), V.Fma(p7, q1, s71));
            V p8 = V.All(highest[0]), p9 = V.All(highest[row]);
            (s80, s81) = (V.Fma(p8, q0, s80), V.Fma(p8, q1, s81));
            (s90, s91) = (V.Fma(p9, q0, s90), V.Fma(p9, q1, s91));
            low += term;
            high += term;
            highest += term;
            q += qStride;
        }
        Store(s00, s10, s20, s30, s40, s50, s60, s70, c, cStride);
        Store(s01, s11, s21, s31, s41, s51, s61, s71, c + V.Count, cStride);
        V.Store(s80, c + (8 * cStride));
        V.Store(s90, c + (9 * cStride));
        V.Store(s81, c + V.Count + (8 * cStride));
        V.Store(s91, c + V.Count + (9 * cStride));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Tile8x2<V>(Strided p, double* q, nint qStride, double* c, nint cStride, int terms)
        where V : struct, ILanes<V>
    {
        V s00 = default, s10 = default, s20 = default, s30 = default, s40 = default, s50 = default, s60 = default, s70 = default;
        V s01 = default, s11 = default, s21 = default, s31 = default, s41 = default, s51 = default, s61 = default, s71 = default;
        nint row = p.RowStride, term = p.TermStride;
        var low = p.Start;
        var high = low + (4 * row);
        for (; terms > 0; terms--)
        {
            V q0 = V.Load(q), q1 = V.Load(q + V.Count);
            V p0 = V.All(low[0]), p1 = V.All(low[row]), p2 = V.All(low[2 * row]), p3 = V.All(low[3 * row]);
            (s00, s01) = (V.Fma(p0, q0, s00), V.Fma(p0, q1, s01));
            (s10, s11) = (V.Fma(p1, q0, s10), V.Fma(p1, q1, s11));
            (s20, s21) = (V.Fma(p2, q0, s20), V.Fma(p2, q1, s21));
            (s30, s31) = (V.Fma(p3, q0, s30), V.Fma(p3, q1, s31));
            V p4 = V.All(high[0]), p5 = V.All(high[row]), p6 = V.All(high[2 * row]), p7 = V.All(high[3 * row]);
            (s40, s41) = (V.Fma(p4, q0, s40), V.Fma(p4, q1, s41));
            (s50, s51) = (V.Fma(p5, q0, s50), V.Fma(p5, q1, s51));
            (s60, s61) = (V.Fma(p6, q0, s60), V.Fma(p6, q1, s61));
            (s70, s71) = (V.Fma(p7, q0, s70), V.Fma(p7, q1, s71));
            low += term;
            high += term;
            q += qStride;
        }
        Store(s00, s10, s20, s30, s40, s50, s60, s70, c, cStride);
        Store(s01, s11, s21, s31, s41, s51, s61, s71, c + V.Count, cStride);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Tile8x1<V>(Strided p, double* q, nint qStride, double* c, nint cStride, int terms)
        where V : struct, ILanes<V>
    {
        V s0 = default, s1 = default, s2 = default, s3 = default, s4 = default, s5 = default, s6 = default, s7 = default;
        nint row = p.RowStride, term = p.TermStride;
        var low = p.Start;
        var high = low + (4 * row);
        for (; terms > 0; terms--)
        {
            var q0 = V.Load(q);
            s0 = V.Fma(V.All(low[0]), q0, s0);
            s1 = V.Fma(V.All(low[row]), q0, s1);
            s2 = V.Fma(V.All(low[2 * row]), q0, s2);
            s3 = V.Fma(V.All(low[3 * row]), q0, s3);
            s4 = V.Fma(V.All(high[0]), q0, s4);
            s5 = V.Fma(V.All(high[row]), q0, s5);
            s6 = V.Fma(V.All(high[2 * row]), q0, s6);
            s7 = V.Fma(V.All(high[3 * row]), q0, s7);
            low += term;
            high += term;
            q += qStride;
        }
        Store(s0, s1, s2, s3, s4, s5, s6, s7, c, cStride);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Tile2x4<V>(Strided p, double* q, nint qStride, double* c, nint cStride, int terms)
        where V : struct, ILanes<V>
    {
        V s00 = default, s01 = default, s02 = default, s03 = default, s10 = default, s11 = default, s12 = default, s13 = default;
        var term = p.TermStride;
        double* low = p.Start, high = low + p.RowStride;
        for (; terms > 0; terms--)
        {
            V q0 = V.Load(q), q1 = V.Load(q + V.Count), q2 = V.Load(q + (2 * V.Count)), q3 = V.Load(q + (3 * V.Count));
            V p0 = V.All(*low), p1 = V.All(*high);
            (s00, s01, s02, s03) = (V.Fma(p0, q0, s00), V.Fma(p0, q1, s01), V.Fma(p0, q2, s02), V.Fma(p0, q3, s03));
            (s10, s11, s12, s13) = (V.Fma(p1, q0, s10), V.Fma(p1, q1, s11), V.Fma(p1, q2, s12), V.Fma(p1, q3, s13));
            low += term;
            high += term;
            q += qStride;
        }
        Store(s00, s01, s02, s03, c);
        Store(s10, s11, s12, s13, c + cStride);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Tile2x1<V>(Strided p, double* q, nint qStride, double* c, nint cStride, int terms)
        where V : struct, ILanes<V>
    {
        V s0 = default, s1 = default;
        var term = p.TermStride;
        double* low = p.Start, high = low + p.RowStride;
        for (; terms > 0; terms--)
        {
            var q0 = V.Load(q);
            (s0, s1) = (V.Fma(V.All(*low), q0, s0), V.Fma(V.All(*high), q0, s1));
            low += term;
            high += term;
            q += qStride;
        }
        V.Store(s0, c);
        V.Store(s1, c + cStride);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Tile1x4<V>(Strided p, double* q, nint qStride, double* c, int terms)
        where V : struct, ILanes<V>
    {
        V s0 = default, s1 = default, s2 = default, s3 = default;
        var term = p.TermStride;
        var start = p.Start;
        for (; terms > 0; terms--)
        {
            var p0 = V.All(*start);
            (s0, s1) = (V.Fma(p0, V.Load(q), s0), V.Fma(p0, V.Load(q + V.Count), s1));
            (s2, s3) = (V.Fma(p0, V.Load(q + (2 * V.Count)), s2), V.Fma(p0, V.Load(q + (3 * V.Count)), s3));
            start += term;
            q += qStride;
        }
        Store(s0, s1, s2, s3, c);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Tile1x1<V>(Strided p, double* q, nint qStride, double* c, int terms)
        where V : struct, ILanes<V>
    {
        V sum = default;
        var term = p.TermStride;
        var start = p.Start;
        for (; terms > 0; terms--)
        {
            sum = V.Fma(V.All(*start), V.Load(q), sum);
            start += term;
            q += qStride;
        }
        V.Store(sum, c);
    }

    // one below the other
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Store<V>(V s0, V s1, V s2, V s3, V s4, V s5, V s6, V s7, double* c, nint stride)
        where V : struct, ILanes<V>
    {
        V.Store(s0, c);
        V.Store(s1, c + stride);
        V.Store(s2, c + (2 * stride));
        V.Store(s3, c + (3 * stride));
        V.Store(s4, c + (4 * stride));
        V.Store(s5, c + (5 * stride));
        V.Store(s6, c + (6 * stride));
        V.Store(s7, c + (7 * stride));
    }

    // side by side
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Store<V>(V s0, V s1, V s2, V s3, double* c)
        where V : struct, ILanes<V>
    {
        V.Store(s0, c);
        V.Store(s1, c + V.Count);
        V.Store(s2, c + (2 * V.Count));
        V.Store(s3, c + (3 * V.Count));
    }
}
