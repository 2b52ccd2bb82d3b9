using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>What one mistake, or several together, make of the numbers of a sheet.</summary>
/// <param name="Rules">The mistakes.</param>
/// <param name="Fits">For each number whether it is what they lead to.</param>
/// <param name="Touched">For each number whether it depends on what they change.</param>
/// <param name="Misfit">How far the numbers lie from what they lead to, as a share of what rounding allows: 0 for exactly.</param>
sealed record RuleFit(ImmutableArray<Rule> Rules, bool[] Fits, bool[] Touched, double Misfit)
{
    public int Count { get; } = Fits.Count(fits => fits);

    public bool IsWhole => Count == Fits.Length;
}
