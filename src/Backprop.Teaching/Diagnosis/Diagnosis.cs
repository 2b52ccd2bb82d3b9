using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>What the doctor finds in the numbers of a sheet. Immutable.</summary>
sealed class Diagnosis
{
    internal Diagnosis(ImmutableArray<Explanation> explanations, QuantityId? separate, Convention? convention)
    {
        Explanations = explanations;
        Separate = separate;
        Convention = convention;
    }

    /// <summary>All mistakes that fit, best first; empty where nothing is wrong, where nothing fits, and where the digits do not tell.</summary>
    public ImmutableArray<Explanation> Explanations { get; }

    /// <summary>The one quantity to compute next, where several mistakes fit: the one on which they differ most. Null where one fits, or none of the quantities tells them apart.</summary>
    public QuantityId? Separate { get; }

    /// <summary>The convention in which the whole sheet is right; null where there is none, or where it is right as it stands.</summary>
    public Convention? Convention { get; }
}
