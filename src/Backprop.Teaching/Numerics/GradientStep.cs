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
        var n = 0;
        for (; n + (4 * V.Count) <= count; n += 4 * V.Count)
        {
            V s0 = V.Load(sum + n), s1 = V.Load(sum + n + V.Count), s2 = V.Load(sum + n + (2 * V.Count)), s3 = V.Load(sum + n + (3 * V.Count));
            if (V.HaveTiny(s0, s1, s2, s3))
            {
                for (var tiny = n; tiny < n + (4 * V.Count); tiny += V.Count) step.MoveTiny(w + tiny, V.Load(sum + tiny));
                continue;
            }
            if (step.decay == 0)
            {
                // 0 · w would be added: it changes at most the sign of a gradient of 0, and then no weight
                step.MoveFree(w + n, s0);
                step.MoveFree(w + n + V.Count, s1);
                step.MoveFree(w + n + (2 * V.Count), s2);
                step.MoveFree(w + n + (3 * V.Count), s3);
                continue;
            }
            step.Move(w + n, s0);
            step.Move(w + n + V.Count, s1);
            step.Move(w + n + (2 * V.Count), s2);
            step.Move(w + n + (3 * V.Count), s3);
        }
        for (; n < count; n += V.Count)
        {
            var s = V.Load(sum + n);
            if (V.HaveTiny(s, s, s, s)) step.MoveTiny(w + n, s);
            else if (step.decay == 0) step.MoveFree(w + n, s);
            else step.Move(w + n, s);
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
            var (weight, of) = (V.Load(w + n), V.Load(sum + n));
            var v = (V.All(step.momentum) * V.Load(velocity + n)) - (V.All(step.rate) * ((V.HaveTiny(of, of, of, of) ? of / V.All(step.divisor) : step.Mean(of)) + (V.All(step.decay) * weight)));
            V.Store(v, velocity + n);
            V.Store(weight + v, w + n);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void Move<V>(double* w, V sum)
        where V : struct, ILanes<V> => V.Store(V.Load(w) - (V.All(rate) * (Mean(sum) + (V.All(decay) * V.Load(w)))), w);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void MoveFree<V>(double* w, V sum)
        where V : struct, ILanes<V> => V.Store(V.Load(w) - (V.All(rate) * Mean(sum)), w);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void MoveTiny<V>(double* w, V sum)
        where V : struct, ILanes<V> => V.Store(V.Load(w) - (V.All(rate) * ((sum / V.All(divisor)) + (V.All(decay) * V.Load(w)))), w);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    V Mean<V>(V sum)
        where V : struct, ILanes<V> => V.CopySign(V.Fma(sum, V.All(high), sum * V.All(low)), sum);
}
