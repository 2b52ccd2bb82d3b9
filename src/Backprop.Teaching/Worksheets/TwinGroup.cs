using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>Mistakes that give the same asked numbers. Immutable.</summary>
/// <param name="Rules">Their ids, each with its layer where it has one.</param>
/// <param name="AskToo">A number that tells them apart if it is asked too; null where they agree in every number.</param>
public sealed record TwinGroup(ImmutableArray<string> Rules, QuantityId? AskToo);
