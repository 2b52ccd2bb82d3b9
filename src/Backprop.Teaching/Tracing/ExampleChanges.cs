namespace Backprop.Teaching;

/// <summary>Changes one number of an example by its name.</summary>
public static class ExampleChanges
{
    /// <summary>This example with one number changed: <c>example.With("W[2][0,1]", 0.6)</c>. W, b, x and y can be changed.</summary>
    /// <param name="example">The example; it is unchanged.</param>
    /// <param name="name">The ASCII name of one number, for example <c>x[1]@0</c>; the sample may be left out where there is one.</param>
    /// <param name="value">The new value, finite.</param>
    /// <returns>A new example.</returns>
    /// <exception cref="UnknownQuantityException">There is no such number, or it is not W, b, x or y.</exception>
    /// <exception cref="InvalidInputException">The value is not finite, or a target does not suit the loss.</exception>
    public static Example With(this Example example, string name, double value)
    {
        ArgumentNullException.ThrowIfNull(example);
        var id = QuantityId.Parse(name);
        if (!double.IsFinite(value)) throw new InvalidInputException(name, "", NumberFormat.RoundTrip(value), "a finite number");
        if (!id.IsScalar) throw new UnknownQuantityException(name, "found a whole vector or matrix, expected one number: add the last bracket.");
        try
        {
            return Changed(example, id, name, value);
        }
        catch (Exception error) when (error is ArgumentOutOfRangeException or InvalidOperationException)
        {
            throw new UnknownQuantityException(name, error.Message);
        }
    }

    static Example Changed(Example example, QuantityId id, string name, double value)
    {
        var network = example.Network;
        switch (id.Kind)
        {
            case QuantityKind.Weights: return example with { Network = network.WithLayer(id.Layer!.Value, network.Layer(id.Layer.Value).WithWeight(id.Row!.Value, id.Column!.Value, value)) };
            case QuantityKind.Biases: return example with { Network = network.WithLayer(id.Layer!.Value, network.Layer(id.Layer.Value).WithBias(id.Row!.Value, value)) };
            case QuantityKind.Input: return example.WithInput(SampleOf(example, id, name), Within(id.Row!.Value, network.InputCount, name), value);
            case QuantityKind.Target: return example.WithTarget(SampleOf(example, id, name), Within(id.Row!.Value, network.OutputCount, name), value);
            default: throw new UnknownQuantityException(name, $"{id.KindName} follows from the others, expected one of W, b, x, y.");
        }
    }

    static int SampleOf(Example example, QuantityId id, string name) =>
        id.Sample is { } sample && sample < example.SampleCount ? sample
        : id.Sample is null && example.SampleCount == 1 ? 0
        : throw new UnknownQuantityException(name, $"expected @0 to @{example.SampleCount - 1} behind the name.");

    static int Within(int index, int count, string name) => index < count
        ? index
        : throw new UnknownQuantityException(name, $"index {index} is out of range, expected 0 to {count - 1}.");
}
