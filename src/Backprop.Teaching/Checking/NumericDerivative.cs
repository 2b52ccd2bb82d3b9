using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>A derivative from two losses: (J(w + h) − J(w − h)) / 2h.</summary>
/// <param name="Quantity">What was moved.</param>
/// <param name="At">w, where it stands.</param>
/// <param name="Step">h, how far it was moved each way.</param>
/// <param name="LossBelow">The loss at w − h.</param>
/// <param name="LossAbove">The loss at w + h.</param>
/// <param name="Kinks">The z of each ReLU unit that changes sign between w − h and w + h; where there is one, the quotient is no derivative.</param>
public readonly record struct NumericDerivative(QuantityId Quantity, double At, double Step, double LossBelow, double LossAbove, ImmutableArray<QuantityId> Kinks)
{
    /// <summary>The quotient.</summary>
    public double Value => (LossAbove - LossBelow) / (2 * Step);
}
