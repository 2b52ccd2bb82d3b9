namespace Backprop.Teaching.Tests.Display;

public class NumberFormatTests
{
    [Theory]
    [InlineData(0.13849856162855698, "0.1385")]
    [InlineData(-0.038098236516556229, "-0.03810")]
    [InlineData(0.5, "0.5")]
    [InlineData(0.05, "0.05")]
    [InlineData(0.0, "0")]
    [InlineData(1.0, "1")]
    [InlineData(100.0, "100")]
    [InlineData(12345.678, "12350")]
    [InlineData(123456.78, "123500")]
    [InlineData(1234567.0, "1.235e6")]
    [InlineData(0.00043856773447434685, "0.0004386")]
    [InlineData(3.510187782978859e-05, "3.510e-5")]
    [InlineData(1e-5, "1e-5")]
    [InlineData(9.9999999, "10.00")]
    [InlineData(0.1399999, "0.1400")]
    public void Four_significant_digits(double value, string text) => Assert.Equal(text, NumberFormat.Default.Format(value));

    [Theory]
    [InlineData(0)]
    [InlineData(18)]
    public void A_count_of_digits_outside_1_to_17_is_refused(int digits) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new NumberFormat(digits));

    [Fact]
    public void Seventeen_digits_read_back_as_the_same_number()
    {
        var random = new Random(20261121);
        for (var i = 0; i < 2000; i++)
        {
            var value = (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-12, 12));
            Assert.Equal(value, double.Parse(new NumberFormat(17).Format(value), System.Globalization.CultureInfo.InvariantCulture));
        }
    }
}
