namespace Backprop.Teaching;

/// <summary>Random numbers from a seed, the same on every machine and in every version of the runtime (SplitMix64, Steele, Lea and Flood 2014).</summary>
sealed class SeededRandom(long seed)
{
    ulong state = unchecked((ulong)seed);

    /// <summary>A number in [0, 1) with 53 random bits.</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A number in [from, to).</summary>
    public double Between(double from, double to) => from + ((to - from) * NextDouble());

    /// <summary>A whole number in 0…count−1.</summary>
    public int Below(int count) => (int)(NextDouble() * count);

    /// <summary>The numbers 0…count−1 in random order (Fisher and Yates).</summary>
    public int[] Permutation(int count)
    {
        var order = new int[count];
        for (var i = 0; i < count; i++)
        {
            var other = Below(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }

    ulong NextBits()
    {
        unchecked
        {
            var bits = state += 0x9E3779B97F4A7C15;
            bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
            bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
            return bits ^ (bits >> 31);
        }
    }
}
