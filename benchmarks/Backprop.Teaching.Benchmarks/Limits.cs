using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Backprop.Teaching.Benchmarks;

/// <summary>What the processor can do: fused multiply-adds in a second, and bytes read in a second.</summary>
static class Limits
{
    public static void Run()
    {
        Best("limit FMA 512", 12 * 8 * 2 * 100_000.0, () => Fma512(100_000));
        Best("limit FMA 256", 12 * 4 * 2 * 100_000.0, () => Fma256(100_000));
        foreach (var kilobytes in (int[])[32, 512, 16_384, 262_144])
        {
            var numbers = new double[kilobytes * 128];
            Best($"limit read {kilobytes} KiB", numbers.Length * 8.0 * Math.Max(1, 8_192 / kilobytes), () => { for (var n = 0; n < Math.Max(1, 8_192 / kilobytes); n++) Sum(numbers); });
        }
    }

    static void Best(string name, double work, Action action)
    {
        var best = double.MaxValue;
        for (var round = 0; round < 60; round++)
        {
            var start = Stopwatch.GetTimestamp();
            action();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
        Stopwatches.Say(name, work / best);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static Vector512<double> Fma512(int count)
    {
        Vector512<double> p = Vector512.Create(0.5), q = Vector512.Create(0.25), a = p, b = p, c = p, d = p, e = p, f = p, g = p, h = p, i = p, j = p, k = p, l = p;
        for (; count > 0; count--)
        {
            (a, b, c) = (Vector512.FusedMultiplyAdd(p, q, a), Vector512.FusedMultiplyAdd(p, q, b), Vector512.FusedMultiplyAdd(p, q, c));
            (d, e, f) = (Vector512.FusedMultiplyAdd(p, q, d), Vector512.FusedMultiplyAdd(p, q, e), Vector512.FusedMultiplyAdd(p, q, f));
            (g, h, i) = (Vector512.FusedMultiplyAdd(p, q, g), Vector512.FusedMultiplyAdd(p, q, h), Vector512.FusedMultiplyAdd(p, q, i));
            (j, k, l) = (Vector512.FusedMultiplyAdd(p, q, j), Vector512.FusedMultiplyAdd(p, q, k), Vector512.FusedMultiplyAdd(p, q, l));
        }
        return a + b + c + d + e + f + g + h + i + j + k + l;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static Vector256<double> Fma256(int count)
    {
        Vector256<double> p = Vector256.Create(0.5), q = Vector256.Create(0.25), a = p, b = p, c = p, d = p, e = p, f = p, g = p, h = p, i = p, j = p, k = p, l = p;
        for (; count > 0; count--)
        {
            (a, b, c) = (Vector256.FusedMultiplyAdd(p, q, a), Vector256.FusedMultiplyAdd(p, q, b), Vector256.FusedMultiplyAdd(p, q, c));
            (d, e, f) = (Vector256.FusedMultiplyAdd(p, q, d), Vector256.FusedMultiplyAdd(p, q, e), Vector256.FusedMultiplyAdd(p, q, f));
            (g, h, i) = (Vector256.FusedMultiplyAdd(p, q, g), Vector256.FusedMultiplyAdd(p, q, h), Vector256.FusedMultiplyAdd(p, q, i));
            (j, k, l) = (Vector256.FusedMultiplyAdd(p, q, j), Vector256.FusedMultiplyAdd(p, q, k), Vector256.FusedMultiplyAdd(p, q, l));
        }
        return a + b + c + d + e + f + g + h + i + j + k + l;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static Vector512<double> Sum(ReadOnlySpan<double> numbers)
    {
        Vector512<double> a = default, b = default, c = default, d = default;
        ref var from = ref Unsafe.AsRef(in numbers[0]);
        for (var n = 0; n + 32 <= numbers.Length; n += 32)
        {
            a += Vector512.LoadUnsafe(ref from, (nuint)n);
            b += Vector512.LoadUnsafe(ref from, (nuint)n + 8);
            c += Vector512.LoadUnsafe(ref from, (nuint)n + 16);
            d += Vector512.LoadUnsafe(ref from, (nuint)n + 24);
        }
        return a + b + c + d;
    }
}
