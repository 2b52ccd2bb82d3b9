using System.Buffers.Binary;
using System.Security.Cryptography;
using Xunit.Abstractions;

namespace Backprop.Teaching.Tests.Numerics;

/// <summary>
/// The bits of many results, as one hash per function. A hash that changes means that printed digits may change: on another
/// machine it is a mistake, in a commit it has to be meant.
/// </summary>
public class ElementaryBitsTests(ITestOutputHelper output)
{
    const ulong Seed = 20261123;
    const int Count = 100_000;

    [Fact]
    public void The_bits_of_Exp() => AssertHash("b13e35998af756fd929cab488e68addc", Elementary.Exp);

    [Fact]
    public void The_bits_of_Tanh() => AssertHash("8c42e5324e769acb5fa8d3b070b6b641", Elementary.Tanh);

    [Fact]
    public void The_bits_of_Log() => AssertHash("58e1cb831afedbb9d672b7c07ee54414", Elementary.Log);

    [Fact]
    public void The_bits_of_Sigmoid() => AssertHash("3edce34bf94ae3c00999a5e164188d51", Elementary.Sigmoid);

    void AssertHash(string expected, Func<double, double> function)
    {
        var bytes = new byte[Count * sizeof(double)];
        var state = Seed;
        for (var i = 0; i < Count; i++)
            BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(i * sizeof(double)), function(Argument(ref state, i)));

        var found = Convert.ToHexStringLower(SHA256.HashData(bytes))[..32];
        output.WriteLine($"{found} (seed {Seed}, {Count} results)");
        Assert.Equal(expected, found);
    }

    // a congruential sequence of our own, which no library can change
    static double Argument(ref ulong state, int index)
    {
        state = state * 6364136223846793005 + 1442695040888963407;
        var bits = state ^ (state >> 32);
        // every other one from −32 to 32, the rest with any bits at all
        return index % 2 == 0 ? Math.ScaleB((long)bits, -58) : BitConverter.UInt64BitsToDouble(bits);
    }
}
