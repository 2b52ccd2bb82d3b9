using System.Runtime.CompilerServices;
using static Backprop.Teaching.ExponentialCore;

namespace Backprop.Teaching;

/// <summary>
/// The exponential, the hyperbolic tangent, the natural logarithm and the logistic function with which every number of this
/// library is computed.
/// </summary>
/// <remarks>
/// One polynomial each, explicit fused multiply-adds, no tables: the same argument gives the same bits on every machine.
/// An ulp is the distance between neighbouring doubles at the exact result; the errors stated are the worst found against
/// an arbitrary-precision oracle, far below the 2 ulp that are promised. Every NaN comes back as <see cref="double.NaN"/>.
/// </remarks>
public static class Elementary
{
    // beyond these e^x is certainly infinite and certainly rounds to 0
    const double ExpHighest = 710;
    const double ExpLowest = -746;

    // tanh differs from 1 by less than a quarter ulp long before
    const double TanhHighest = 20;

    // the smallest normal double, and 2⁵⁴ that lifts every subnormal above it
    const double SmallestNormal = 2.2250738585072014E-308;
    const double Lift = 18014398509481984.0;
    const int LiftBits = 54;

    // the mantissa of the logarithm runs from about √½ to about √2
    const long SqrtHalfBits = 0x3FE6A09E667F3BCD;
    const long FractionMask = 0x000FFFFFFFFFFFFF;
    const int ExponentBias = 1023;

    /// <summary>The exponential function, e^x.</summary>
    /// <param name="x">Any number.</param>
    /// <returns>
    /// From 0 to +∞, at most 0.7 ulp from e^x, 0.8 ulp where it is subnormal. Exp(±0) = 1, Exp(−∞) = 0, Exp(+∞) = +∞,
    /// Exp(NaN) = NaN; above 709.78 it is +∞, below −745.13 it is 0.
    /// </returns>
    public static double Exp(double x)
    {
        var bounded = x > ExpHighest ? ExpHighest : x;
        bounded = bounded < ExpLowest ? ExpLowest : bounded;
        var (y, _) = ExpWithLow(bounded);
        return double.IsNaN(x) ? double.NaN : y;
    }

    /// <summary>The hyperbolic tangent, (e^x − e^−x) / (e^x + e^−x).</summary>
    /// <param name="x">Any number.</param>
    /// <returns>
    /// From −1 to 1, at most 0.9 ulp from tanh x (subnormal results included). Odd to the bit: Tanh(−x) = −Tanh(x).
    /// Tanh(±0) = ±0, Tanh(±∞) = ±1, Tanh(NaN) = NaN; from |x| = 19.07 on it is ±1.
    /// </returns>
    public static double Tanh(double x)
    {
        var magnitude = Math.Abs(x);
        var bounded = magnitude > TanhHighest ? TanhHighest : magnitude;

        // tanh x = u / (u + 2) with u = e^2x − 1 = (2ⁿ − 1) + 2ⁿ·(e^r − 1), which loses nothing for small x
        var doubled = bounded + bounded;
        var n = Quotient(doubled);
        var (r, rLow) = Remainder(doubled, n);
        var tail = Tail(r, rLow);
        var rise = r + tail;
        var riseLow = (r - rise) + tail;
        var power = PowerOfTwo(n);
        rise *= power;
        riseLow *= power;
        var u = (power - 1) + rise;
        var uLow = ((power - 1) - u) + rise + riseLow;
        // u may be smaller or larger than 2: the error of a sum whose terms come in no order of size
        var divisor = u + 2;
        var two = divisor - u;
        var divisorLow = (u - (divisor - two)) + (2 - two) + uLow;
        var y = Divide(u, uLow, divisor, divisorLow);
        return double.IsNaN(x) ? double.NaN : Math.CopySign(y, x);
    }

