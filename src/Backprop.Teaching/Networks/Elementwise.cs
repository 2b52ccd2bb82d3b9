using System.Runtime.CompilerServices;

namespace Backprop.Teaching;

/// <summary>What is done to every number of a layer for itself, over one run of numbers whose length is a multiple of 8.</summary>
/// <remarks>Each returns whether all numbers it made or read are finite; z is looked at before f, which hides an overflow.</remarks>
static unsafe class Elementwise<V>
    where V : struct, ILanes<V>
{
    // what stays in the nearest cache
    const int Block = 512;

    /// <summary>for n: a[n] = f(z[n]); d[n] = f′(z[n])</summary>
    public static bool Activate(ActivationFunction f, double* z, double* a, double* d, int count) =>
        f == ActivationFunction.Sigmoid ? Sigmoid(z, a, d, count)
        : f == ActivationFunction.Tanh ? Tanh(z, a, d, count)
        : f == ActivationFunction.ReLU ? ReLU(z, a, d, count)
        : f == ActivationFunction.Identity ? Identity(z, a, d, count)
        : throw f.UnknownTo("Elementwise.Activate");

    /// <summary>for n: delta[n] = dA[n] · d[n]</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool Multiply(double* dA, double* d, double* delta, int count)
    {
        var overflow = default(V);
        for (var n = 0; n < count; n += V.Count)
        {
            var product = V.Load(dA + n) * V.Load(d + n);
            overflow = Watch(product, overflow);
            V.Store(product, delta + n);
        }
        return V.IsZero(overflow);
    }

    /// <summary>for n: result[n] = (a[n] − y[n]) · factor / divisor</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool Difference(double* a, double* y, double* result, double factor, double divisor, int count)
    {
        var overflow = default(V);
        for (var n = 0; n < count; n += V.Count)
        {
            var difference = (V.Load(a + n) - V.Load(y + n)) * V.All(factor) / V.All(divisor);
            overflow = Watch(difference, overflow);
            V.Store(difference, result + n);
        }
        return V.IsZero(overflow);
    }

    /// <summary>for r, n: rows[r][n] = rows[r][n] + addend[n]</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddToRows(Rows rows, double* addend, int count, int columns)
    {
        for (var r = 0; r < count; r++)
            for (var n = 0; n < columns; n += V.Count)
                V.Store(V.Load(rows[r] + n) + V.Load(addend + n), rows[r] + n);
    }

    /// <summary>for r, n: rows[r][n] = rows[r][n] + addend[r]</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddToColumns(Rows rows, double* addend, int count, int columns)
    {
        for (var r = 0; r < count; r++)
            for (var n = 0; n < columns; n += V.Count)
                V.Store(V.Load(rows[r] + n) + V.All(addend[r]), rows[r] + n);
    }

    /// <summary>for n: { sum = 0; for r: sum = sum + rows[r][n]; sums[n] = sum }</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void SumRows(Rows rows, double* sums, int count, int columns)
    {
        for (var n = 0; n < columns; n += V.Count)
        {
            var sum = default(V);
            for (var r = 0; r < count; r++) sum += V.Load(rows[r] + n);
            V.Store(sum, sums + n);
        }
    }

    /// <summary>for n: if a number is infinite or none, false</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool IsFinite(double* values, int count)
    {
        var overflow = default(V);
        for (var n = 0; n < count; n += V.Count) overflow = Watch(V.Load(values + n), overflow);
        return V.IsZero(overflow);
    }

    static bool Sigmoid(double* z, double* a, double* d, int count)
    {
        var finite = true;
        for (var n = 0; n < count; n += Block) finite &= SigmoidBlock(z + n, a + n, d + n, Math.Min(Block, count - n));
        return finite;
    }

    // one long chain for each vector leaves the processor waiting: three short ones, with what lies between them in a and d
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static bool SigmoidBlock(double* z, double* a, double* d, int count)
    {
        var overflow = default(V);
        for (var n = 0; n < count; n += V.Count)
        {
            var x = V.Load(z + n);
            overflow = Watch(x, overflow);
            var negative = V.CopySign(x, V.All(-1));
            if (!ElementaryLanes.HasNormalExp(negative)) return ExtremeSigmoid(z, a, d, count);
            var (r, rLow) = ExponentialCore.Remainder(negative, ExponentialCore.Quotient(negative));
            V.Store(r, a + n);
            V.Store(ExponentialCore.Tail(r, rLow), d + n);
        }
        for (var n = 0; n < count; n += V.Count)
        {
            var (e, eLow) = ElementaryLanes.NormalExp(ExponentialCore.Quotient(V.CopySign(V.Load(z + n), V.All(-1))), V.Load(a + n), V.Load(d + n));
            V.Store(e, a + n);
            V.Store(eLow, d + n);
        }
        for (var n = 0; n < count; n += V.Count)
        {
            var value = ElementaryLanes.SigmoidFrom(V.Load(z + n), (V.Load(a + n), V.Load(d + n)));
            V.Store(value, a + n);
            V.Store(value * (V.All(1) - value), d + n);
        }
        return V.IsZero(overflow);
    }

    // where e^z underflows, or z is no number
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static bool ExtremeSigmoid(double* z, double* a, double* d, int count)
    {
        var overflow = default(V);
        for (var n = 0; n < count; n += V.Count)
        {
            var x = V.Load(z + n);
            var value = ElementaryLanes.Sigmoid(x);
            overflow = Watch(x, overflow);
            V.Store(value, a + n);
            V.Store(value * (V.All(1) - value), d + n);
        }
        return V.IsZero(overflow);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static bool Tanh(double* z, double* a, double* d, int count)
    {
        var overflow = default(V);
        for (var n = 0; n < count; n += V.Count)
        {
            var x = V.Load(z + n);
            var value = ElementaryLanes.Tanh(x);
            overflow = Watch(x, overflow);
            V.Store(value, a + n);
            V.Store(V.All(1) - (value * value), d + n);
        }
        return V.IsZero(overflow);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static bool ReLU(double* z, double* a, double* d, int count)
    {
        var overflow = default(V);
        var zero = default(V);
        for (var n = 0; n < count; n += V.Count)
        {
            var x = V.Load(z + n);
            overflow = Watch(x, overflow);
            V.Store(V.IfLess(zero, x, x, zero), a + n);
            V.Store(V.IfLess(zero, x, V.All(1), zero), d + n);
        }
        return V.IsZero(overflow);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static bool Identity(double* z, double* a, double* d, int count)
    {
        var overflow = default(V);
        for (var n = 0; n < count; n += V.Count)
        {
            var x = V.Load(z + n);
            overflow = Watch(x, overflow);
            V.Store(x, a + n);
            V.Store(V.All(1), d + n);
        }
        return V.IsZero(overflow);
    }

    // 0 · x is ±0 for every finite x, and no number for the others
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static V Watch(V x, V overflow) => V.Fma(x, default, overflow);
}
