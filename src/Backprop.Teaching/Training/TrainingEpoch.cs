using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>Where a training stands after a number of epochs, measured on all samples, or with <see cref="TrainingOptions.LossOnTheWay"/> as they met it. Immutable.</summary>
public sealed class TrainingEpoch
{
    internal TrainingEpoch(int epoch, double loss, double dataLoss, double? heldOutLoss, ImmutableArray<double> gradientNorms, ImmutableArray<double> watched)
    {
        Epoch = epoch;
        Loss = loss;
        DataLoss = dataLoss;
        HeldOutLoss = heldOutLoss;
        GradientNorms = gradientNorms;
        Watched = watched;
    }

    /// <summary>How many epochs are done; 0 is before training.</summary>
    public int Epoch { get; }

    /// <summary>J over all samples, decay included.</summary>
    public double Loss { get; }

    /// <summary>The data loss over all samples, without decay.</summary>
    public double DataLoss { get; }

    /// <summary>The data loss over the held-out samples, without decay: to be held against <see cref="DataLoss"/>. Null where there are none.</summary>
    public double? HeldOutLoss { get; }

    /// <summary>‖∂J/∂W⁽ˡ⁾‖ over all samples, decay included: the root of the sum of the squares of all entries. Index 0 is layer 1. Empty where the loss was met on the way.</summary>
    public ImmutableArray<double> GradientNorms { get; }

    /// <summary>The watched weights and biases, in the order of <see cref="TrainingOptions.Watch"/>.</summary>
    public ImmutableArray<double> Watched { get; }

    /// <summary>The epoch and its losses.</summary>
    /// <returns>One line.</returns>
    public override string ToString() =>
        $"epoch {Epoch}: J = {NumberFormat.Default.Format(Loss)}" + (HeldOutLoss is { } heldOut ? $", held out {NumberFormat.Default.Format(heldOut)}" : "");
}
