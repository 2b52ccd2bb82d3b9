namespace Backprop.Teaching.Tests.Checking;

public class WrittenNumberTests
{
    [Theory]
    [InlineData("0.140", 0.14, 3, -3)]
    [InlineData("0.14", 0.14, 2, -2)]
    [InlineData(".5", 0.5, 1, -1)]
    [InlineData("12", 12, 2, 0)]
    [InlineData("120", 120, 3, 0)]
    [InlineData("012", 12, 2, 0)]
    [InlineData("1.", 1, 1, 0)]
    [InlineData("-0.0381", -0.0381, 3, -4)]
    [InlineData("−0.0381", -0.0381, 3, -4)]
    [InlineData("+2.50", 2.5, 3, -2)]
    [InlineData(" 2.50 ", 2.5, 3, -2)]
    [InlineData("- 2.50", -2.5, 3, -2)]
    [InlineData("3.510e-5", 3.51e-5, 4, -8)]
    [InlineData("3.510E-05", 3.51e-5, 4, -8)]
    [InlineData("3.51·10^-5", 3.51e-5, 3, -7)]
    [InlineData("3.51 · 10^−5", 3.51e-5, 3, -7)]
    [InlineData("3.51*10^(-5)", 3.51e-5, 3, -7)]
    [InlineData("3.51×10^{-5}", 3.51e-5, 3, -7)]
    [InlineData("3.51·10⁻⁵", 3.51e-5, 3, -7)]
    [InlineData("2e3", 2000, 1, 3)]
    [InlineData("0.000e+00", 0, 4, -3)]
    [InlineData("0.000", 0, 4, -3)]
    [InlineData("0.0", 0, 2, -1)]
    [InlineData("-0.0", 0, 2, -1)]
    [InlineData("0", 0, null, 0)]
    [InlineData("-0", 0, null, 0)]
    public void A_number_keeps_its_digits(string text, double value, int? digits, int lastPlace)
    {
        Assert.True(WrittenNumber.TryParse(text, out var number));
        Assert.Equal((value, digits, lastPlace), (number.Value, number.SignificantDigits, number.LastPlace));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("-")]
    [InlineData("e5")]
    [InlineData("1e")]
    [InlineData("1e5.5")]
    [InlineData("1 2")]
    [InlineData("1,5")]
    [InlineData("1.2.3")]
    [InlineData("--1")]
    [InlineData("1·10")]
    [InlineData("1·11^2")]
    [InlineData("1·10^(2")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("1e400")]
    [InlineData("1e-400")]
    [InlineData("1e99999999999")]
    [InlineData("0x10")]
    [InlineData("½")]
    [InlineData("١")]
    public void What_is_no_number(string? text) => Assert.False(WrittenNumber.TryParse(text, out _));

    [Fact]
    public void A_double_has_three_digits_and_zero_is_exact()
    {
        Assert.Equal((0.14, 3, -3), (WrittenNumber.Of(0.14).Value, WrittenNumber.Of(0.14).SignificantDigits, WrittenNumber.Of(0.14).LastPlace));
        Assert.Equal(1, WrittenNumber.Of(1234.5).LastPlace);
        Assert.Null(WrittenNumber.Of(0).SignificantDigits);
        Assert.StartsWith("Expected a finite number.", Assert.Throws<ArgumentOutOfRangeException>(() => WrittenNumber.Of(double.NaN)).Message, StringComparison.Ordinal);
    }
}
