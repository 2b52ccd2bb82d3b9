using System.Numerics;

namespace Backprop.Teaching.Tests.Numerics;

/// <summary>
/// exp, tanh, ln and σ to more than 150 correct bits, in integers: Taylor's series after reduction by ln 2, and ln as the
/// number whose exponential is x. Nothing here is taken from the library.
/// </summary>
static class ElementaryOracle
{
    const int Guard = 200;
    const int LogBits = 400;
    const int WidestBits = 1400;

    static readonly BigInteger WidestLn2 =
        ArtanhOfInverse(26, WidestBits) * 18 - ArtanhOfInverse(4801, WidestBits) * 2 + ArtanhOfInverse(8749, WidestBits) * 8;

    /// <summary>ln 2 as an integer multiple of 2^−bits.</summary>
    public static BigInteger Ln2(int bits) => WidestLn2 >> (WidestBits - bits);

    public static ExactNumber Exp(double x) => Exp(ExactNumber.From(x), BitsFor(x));

    public static ExactNumber Tanh(double x)
    {
        var bits = BitsFor(x);
        // 1 − 2e^−200 is 1 to every bit that counts
        var power = Exp(ExactNumber.From(2 * Math.Min(Math.Abs(x), 100)), bits).Fixed(bits);
        var one = BigInteger.One << bits;
        var result = ((power - one) << bits) / (power + one);
        return new ExactNumber(x < 0 ? -result : result, -bits);
    }

    public static ExactNumber Sigmoid(double x)
    {
        var (mantissa, exponent) = Exp(ExactNumber.From(-Math.Abs(x)), BitsFor(x));
        // e^−|x| over 1 + e^−|x|, or 1 over the same
        var one = BigInteger.One << -exponent;
        return new ExactNumber(((x < 0 ? mantissa : one) << -exponent) / (mantissa + one), exponent);
    }

    public static ExactNumber Log(double x)
    {
        // x = 2ᵏ·m, m from 0.75 to 1.5: exact in doubles
        var k = Math.ILogB(x);
        if (Math.ScaleB(x, -k) >= 1.5) k++;
        var m = Math.ScaleB(x, -k);
        var goal = ExactNumber.From(m).Fixed(LogBits);

        // Newton's step in its cubic form: the 50 bits of the start become 150, then all
        var y = ExactNumber.From(Math.Log(m)).Fixed(LogBits);
        for (var step = 0; step < 3; step++)
        {
            var power = Exp(new ExactNumber(y, -LogBits), LogBits).Fixed(LogBits);
            y += ((goal - power) << (LogBits + 1)) / (goal + power);
        }

        return new ExactNumber(y + k * Ln2(LogBits), -LogBits);
    }

    // a tiny argument needs as many more bits as its exponent says
    static int BitsFor(double x) => Guard + (x == 0 ? 0 : Math.Max(0, -Math.ILogB(x)));

    static ExactNumber Exp(ExactNumber x, int bits)
    {
        // the multiple of ln 2 takes away at most 11 of the 16 bits to spare
        var ln2 = Ln2(bits + 16);
        var wide = x.Fixed(bits + 16);
        var n = (int)(wide / ln2) - (wide.Sign < 0 ? 1 : 0);
        var r = (wide - n * ln2) >> 16;

        var sum = BigInteger.Zero;
        var term = BigInteger.One << bits;
        for (var k = 1; !term.IsZero; k++)
        {
            sum += term;
            term = ((term * r) >> bits) / k;
        }

        return new ExactNumber(sum, n - bits);
    }

    // Σ 1 / ((2k + 1)·n^(2k+1))
    static BigInteger ArtanhOfInverse(int n, int bits)
    {
        const int Spare = 32;
        var power = (BigInteger.One << (bits + Spare)) / n;
        var sum = BigInteger.Zero;
        for (var k = 1; !power.IsZero; k += 2)
        {
            sum += power / k;
            power /= (BigInteger)n * n;
        }

        return sum >> Spare;
    }
}
