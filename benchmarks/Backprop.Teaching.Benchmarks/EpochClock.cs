using System.Diagnostics;

namespace Backprop.Teaching.Benchmarks;

/// <summary>The time from one epoch to the next, the first two left out: they warm up.</summary>
sealed class EpochClock : IProgress<TrainingEpoch>
{
    readonly List<double> seconds = [];
    long last;

    public double MedianSeconds => seconds.Skip(Math.Min(2, seconds.Count - 1)).Order().ElementAt((seconds.Count - Math.Min(2, seconds.Count - 1)) / 2);

    public void Report(TrainingEpoch value)
    {
        var now = Stopwatch.GetTimestamp();
        if (value.Epoch > 0) seconds.Add(Stopwatch.GetElapsedTime(last, now).TotalSeconds);
        last = Stopwatch.GetTimestamp();
    }
}
