namespace Backprop.Teaching.Notebooks;

/// <summary>Something that a cell has displayed and may replace. Made by <see cref="CellFunctions.display"/>.</summary>
public sealed class DisplayedValue
{
    readonly string displayId;
    readonly string? mimeType;

    internal DisplayedValue(string displayId, string? mimeType)
    {
        this.displayId = displayId;
        this.mimeType = mimeType;
    }

    /// <summary>Shows another value in the same place.</summary>
    /// <param name="value">Any value.</param>
    public void Update(object? value) => CellContext.Current?.UpdateDisplay(CellFunctions.BundleOf(value, mimeType), displayId);
}
