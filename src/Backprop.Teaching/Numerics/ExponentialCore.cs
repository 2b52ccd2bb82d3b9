using System.Runtime.CompilerServices;

namespace Backprop.Teaching;

/// <summary>What exp, tanh and the logistic function share: x = n·ln 2 + r, and the polynomial of e^r.</summary>
/// <remarks>
/// The polynomial: e^r = 1 + r + r²·(1/2 + r·C(r)) for |r| ≤ ln 2 / 2. C has degree 9 and interpolates
/// (e^r − 1 − r − r²/2) / r³ at the ten Chebyshev nodes of that interval (widened by one part in a million), solved with 90
/// decimal digits, each coefficient then rounded to the nearest double. With the rounded coefficients the largest relative
/// error of e^r is 9.8e-19 = 2^−59.8.
/// </remarks>
static class ExponentialCore
{
    /// <summary>1 / ln 2.</summary>
    internal const double InverseLn2 = 1.4426950408889634;

    /// <summary>ln 2 cut after 42 bits: times an integer of at most 11 bits it is exact.</summary>
    internal const double Ln2High = 0.6931471805598903;

    /// <summary>ln 2 − <see cref="Ln2High"/>.</summary>
    internal const double Ln2Low = 5.497923018708371e-14;

    /// <summary>1.5·2⁵²: added to a small number it leaves the nearest integer in the lowest bits.</summary>
    internal const double Rounder = 6755399441055744.0;

    /// <summary>The bits of 1.0, which are those of the exponent 0.</summary>
    internal const long OneBits = 0x3FF0000000000000;

    /// <summary>The count of fraction bits of a double.</summary>
    internal const int FractionBits = 52;

    const double C0 = 0.16666666666666669;
    const double C1 = 0.041666666666666664;
    const double C2 = 0.008333333333330065;
    const double C3 = 0.0013888888888886554;
    const double C4 = 0.0001984126986304067;
    const double C5 = 2.4801587317135252e-05;
    const double C6 = 2.7557268480116333e-06;
    const double C7 = 2.7557282983917557e-07;
    const double C8 = 2.5100375924709717e-08;
    const double C9 = 2.0911229795563617e-09;

    /// <summary>The nearest integer to x / ln 2, with |x| at most 1000.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Quotient<V>(V x)
        where V : struct, ILanes<V> => V.Fma(x, V.All(InverseLn2), V.All(Rounder)) - V.All(Rounder);

    /// <summary>x − n·ln 2 as the double nearest to it, and what that double leaves out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (V R, V RLow) Remainder<V>(V x, V n)
        where V : struct, ILanes<V>
    {
        // exact: n·Ln2High has at most 53 bits, and the difference loses none
        var high = V.Fma(-n, V.All(Ln2High), x);
        var r = V.Fma(-n, V.All(Ln2Low), high);
        return (r, V.Fma(-n, V.All(Ln2Low), high - r));
    }

    /// <summary>e^(r + rLow) − 1 − r: the polynomial without its two leading terms.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Tail<V>(V r, V rLow)
        where V : struct, ILanes<V>
    {
        var square = r * r;
        // even and odd coefficients apart: two short chains instead of a long one
        var even = V.Fma(V.All(C8), square, V.All(C6));
        even = V.Fma(even, square, V.All(C4));
        even = V.Fma(even, square, V.All(C2));
        even = V.Fma(even, square, V.All(C0));
        var odd = V.Fma(V.All(C9), square, V.All(C7));
        odd = V.Fma(odd, square, V.All(C5));
        odd = V.Fma(odd, square, V.All(C3));
        odd = V.Fma(odd, square, V.All(C1));
        var c = V.Fma(odd, r, even);
        return V.Fma(square, V.Fma(c, r, V.All(0.5)), rLow);
    }
}
