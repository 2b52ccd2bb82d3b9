using Xunit.Sdk;

namespace Backprop.Teaching.Tests;

/// <summary>All numbers of a trace by name, for comparing bit by bit.</summary>
static class Bits
{
    /// <summary>Every entry of every quantity of a trace, and of its step where there is a learning rate.</summary>
    public static Dictionary<string, double> Of(BackpropTrace trace)
    {
        var numbers = new Dictionary<string, double>();
        foreach (var quantity in All(trace))
            foreach (var scalar in Entries(quantity))
                numbers.Add(scalar.Name, scalar.Value);
        return numbers;
    }

    public static IEnumerable<Quantity> All(BackpropTrace trace)
    {
        foreach (var id in trace.Quantities()) yield return trace[id];
        if (trace.Example.LearningRate is null) yield break;
        for (var l = 1; l <= trace.LayerCount; l++)
        {
            yield return trace[$"stepW[{l}]"];
            yield return trace[$"newW[{l}]"];
            if (!trace.Network.Layer(l).HasBias) continue;
            yield return trace[$"stepb[{l}]"];
            yield return trace[$"newb[{l}]"];
        }
        foreach (var name in (string[])["newDataLoss", "newRegLoss", "newJ"]) yield return trace[name];
    }

    public static IEnumerable<ScalarQuantity> Entries(Quantity quantity) => quantity switch
    {
        ScalarQuantity scalar => [scalar],
        VectorQuantity vector => Enumerable.Range(0, vector.Count).Select(j => vector[j]),
        MatrixQuantity matrix => Enumerable.Range(0, matrix.Rows).SelectMany(j => Enumerable.Range(0, matrix.Columns).Select(k => matrix[j, k])),
        _ => throw new ArgumentOutOfRangeException(nameof(quantity)),
    };

    public static void AssertSame(double expected, double actual, string what)
    {
        if (BitConverter.DoubleToInt64Bits(expected) != BitConverter.DoubleToInt64Bits(actual))
            throw new XunitException(FormattableString.Invariant($"{what}: found {actual:R}, expected the bits of {expected:R}"));
    }

    public static void AssertSame(IReadOnlyDictionary<string, double> expected, IReadOnlyDictionary<string, double> actual)
    {
        Assert.Equal(expected.Keys, actual.Keys);
        foreach (var (name, number) in expected) AssertSame(number, actual[name], name);
    }
}
