using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>One way of making a mistake in one network: where, in words, and the definitions that it changes.</summary>
/// <param name="Layers">The layers where it is made; empty where it belongs to none.</param>
/// <param name="Clause">What goes on after "what you get if".</param>
/// <param name="Patches">The changed definitions.</param>
sealed record MistakeForm(ImmutableArray<int> Layers, string Clause, IEnumerable<Patch> Patches)
{
    public MistakeForm(string clause, IEnumerable<Patch> patches)
        : this([], clause, patches) { }
}
