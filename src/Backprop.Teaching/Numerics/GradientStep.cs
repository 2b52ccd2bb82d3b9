using System.Runtime.CompilerServices;

namespace Backprop.Teaching;

/// <summary>What a step of gradient descent does to a run of weights: μ, η, the decay, and the number of samples that the sum is divided by.</summary>
readonly unsafe struct GradientStep(double divisor, double decay, double rate, double momentum)
{
    readonly double divisor = divisor;
    readonly double decay = decay;
    readonly double rate = rate;
    readonly double momentum = momentum;

    // 1/m in two doubles. x·(high + low), rounded once at the end, is x/m as a division rounds it: x/m is never nearer than
    // 1/(2m) of its last digit to a number halfway between two doubles, and this errs by less than 2^−50 of that digit, as
    // long as x·low is not subnormal
    readonly double high = 1 / divisor;
    readonly double low = Math.FusedMultiplyAdd(-(1 / divisor), divisor, 1) / divisor;

    /// <summary>for n: { gradient = sum[n] / m + decay · w[n]; w[n] = w[n] − η · gradient }</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Apply<V>(double* w, double* sum, int count)
        where V : struct, ILanes<V>
    {
        var step = this;
        for (var n = 0; n < count; n += V.Count)
        {
            var weight = V.Load(w + n);
            V.Store(weight + -(V.All(step.rate) * step.Gradient(V.Load(sum + n), weight)), w + n);
        }
    }

    /// <summary>for n: { gradient = sum[n] / m + decay · w[n]; v[n] = μ · v[n] − η · gradient; w[n] = w[n] + v[n] }</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Apply<V>(double* w, double* velocity, double* sum, int count)
        where V : struct, ILanes<V>
    {
        var step = this;
        for (var n = 0; n < count; n += V.Count)
        {
            var weight = V.Load(w + n);
            var v = (V.All(step.momentum) * V.Load(velocity + n)) - (V.All(step.rate) * step.Gradient(V.Load(sum + n), weight));
            V.Store(v, velocity + n);
            V.Store(weight + v, w + n);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    V Gradient<V>(V sum, V weight)
        where V : struct, ILanes<V> => (V.HasTiny(sum) ? sum / V.All(divisor) : V.CopySign(V.Fma(sum, V.All(high), sum * V.All(low)), sum)) + (V.All(decay) * weight);
}
