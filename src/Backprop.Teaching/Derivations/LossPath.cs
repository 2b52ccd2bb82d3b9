using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>One path from a quantity to the loss: a choice of one unit in each layer that it passes.</summary>
/// <param name="Units">The units of layers l+1…L, in that order; none from the output layer itself.</param>
/// <param name="Factors">The factors from the loss back: ∂J/∂a, f′, w, f′, …; with softmax ∂J/∂z first.</param>
/// <param name="Product">Their product.</param>
/// <param name="Share">Product divided by the sum of all paths; null where that sum is 0.</param>
public sealed record LossPath(ImmutableArray<int> Units, ImmutableArray<PathFactor> Factors, double Product, double? Share);
