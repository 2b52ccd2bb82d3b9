using System.Diagnostics;

namespace Backprop.Teaching.Benchmarks;

/// <summary>The time from one epoch to the next, the first two left out: they warm up.</summary>
sealed class EpochClock : IProgress<TrainingEpoch>
{
    const int Warm = 2;
    readonly List<double> seconds = [];
    long last;

    public double MedianSeconds => seconds.Skip(Warm).Order().ElementAt((seconds.Count - Warm) / 2);

    public void Report(TrainingEpoch value)
    {
        if (value.Epoch > 0) seconds.Add(Stopwatch.GetElapsedTime(last).TotalSeconds);
        last = Stopwatch.GetTimestamp();
    }
}
