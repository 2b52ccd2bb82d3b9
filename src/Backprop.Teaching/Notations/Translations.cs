namespace Backprop.Teaching;

/// <summary>Asks how a quantity is written elsewhere.</summary>
public static class Translations
{
    /// <summary>This quantity in every notation: its name and its formula.</summary>
    /// <param name="quantity">A quantity of a trace.</param>
    /// <returns>A displayable.</returns>
    public static Translation Translate(this Quantity quantity)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        return new(quantity);
    }
}
