namespace Backprop.Teaching;

/// <summary>A number of the pass left the range of float64: which quantity did so first.</summary>
public sealed class NumericOverflowException : ArithmeticException
{
    /// <summary>An overflow at one quantity.</summary>
    /// <param name="quantity">The quantity that first was no finite number.</param>
    public NumericOverflowException(QuantityId quantity)
        : base($"{quantity}: found a number beyond the range of float64"
            + (quantity.Layer is { } layer ? $", first in layer {layer}" : "")
            + (quantity.Sample is { } sample ? (quantity.Layer is null ? ", first in" : " of") + $" sample {sample}" : "")
            + ", expected a finite one: smaller weights, inputs or learning rate.") => Quantity = quantity;

    /// <summary>The quantity that first was no finite number.</summary>
    public QuantityId Quantity { get; }

    // throws for the first entry that is not finite
    internal static void Check(ReadOnlySpan<double> values, QuantityKind kind, int layer, int sample)
    {
        for (var j = 0; j < values.Length; j++)
            if (!double.IsFinite(values[j])) throw new NumericOverflowException(new(kind, layer, j, null, sample));
    }
}
