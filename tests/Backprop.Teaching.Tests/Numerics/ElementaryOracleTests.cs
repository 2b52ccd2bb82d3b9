using System.Numerics;

namespace Backprop.Teaching.Tests.Numerics;

/// <summary>The oracle against digits that stand in tables.</summary>
public class ElementaryOracleTests
{
    const int Digits = 45;

    [Fact]
    public void Ln_2_has_the_digits_of_the_tables() =>
        AssertDigits("0.693147180559945309417232121458176568075500134", new ExactNumber(ElementaryOracle.Ln2(400), -400));

    [Fact]
    public void E_has_the_digits_of_the_tables() =>
        AssertDigits("2.718281828459045235360287471352662497757247093", ElementaryOracle.Exp(1));

    [Fact]
    public void Ln_10_has_the_digits_of_the_tables() =>
        AssertDigits("2.302585092994045684017991454684364207601101488", ElementaryOracle.Log(10));

    [Fact]
    public void Tanh_1_has_the_digits_of_the_tables() =>
        AssertDigits("0.761594155955764888119458282604793590412768597", ElementaryOracle.Tanh(1));

    [Fact]
    public void The_logistic_function_is_half_of_1_plus_tanh_of_the_half()
    {
        foreach (var x in new[] { 1.25, -1.25, 30, -30, 1e-3, -1e-3 })
        {
            var half = ElementaryOracle.Tanh(x / 2).Fixed(180) + (BigInteger.One << 180);
            Assert.InRange(BigInteger.Abs(half - (ElementaryOracle.Sigmoid(x).Fixed(180) << 1)), 0, 1 << 10);
        }
    }

    [Fact]
    public void A_neighbouring_double_is_one_ulp_away()
    {
        foreach (var value in new[] { 1.5, 3e-310, double.Epsilon, 1e300 })
        {
            Assert.Equal(0, ExactNumber.From(value).UlpsTo(value));
            Assert.Equal(1, ExactNumber.From(value).UlpsTo(Math.BitIncrement(value)));
        }

        Assert.Equal(1, ExactNumber.From(double.MaxValue).UlpsTo(double.PositiveInfinity));
        Assert.Equal(double.PositiveInfinity, ExactNumber.From(1).UlpsTo(double.NaN));
    }

    static void AssertDigits(string expected, ExactNumber found)
    {
        var scaled = (found.Mantissa * BigInteger.Pow(10, Digits)) >> -found.Exponent;
        var text = scaled.ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(Digits + 1, '0');
        Assert.Equal(expected, $"{text[..^Digits]}.{text[^Digits..]}");
    }
}
