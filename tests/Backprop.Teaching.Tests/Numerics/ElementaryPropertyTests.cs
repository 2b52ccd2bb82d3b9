using System.Globalization;

namespace Backprop.Teaching.Tests.Numerics;

/// <summary>What holds exactly: special values, oddness, thresholds, order.</summary>
public class ElementaryPropertyTests
{
    const int Seed = 20261122;
    const int Count = 4000;
    const double Infinity = double.PositiveInfinity;

    // a NaN with another sign and payload than double.NaN
    static readonly double OtherNaN = BitConverter.Int64BitsToDouble(0x7FF8000000000123);

    [Theory]
    [InlineData(0.0, 1.0)]
    [InlineData(double.Epsilon, 1.0)]
    [InlineData(-double.Epsilon, 1.0)]
    [InlineData(Infinity, Infinity)]
    [InlineData(-Infinity, 0.0)]
    [InlineData(ElementaryPoints.ExpFinite, 1.7976931348622732e308)]
    [InlineData(709.7827128933841, Infinity)]
    [InlineData(double.MaxValue, Infinity)]
    [InlineData(-708.3964185322641, 2.2250738585072626e-308)]
    [InlineData(ElementaryPoints.ExpPositive, double.Epsilon)]
    [InlineData(-745.1332191019412, 0.0)]
    [InlineData(-double.MaxValue, 0.0)]
    public void Special_values_of_Exp(double x, double expected) => AssertBits(expected, Elementary.Exp(x));

    [Theory]
    [InlineData(0.0, 0.0)]
    [InlineData(double.Epsilon, double.Epsilon)]
    [InlineData(2.2250738585072014E-308, 2.2250738585072014E-308)]
    [InlineData(1e-200, 1e-200)]
    [InlineData(1e-9, 1e-9)]
    [InlineData(19.07, 1.0)]
    [InlineData(double.MaxValue, 1.0)]
    [InlineData(Infinity, 1.0)]
    public void Special_values_of_Tanh(double x, double expected)
    {
        AssertBits(expected, Elementary.Tanh(x));
        AssertBits(-expected, Elementary.Tanh(-x));
    }

    [Theory]
    [InlineData(1.0, 0.0)]
    [InlineData(0.0, -Infinity)]
    [InlineData(Infinity, Infinity)]
    [InlineData(double.Epsilon, -744.4400719213812)]
    [InlineData(double.MaxValue, 709.782712893384)]
    public void Special_values_of_Log(double x, double expected) => AssertBits(expected, Elementary.Log(x));

    [Theory]
    [InlineData(-double.Epsilon)]
    [InlineData(-1.0)]
    [InlineData(-double.MaxValue)]
    [InlineData(-Infinity)]
    public void The_logarithm_of_a_negative_number_is_NaN(double x) => AssertBits(double.NaN, Elementary.Log(x));

    [Theory]
    [InlineData(0.0, 0.5)]
    [InlineData(double.Epsilon, 0.5)]
    [InlineData(37.43, 1.0)]
    [InlineData(37.42, 0.9999999999999999)]
    [InlineData(Infinity, 1.0)]
    [InlineData(-Infinity, 0.0)]
    [InlineData(double.MaxValue, 1.0)]
    [InlineData(-double.MaxValue, 0.0)]
    [InlineData(ElementaryPoints.ExpPositive, double.Epsilon)]
    [InlineData(-745.1332191019412, 0.0)]
    public void Special_values_of_Sigmoid(double x, double expected) => AssertBits(expected, Elementary.Sigmoid(x));

    // apart from the theories, whose rows do not tell −0 from 0
    [Fact]
    public void Minus_0_is_0_with_its_sign_kept_where_it_can_be_seen()
    {
        AssertBits(1, Elementary.Exp(-0.0));
        AssertBits(-0.0, Elementary.Tanh(-0.0));
        AssertBits(-Infinity, Elementary.Log(-0.0));
        AssertBits(0.5, Elementary.Sigmoid(-0.0));
    }

    [Fact]
    public void Every_NaN_comes_back_as_the_one_NaN()
    {
        foreach (var nan in new[] { double.NaN, -double.NaN, OtherNaN })
        {
            foreach (var function in new Func<double, double>[] { Elementary.Exp, Elementary.Tanh, Elementary.Log, Elementary.Sigmoid })
                AssertBits(double.NaN, function(nan));
        }
    }

    [Fact]
    public void Tanh_is_odd_to_the_bit_and_never_beyond_1()
    {
        foreach (var x in ElementaryPoints.Around0(-23, 23, Count, new Random(Seed)))
        {
            AssertBits(-Elementary.Tanh(x), Elementary.Tanh(-x));
            Assert.InRange(Elementary.Tanh(x), -1, 1);
        }
    }

    [Fact]
    public void Sigmoid_stays_between_0_and_1() =>
        Assert.All(ElementaryPoints.Around0(-760, 760, Count, new Random(Seed)), x => Assert.InRange(Elementary.Sigmoid(x), 0, 1));

    [Fact]
    public void The_logarithm_of_a_power_of_two_is_the_exact_multiple_rounded()
    {
        for (var k = -1074; k <= 1023; k++)
            Assert.InRange(new ExactNumber(ElementaryOracle.Ln2(300) * k, -300).UlpsTo(Elementary.Log(Math.ScaleB(1, k))), 0, 0.5000001);
    }

    [Fact]
    public void Exp_never_falls() => AssertNeverFalls("Exp", Elementary.Exp, ElementaryPoints.Around0(-746, 710, Count, new Random(Seed)));

    [Fact]
    public void Tanh_never_falls() => AssertNeverFalls("Tanh", Elementary.Tanh, ElementaryPoints.Around0(-20, 20, Count, new Random(Seed)));

    [Fact]
    public void Log_never_falls() => AssertNeverFalls("Log", Elementary.Log, ElementaryPoints.Positive(Count, new Random(Seed)));

    [Fact]
    public void Sigmoid_never_falls() => AssertNeverFalls("Sigmoid", Elementary.Sigmoid, ElementaryPoints.Around0(-746, 40, Count, new Random(Seed)));

    static void AssertNeverFalls(string name, Func<double, double> function, IEnumerable<double> points)
    {
        foreach (var x in points)
        {
            var before = double.NegativeInfinity;
            foreach (var near in ElementaryPoints.Neighbours(x, 8))
            {
                var value = function(near);
                // a logarithm just below 0 has no value
                if (double.IsNaN(value)) continue;
                Assert.True(value >= before, string.Create(CultureInfo.InvariantCulture, $"{name} falls at {near:R}: {before:R}, then {value:R} (seed {Seed})."));
                before = value;
            }
        }
    }

    static void AssertBits(double expected, double found) =>
        Assert.True(
            BitConverter.DoubleToInt64Bits(expected) == BitConverter.DoubleToInt64Bits(found),
            string.Create(CultureInfo.InvariantCulture, $"Expected {expected:R}, found {found:R}."));
}
