namespace Backprop.Teaching;

/// <summary>What a panel draws: a <see cref="LineTrace"/>, <see cref="BarTrace"/>, <see cref="HeatMapTrace"/> or <see cref="ContourTrace"/>. Immutable.</summary>
/// <param name="Name">What it is called in the legend; empty for none.</param>
public abstract record FigureTrace(string Name)
{
    internal abstract Extent XExtent(bool log);

    internal abstract Extent YExtent(bool log);
}
