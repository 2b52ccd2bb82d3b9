namespace Backprop.Teaching;

/// <summary>A number left the range of float64 while a network was trained: in which epoch, and what happened until then.</summary>
public sealed class TrainingDivergedException : ArithmeticException
{
    internal TrainingDivergedException(int epoch, double rate, TrainingHistory history, NumericOverflowException overflow)
        : base($"Training diverged in epoch {epoch} with η = {NumberFormat.RoundTrip(rate)}: {overflow.Message}", overflow)
    {
        Epoch = epoch;
        History = history;
    }

    /// <summary>The epoch, from 1, in whose steps, or in whose losses after them, the number was no longer finite.</summary>
    public int Epoch { get; }

    /// <summary>The history of the epochs before it.</summary>
    public TrainingHistory History { get; }
}
