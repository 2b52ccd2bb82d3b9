using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>How many sheets of a class a cause explains best. Immutable.</summary>
/// <param name="Cause">The id of a mistake without its layer, for example <c>D2</c>; or <c>slip</c>, <c>convention</c>, <c>unknown</c>.</param>
/// <param name="Words">What it is.</param>
/// <param name="Students">Whose sheets.</param>
public sealed record CauseCount(string Cause, string Words, ImmutableArray<string> Students);
