namespace Backprop.Teaching;

/// <summary>Asks for the paths from a quantity to the loss.</summary>
public static class PathSums
{
    /// <summary>All paths from a weight to the loss: <c>trace.Paths("dW[1][0,2]@0")</c>.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="name">The ASCII name of one entry of dW, db, delta, dA or dx; the sample may be left out where there is one.</param>
    /// <returns>The paths with their factors, products and shares, and how they collapse.</returns>
    /// <exception cref="UnknownQuantityException">There is no such quantity, it is a whole vector or matrix, or no path leads from it to the loss.</exception>
    public static PathSum Paths(this BackpropTrace trace, string name)
    {
        ArgumentNullException.ThrowIfNull(trace);
        return trace[name] is ScalarQuantity scalar
            ? scalar.Paths()
            : throw new UnknownQuantityException(name, "found a whole vector or matrix, expected one number: add the last bracket.");
    }

    /// <summary>All paths from this quantity to the loss.</summary>
    /// <param name="quantity">One entry of dW, db, delta, dA or dx.</param>
    /// <returns>The paths with their factors, products and shares, and how they collapse.</returns>
    /// <exception cref="UnknownQuantityException">No path leads from it to the loss.</exception>
    public static PathSum Paths(this ScalarQuantity quantity)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        return new PathFinder(quantity).Find();
    }
}
