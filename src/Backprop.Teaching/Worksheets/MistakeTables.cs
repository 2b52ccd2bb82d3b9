namespace Backprop.Teaching;

/// <summary>Asks for the wrong values of a number.</summary>
public static class MistakeTables
{
    /// <summary>The table of wrong values of a number and what each means: <c>trace["delta[1][0]@0"].Mistakes()</c>, ready before class.</summary>
    /// <param name="quantity">One number of a pass or of the example's own step.</param>
    /// <returns>A displayable.</returns>
    /// <exception cref="ArgumentException">It is a whole vector or matrix, or belongs to a step with another learning rate.</exception>
    public static MistakeTable Mistakes(this Quantity quantity)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        if (quantity is not ScalarQuantity scalar) throw new ArgumentException($"found {quantity.Name}, which is {quantity.Shape}, expected one number of it, such as {quantity.Name.Split('@')[0]}{(quantity is MatrixQuantity ? "[0,0]" : "[0]")}", nameof(quantity));
        if (quantity.LearningRate is { } rate && rate != quantity.Trace.Example.LearningRate) throw new ArgumentException($"found a step with η = {NumberFormat.RoundTrip(rate)}, expected the step of the example itself", nameof(quantity));
        return MistakeNumbers.Of(quantity.Trace.Example).TableOf(scalar.Id);
    }

    internal static MistakeTable TableOf(this MistakeNumbers numbers, QuantityId id)
    {
        var (rows, unseen) = numbers.Of(id);
        return new(id, numbers.Right[id].Value, rows, [.. unseen.Select(rule => rule.Label).Distinct().Except(rows.SelectMany(row => row.Rules))]);
    }
}
