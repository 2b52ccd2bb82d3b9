using System.Diagnostics;
using System.Globalization;

namespace Backprop.Teaching.Benchmarks;

/// <summary>Times an action as the peers' programs do: warm, then the median of some rounds, in processor time of the whole process.</summary>
static class Stopwatches
{
    /// <summary>What all threads of this process have used: the machine may be shared, and then only that is ours.</summary>
    public static double ProcessorSeconds => Environment.CpuUsage.TotalTime.TotalSeconds;

    public static void Report(string workload, Action action, int inner = 1, int rounds = 9, double warmSeconds = 3)
    {
        var start = Stopwatch.GetTimestamp();
        do action();
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < warmSeconds);
        var times = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            var before = ProcessorSeconds;
            for (var n = 0; n < inner; n++) action();
            times.Add((ProcessorSeconds - before) / inner);
        }
        Say(workload, times.Order().ElementAt(rounds / 2));
    }

    public static void Say(string workload, double seconds) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{{\"workload\": \"{workload}\", \"seconds\": {seconds:R}}}"));
}
