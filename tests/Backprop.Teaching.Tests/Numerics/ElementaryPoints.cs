namespace Backprop.Teaching.Tests.Numerics;

/// <summary>Where the elementary functions are tried: seeded, in every binade, and where a mistake would hide.</summary>
static class ElementaryPoints
{
    /// <summary>The last argument whose exponential is finite.</summary>
    public const double ExpFinite = 709.782712893384;

    /// <summary>The last argument whose exponential is not rounded to 0.</summary>
    public const double ExpPositive = -745.1332191019411;

    const double HalfLn2 = 0.34657359027997264;

    /// <summary>Arguments from the lowest to the highest: evenly spread, near 0, and at the edges of the reduction by ln 2.</summary>
    public static IEnumerable<double> Around0(double lowest, double highest, int count, Random random)
    {
        foreach (var x in new[] { 0.0, -0.0, lowest, highest, double.Epsilon, -double.Epsilon, 1, -1, 0.5, -0.5 }) yield return x;
        for (var i = 0; i < count; i++)
        {
            yield return lowest + (highest - lowest) * random.NextDouble();
            yield return Math.Clamp(80 * random.NextDouble() - 40, lowest, highest);
            yield return Math.Clamp(Sign(random) * Binade(random, -1074, 9), lowest, highest);
            yield return Math.Clamp(Sign(random) * Binade(random, -12, 5), lowest, highest);
        }

        // halfway between multiples of ln 2 the quotient changes; tanh doubles its argument first
        foreach (var step in new[] { HalfLn2 / 2, HalfLn2 })
        {
            for (var k = (int)(lowest / step) + 1; k * step < highest; k++)
            {
                foreach (var x in Neighbours(k * step, 1)) yield return x;
            }
        }
    }

    /// <summary>Arguments evenly spread from the lowest to the highest.</summary>
    public static IEnumerable<double> Between(double lowest, double highest, int count, Random random)
    {
        for (var i = 0; i < count; i++) yield return lowest + (highest - lowest) * random.NextDouble();
    }

    /// <summary>Positive arguments: every binade, near 1, and where the logarithm's mantissa starts over.</summary>
    public static IEnumerable<double> Positive(int count, Random random)
    {
        foreach (var x in new[] { double.Epsilon, 1, double.MaxValue, 2.2250738585072014E-308, 2.2250738585072009E-308, Math.E, 10 }) yield return x;
        for (var i = 0; i < count; i++)
        {
            yield return Binade(random, -1074, 1023);
            yield return 1 + Sign(random) * Binade(random, -54, -2);
            yield return 0.5 + random.NextDouble() * 1.5;
            yield return random.NextDouble() * 20;
        }

        for (var k = -1074; k <= 1023; k++)
        {
            foreach (var x in Neighbours(Math.ScaleB(1, k), 1)) if (x > 0) yield return x;
            foreach (var x in Neighbours(Math.ScaleB(Math.Sqrt(2), k - 1), 1)) if (x > 0) yield return x;
        }
    }

    /// <summary>A number and its neighbours, in ascending order.</summary>
    public static IEnumerable<double> Neighbours(double x, int each)
    {
        for (var i = 0; i < each; i++) x = Math.BitDecrement(x);
        for (var i = -each; i <= each; i++)
        {
            yield return x;
            x = Math.BitIncrement(x);
        }
    }

    static double Binade(Random random, int lowest, int highest) =>
        Math.ScaleB(1 + random.NextDouble(), random.Next(lowest, highest + 1));

    static int Sign(Random random) => 2 * random.Next(2) - 1;
}
