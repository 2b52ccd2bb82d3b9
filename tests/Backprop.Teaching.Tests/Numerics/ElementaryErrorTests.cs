using System.Globalization;
using Xunit.Abstractions;

namespace Backprop.Teaching.Tests.Numerics;

/// <summary>Every function against the arbitrary-precision oracle: 2 ulp are promised, the documented bounds are tighter.</summary>
public class ElementaryErrorTests(ITestOutputHelper output)
{
    const int Seed = 20261121;
    const int Count = 2000;
    const double Promised = 2;

    // the first argument whose exponential is a normal double
    const double ExpNormal = -708.3964185322641;

    [Fact]
    public void Exp_is_as_near_as_documented() =>
        AssertNear("Exp", Elementary.Exp, ElementaryOracle.Exp, 0.7, ElementaryPoints.Around0(ExpNormal, ElementaryPoints.ExpFinite, Count, new Random(Seed)));

    [Fact]
    public void Exp_is_as_near_as_documented_where_it_is_subnormal() =>
        AssertNear("Exp, subnormal", Elementary.Exp, ElementaryOracle.Exp, 0.8, ElementaryPoints.Between(-746, ExpNormal, Count, new Random(Seed)));

    [Fact]
    public void Tanh_is_as_near_as_documented() =>
        AssertNear("Tanh", Elementary.Tanh, ElementaryOracle.Tanh, 0.9, ElementaryPoints.Around0(-23, 23, Count, new Random(Seed)));

    [Fact]
    public void Log_is_as_near_as_documented() =>
        AssertNear("Log", Elementary.Log, ElementaryOracle.Log, 0.65, ElementaryPoints.Positive(Count, new Random(Seed)));

    [Fact]
    public void Sigmoid_is_as_near_as_documented() =>
        AssertNear("Sigmoid", Elementary.Sigmoid, ElementaryOracle.Sigmoid, 0.8, ElementaryPoints.Around0(-746, 746, Count, new Random(Seed)));

    void AssertNear(
        string name, Func<double, double> function, Func<double, ExactNumber> oracle, double documented, IEnumerable<double> points)
    {
        var worst = 0.0;
        var at = 0.0;
        var tried = 0;
        foreach (var x in points)
        {
            tried++;
            var error = oracle(x).UlpsTo(function(x));
            if (error <= worst) continue;
            (worst, at) = (error, x);
        }

        var found = string.Create(CultureInfo.InvariantCulture, $"{name}: worst of {tried} is {worst:F4} ulp at {at:R} (seed {Seed})");
        output.WriteLine(found);
        Assert.True(documented <= Promised);
        Assert.True(worst <= documented, found);
    }
}
