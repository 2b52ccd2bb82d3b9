namespace Backprop.Teaching;

/// <summary>One number of a trace. It calculates as the number that it is.</summary>
public sealed class ScalarQuantity : Quantity
{
    internal ScalarQuantity(BackpropTrace trace, QuantityId id, double value, double? learningRate = null)
        : base(trace, id, learningRate) => Value = value;

    /// <summary>The number, finite.</summary>
    public double Value { get; }

    /// <inheritdoc/>
    public override string Shape => "1×1";

    /// <summary>The number.</summary>
    /// <param name="quantity">A quantity of one number.</param>
    public static implicit operator double(ScalarQuantity quantity)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        return quantity.Value;
    }

    internal override DisplayNode ValueNode() => new LineNode([DisplayCell.Of(Value, Names)]);
}
