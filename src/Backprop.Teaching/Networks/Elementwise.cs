using System.Runtime.CompilerServices;

namespace Backprop.Teaching;

/// <summary>What is done to every number of a layer for itself, over one run of numbers whose length is a multiple of 8.</summary>
/// <remarks>Each returns whether all numbers it made or read are finite; z is looked at before f, which hides an overflow.</remarks>
static unsafe class Elementwise<V>
    where V : struct, ILanes<V>
{
    /// <summary>for n: a[n] = f(z[n]); d[n] = f′(z[n])</summary>
    public static bool Activate(ActivationFunction f, double* z, double* a, double* d, int count) =>
        f == ActivationFunction.Sigmoid ? Sigmoid(z, a, d, count)
        : f == ActivationFunction.Tanh ? Tanh(z, a, d, count)
        : f == ActivationFunction.ReLU ? ReLU(z, a, d, count)
        : Identity(z, a, d, count);

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

    /// <summary>for n: values[n] = values[n] + addend[n]</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(double* values, double* addend, int count)
    {
        for (var n = 0; n < count; n += V.Count) V.Store(V.Load(values + n) + V.Load(addend + n), values + n);
    }

    /// <summary>for n: values[n] = values[n] + addend</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(double* values, double addend, int count)
    {
        for (var n = 0; n < count; n += V.Count) V.Store(V.Load(values + n) + V.All(addend), values + n);
    }

    /// <summary>for n: if a number is infinite or none, false</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool IsFinite(double* values, int count)
    {
        var overflow = default(V);
        for (var n = 0; n < count; n += V.Count) overflow = Watch(V.Load(values + n), overflow);
        return V.IsZero(overflow);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static bool Sigmoid(double* z, double* a, double* d, int count)
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
