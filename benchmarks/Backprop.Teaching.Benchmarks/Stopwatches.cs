using System.Diagnostics;
using System.Globalization;

namespace Backprop.Teaching.Benchmarks;

/// <summary>Times an action as the peers' programs do: warm, then the median of some rounds.</summary>
static class Stopwatches
{
    public static void Report(string workload, Action action, int inner = 1, int rounds = 9, double warmSeconds = 1.5)
    {
        var start = Stopwatch.GetTimestamp();
        do action();
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < warmSeconds);
        var times = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            var before = Stopwatch.GetTimestamp();
            for (var n = 0; n < inner; n++) action();
            times.Add(Stopwatch.GetElapsedTime(before).TotalSeconds / inner);
        }
        Say(workload, times.Order().ElementAt(rounds / 2));
    }

    public static void Say(string workload, double seconds) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{{\"workload\": \"{workload}\", \"seconds\": {seconds:R}}}"));
}
