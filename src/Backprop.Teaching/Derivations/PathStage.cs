using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>One stage of the collapse: everything behind layer l is gathered in its δ, and one term is left for each way from there on.</summary>
/// <param name="Layer">The layer whose δ the terms begin with.</param>
/// <param name="Terms">The terms that are left; their sum is the quantity in every stage.</param>
public sealed record PathStage(int Layer, ImmutableArray<LossPath> Terms);