    /// <summary>The natural logarithm, ln x.</summary>
    /// <remarks>
    /// x = 2ᵏ·(1 + f) with 1 + f from √½ to √2. With s = f / (2 + f), ln(1 + f) = 2·artanh s = f − h + s·(h + s²·L(s²)),
    /// h = f²/2. L has degree 7 and interpolates (2·artanh(s)/s − 2) / s² at the eight Chebyshev nodes of
    /// 0 ≤ s² ≤ 0.02944 = (3 − 2√2)² (widened by one part in a million), solved with 90 decimal digits, each coefficient
    /// then rounded to the nearest double. With the rounded coefficients the largest relative error of ln(1 + f) is
    /// 5.3e-19 = 2^−60.7.
    /// </remarks>
    /// <param name="x">Any number; subnormal ones too.</param>
    /// <returns>
    /// At most 0.65 ulp from ln x. Log(1) = +0, Log(±0) = −∞, Log(+∞) = +∞; NaN for negative x and for NaN.
    /// </returns>
    public static double Log(double x)
    {
        const double L0 = 0.6666666666666666;
        const double L1 = 0.4000000000000088;
        const double L2 = 0.2857142857080361;
        const double L3 = 0.22222222391714744;
        const double L4 = 0.18181795640044723;
        const double L5 = 0.15386239707611124;
        const double L6 = 0.13268773010203216;
        const double L7 = 0.13086627491197242;

        var lifted = x < SmallestNormal ? x * Lift : x;
        var bias = x < SmallestNormal ? ExponentBias + LiftBits : ExponentBias;
        // counted from √½, the exponent field is k and the fraction that of 1 + f
        var shifted = BitConverter.DoubleToInt64Bits(lifted) + (OneBits - SqrtHalfBits);
        double k = (shifted >>> FractionBits) - bias;
        var f = BitConverter.Int64BitsToDouble((shifted & FractionMask) + SqrtHalfBits) - 1;

        var s = f / (2 + f);
        var square = s * s;
        var fourth = square * square;
        var even = Math.FusedMultiplyAdd(L6, fourth, L4);
        even = Math.FusedMultiplyAdd(even, fourth, L2);
        even = Math.FusedMultiplyAdd(even, fourth, L0);
        var odd = Math.FusedMultiplyAdd(L7, fourth, L5);
        odd = Math.FusedMultiplyAdd(odd, fourth, L3);
        odd = Math.FusedMultiplyAdd(odd, fourth, L1);
        var series = square * Math.FusedMultiplyAdd(odd, square, even);

        // k·ln 2 + f − h as a sum of two doubles: h, f − h and the sum each with what they leave out
        var h = 0.5 * f * f;
        var hLow = Math.FusedMultiplyAdd(0.5 * f, f, -h);
        var main = f - h;
        var mainLow = (f - main) - h - hLow;
        var y = Math.FusedMultiplyAdd(k, Ln2High, main);
        var yLow = Math.FusedMultiplyAdd(k, Ln2High, -y) + main + mainLow;
        y += Math.FusedMultiplyAdd(k, Ln2Low, Math.FusedMultiplyAdd(s, h + series, yLow));

        y = x == double.PositiveInfinity ? x : y;
        y = x == 0 ? double.NegativeInfinity : y;
        return x >= 0 ? y : double.NaN;
    }

    /// <summary>The logistic function σ(x) = 1 / (1 + e^−x).</summary>
    /// <remarks>
    /// With e = e^−|x|: 1 / (1 + e) for x ≥ 0 and e / (1 + e) for x &lt; 0. The rounding errors of e and of 1 + e are carried
    /// into the quotient; without them the second one could err by more than 2 ulp.
    /// </remarks>
    /// <param name="x">Any number.</param>
    /// <returns>
    /// From 0 to 1, at most 0.8 ulp from σ(x) (subnormal results included). Sigmoid(±0) = 0.5, Sigmoid(−∞) = 0,
    /// Sigmoid(+∞) = 1, Sigmoid(NaN) = NaN; from 37.43 on it is 1, below −745.13 it is 0.
    /// </returns>
    public static double Sigmoid(double x)
    {
        var negative = -Math.Abs(x);
        var bounded = negative < ExpLowest ? ExpLowest : negative;
        var (e, eLow) = ExpWithLow(bounded);
        var divisor = 1 + e;
        var divisorLow = (1 - divisor) + e + eLow;
        var y = Divide(x < 0 ? e : 1, x < 0 ? eLow : 0, divisor, divisorLow);
        return double.IsNaN(x) ? double.NaN : y;
    }

    // e^x as Exp rounds it, and about what that leaves out
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static (double Y, double YLow) ExpWithLow(double x)
    {
        var n = Quotient(x);
        var (r, rLow) = Remainder(x, n);
        // e^r = 1 + r + tail, with the rounding error of 1 + r put back
        var one = 1 + r;
        var rest = (1 - one) + r + Tail(r, rLow);
        var y = one + rest;
        var yLow = (one - y) + rest;

        // in two steps, since 2ⁿ itself may be too large or too small; only the second can round
        var half = Math.FusedMultiplyAdd(n, 0.5, Rounder) - Rounder;
        var first = PowerOfTwo(half);
        var second = PowerOfTwo(n - half);
        return (y * first * second, yLow * first * second);
    }

    // (a + aLow) / (b + bLow), nearly correctly rounded: a quotient from the reciprocal, then its exact remainder
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static double Divide(double a, double aLow, double b, double bLow)
    {
        var reciprocal = 1 / b;
        var quotient = a * reciprocal;
        var remainder = Math.FusedMultiplyAdd(-quotient, b, a) + Math.FusedMultiplyAdd(-quotient, bLow, aLow);
        return Math.FusedMultiplyAdd(remainder, reciprocal, quotient);
    }
}
