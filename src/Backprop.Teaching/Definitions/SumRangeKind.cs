namespace Backprop.Teaching;

/// <summary>The kinds of things that a sum runs over.</summary>
public enum SumRangeKind
{
    /// <summary>The units of one layer.</summary>
    Units,

    /// <summary>The samples.</summary>
    Samples,

    /// <summary>The layers 1…L.</summary>
    Layers,
}
