namespace Backprop.Teaching;

/// <summary>What a relative error between two gradients means, in the bands of Stanford's course cs231n.</summary>
public enum RelativeErrorBand
{
    /// <summary>At most 1e-7: be happy.</summary>
    Happy,

    /// <summary>Above 1e-7, at most 1e-4: usually fine where the loss has kinks, too high where it has none.</summary>
    FineWithKinks,

    /// <summary>Above 1e-4, at most 1e-2: uncomfortable.</summary>
    Uncomfortable,

    /// <summary>Above 1e-2, or no number: the gradient is probably wrong.</summary>
    ProbablyWrong,
}
