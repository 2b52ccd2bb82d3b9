namespace Backprop.Teaching;

/// <summary>One factor of a path: a quantity of the trace.</summary>
/// <param name="Quantity">The quantity; its symbol and number are the factor's.</param>
public sealed record PathFactor(ScalarQuantity Quantity)
{
    /// <summary>The number.</summary>
    public double Value => Quantity.Value;

    /// <summary>The canonical symbol as LaTeX.</summary>
    public string Symbol => LatexWriter.Write(Notation.Canonical.Symbol(SymbolRequest.Of(Quantity.Id, NotationContext.Of(Quantity.Trace))));
}
