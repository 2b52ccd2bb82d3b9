namespace Backprop.Teaching.Tests.Training;

/// <summary>Progress that is written down at once, in order.</summary>
sealed class Said(Action<TrainingEpoch>? then = null) : IProgress<TrainingEpoch>
{
    public List<int> Epochs { get; } = [];

    public void Report(TrainingEpoch value)
    {
        Epochs.Add(value.Epoch);
        then?.Invoke(value);
    }
}
