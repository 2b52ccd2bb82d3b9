namespace Backprop.Teaching;

/// <summary>One number that is another in a second trace.</summary>
/// <param name="Quantity">Which number, for example <c>z[1][0]@0</c>.</param>
/// <param name="Old">Its value before.</param>
/// <param name="New">Its value after.</param>
public readonly record struct QuantityChange(QuantityId Quantity, double Old, double New)
{
    /// <summary>New minus old.</summary>
    public double Difference => New - Old;
}
