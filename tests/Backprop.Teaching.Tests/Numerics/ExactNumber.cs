using System.Numerics;

namespace Backprop.Teaching.Tests.Numerics;

/// <summary>Mantissa · 2^Exponent with as many bits as it takes.</summary>
readonly record struct ExactNumber(BigInteger Mantissa, int Exponent)
{
    const int LowestExponent = -1074;
    const int FractionBits = 52;

    /// <summary>The exact value of a finite double.</summary>
    public static ExactNumber From(double value)
    {
        Assert.True(double.IsFinite(value), "Only a finite number has an exact value.");
        var bits = BitConverter.DoubleToInt64Bits(value);
        var field = (int)((bits >> FractionBits) & 0x7FF);
        var fraction = bits & ((1L << FractionBits) - 1);
        var mantissa = field == 0 ? fraction : fraction | (1L << FractionBits);
        return new ExactNumber(bits < 0 ? -mantissa : mantissa, Math.Max(field, 1) - 1 + LowestExponent);
    }

    /// <summary>The number as an integer multiple of 2^−bits, rounded down.</summary>
    public BigInteger Fixed(int bits)
    {
        var shift = Exponent + bits;
        return shift >= 0 ? Mantissa << shift : Mantissa >> -shift;
    }

    /// <summary>How far a double is from this number, in units of the distance between doubles here.</summary>
    public double UlpsTo(double value)
    {
        if (double.IsNaN(value)) return double.PositiveInfinity;
        // an infinite result counts as the next number that would have been: 2^1024
        var found = double.IsInfinity(value) ? new ExactNumber(Math.Sign(value), 1024) : From(value);
        var top = Exponent + (int)BigInteger.Abs(Mantissa).GetBitLength() - 1;
        var ulp = Math.Clamp(top - FractionBits, LowestExponent, 1023 - FractionBits);

        // both in units of 2^−64 ulp
        var difference = BigInteger.Abs(Fixed(64 - ulp) - found.Fixed(64 - ulp));
        return (double)difference / Math.Pow(2, 64);
    }
}
