using System.Runtime.CompilerServices;
using static Backprop.Teaching.ExponentialCore;

namespace Backprop.Teaching;

/// <summary>The functions of <see cref="Elementary"/> in every lane: one text for one number and for vectors, so both give the same bits.</summary>
static class ElementaryLanes
{
    // beyond these e^x is certainly infinite and certainly rounds to 0
    const double ExpHighest = 710;
    const double ExpLowest = -746;

    // from here on to 0 e^x and every 2ⁿ on the way to it are normal
    const double ExpLowestNormal = -708;

    // tanh differs from 1 by less than a quarter ulp long before
    const double TanhHighest = 20;

    // the smallest normal double, and 2⁵⁴ that lifts every subnormal above it
    const double SmallestNormal = 2.2250738585072014E-308;
    const double Lift = 18014398509481984.0;
    const int LiftBits = 54;

    // the mantissa of the logarithm runs from about √½ to about √2
    const long SqrtHalfBits = 0x3FE6A09E667F3BCD;
    const int ExponentBias = 1023;

    /// <summary>e^x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Exp<V>(V x)
        where V : struct, ILanes<V>
    {
        var bounded = V.IfLess(V.All(ExpHighest), x, V.All(ExpHighest), x);
        bounded = V.IfLess(bounded, V.All(ExpLowest), V.All(ExpLowest), bounded);
        var (y, _) = ExpWithLow(bounded);
        return NanOr(x, y);
    }

    /// <summary>tanh x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Tanh<V>(V x)
        where V : struct, ILanes<V>
    {
        var magnitude = V.Abs(x);
        var bounded = V.IfLess(V.All(TanhHighest), magnitude, V.All(TanhHighest), magnitude);

        // tanh x = u / (u + 2) with u = e^2x − 1 = (2ⁿ − 1) + 2ⁿ·(e^r − 1), which loses nothing for small x
        var doubled = bounded + bounded;
        var n = Quotient(doubled);
        var (r, rLow) = Remainder(doubled, n);
        var tail = Tail(r, rLow);
        var rise = r + tail;
        var riseLow = (r - rise) + tail;
        var power = V.PowerOfTwo(n);
        rise *= power;
        riseLow *= power;
        var u = (power - V.All(1)) + rise;
        var uLow = ((power - V.All(1)) - u) + rise + riseLow;
        // u may be smaller or larger than 2: the error of a sum whose terms come in no order of size
        var divisor = u + V.All(2);
        var two = divisor - u;
        var divisorLow = (u - (divisor - two)) + (V.All(2) - two) + uLow;
        var y = Divide(u, uLow, divisor, divisorLow);
        return NanOr(x, V.CopySign(y, x));
    }

    /// <summary>ln x.</summary>
    /// <remarks>
    /// x = 2ᵏ·(1 + f) with 1 + f from √½ to √2. With s = f / (2 + f), ln(1 + f) = 2·artanh s = f − h + s·(h + s²·L(s²)),
    /// h = f²/2. L has degree 7 and interpolates (2·artanh(s)/s − 2) / s² at the eight Chebyshev nodes of
    /// 0 ≤ s² ≤ 0.02944 = (3 − 2√2)² (widened by one part in a million), solved with 90 decimal digits, each coefficient
    /// then rounded to the nearest double. With the rounded coefficients the largest relative error of ln(1 + f) is
    /// 5.3e-19 = 2^−60.7.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Log<V>(V x)
        where V : struct, ILanes<V>
    {
        const double L0 = 0.6666666666666666;
        const double L1 = 0.4000000000000088;
        const double L2 = 0.2857142857080361;
        const double L3 = 0.22222222391714744;
        const double L4 = 0.18181795640044723;
        const double L5 = 0.15386239707611124;
        const double L6 = 0.13268773010203216;
        const double L7 = 0.13086627491197242;

        var lifted = V.IfLess(x, V.All(SmallestNormal), x * V.All(Lift), x);
        var bias = V.IfLess(x, V.All(SmallestNormal), V.All(ExponentBias + LiftBits), V.All(ExponentBias));
        // counted from √½, the exponent field is k and the fraction that of 1 + f
        var k = V.ExponentField(lifted, OneBits - SqrtHalfBits) - bias;
        var f = V.WithFraction(lifted, OneBits - SqrtHalfBits, SqrtHalfBits) - V.All(1);

        var s = f / (V.All(2) + f);
        var square = s * s;
        var fourth = square * square;
        var even = V.Fma(V.All(L6), fourth, V.All(L4));
        even = V.Fma(even, fourth, V.All(L2));
        even = V.Fma(even, fourth, V.All(L0));
        var odd = V.Fma(V.All(L7), fourth, V.All(L5));
        odd = V.Fma(odd, fourth, V.All(L3));
        odd = V.Fma(odd, fourth, V.All(L1));
        var series = square * V.Fma(odd, square, even);

        // k·ln 2 + f − h as a sum of two doubles: h, f − h and the sum each with what they leave out
        var h = V.All(0.5) * f * f;
        var hLow = V.Fma(V.All(0.5) * f, f, -h);
        var main = f - h;
        var mainLow = (f - main) - h - hLow;
        var y = V.Fma(k, V.All(Ln2High), main);
        var yLow = V.Fma(k, V.All(Ln2High), -y) + main + mainLow;
        y += V.Fma(k, V.All(Ln2Low), V.Fma(s, h + series, yLow));

        y = V.IfEqual(x, V.All(double.PositiveInfinity), x, y);
        y = V.IfEqual(x, V.All(0), V.All(double.NegativeInfinity), y);
        // below 0, and where x is no number at all
        return V.IfLess(x, V.All(0), V.All(double.NaN), NanOr(x, y));
    }

    /// <summary>σ(x) = 1 / (1 + e^−x).</summary>
    /// <remarks>
    /// With e = e^−|x|: 1 / (1 + e) for x ≥ 0 and e / (1 + e) for x &lt; 0. The rounding errors of e and of 1 + e are carried
    /// into the quotient; without them the second one could err by more than 2 ulp.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Sigmoid<V>(V x)
        where V : struct, ILanes<V>
    {
        var negative = -V.Abs(x);
        return NanOr(x, SigmoidFrom(x, ExpWithLow(V.IfLess(negative, V.All(ExpLowest), V.All(ExpLowest), negative))));
    }

    /// <summary>σ(x) from e^−|x| and what that leaves out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V SigmoidFrom<V>(V x, (V Value, V Low) e)
        where V : struct, ILanes<V>
    {
        var divisor = V.All(1) + e.Value;
        var divisorLow = (V.All(1) - divisor) + e.Value + e.Low;
        return Divide(V.IfLess(x, V.All(0), e.Value, V.All(1)), V.IfLess(x, V.All(0), e.Low, V.All(0)), divisor, divisorLow);
    }

    // every NaN comes back as the one NaN
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static V NanOr<V>(V x, V y)
        where V : struct, ILanes<V> => V.IfEqual(x, x, y, V.All(double.NaN));

    /// <summary>Whether e^x and every 2ⁿ on the way to it are normal numbers, for x ≤ 0; not where x is no number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool HasNormalExp<V>(V x)
        where V : struct, ILanes<V> => V.AreAtLeast(x, V.All(ExpLowestNormal));

    /// <summary>e^x from r and <see cref="Tail"/>, and about what that leaves out; where <see cref="HasNormalExp"/>, the bits of <see cref="Exp"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Value, V Low) NormalExp<V>(V n, V r, V tail)
        where V : struct, ILanes<V>
    {
        var (y, yLow) = Mantissa(r, tail);
        var power = V.PowerOfTwo(n);
        return (y * power, yLow * power);
    }

    // e^x as Exp rounds it, and about what that leaves out
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static (V Y, V YLow) ExpWithLow<V>(V x)
        where V : struct, ILanes<V>
    {
        var n = Quotient(x);
        var (r, rLow) = Remainder(x, n);
        var (y, yLow) = Mantissa(r, Tail(r, rLow));
        // in two steps, since 2ⁿ itself may be too large or too small; only the second can round
        var half = V.Fma(n, V.All(0.5), V.All(Rounder)) - V.All(Rounder);
        var first = V.PowerOfTwo(half);
        var second = V.PowerOfTwo(n - half);
        return (y * first * second, yLow * first * second);
    }

    // e^r = 1 + r + tail, with the rounding error of 1 + r put back, and what is left out
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static (V Y, V YLow) Mantissa<V>(V r, V tail)
        where V : struct, ILanes<V>
    {
        var one = V.All(1) + r;
        var rest = (V.All(1) - one) + r + tail;
        var y = one + rest;
        return (y, (one - y) + rest);
    }

    // (a + aLow) / (b + bLow), nearly correctly rounded: a quotient from the reciprocal, then its exact remainder
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static V Divide<V>(V a, V aLow, V b, V bLow)
        where V : struct, ILanes<V>
    {
        var reciprocal = V.All(1) / b;
        var quotient = a * reciprocal;
        var remainder = V.Fma(-quotient, b, a) + V.Fma(-quotient, bLow, aLow);
        return V.Fma(remainder, reciprocal, quotient);
    }
}
