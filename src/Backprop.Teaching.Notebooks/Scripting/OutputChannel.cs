namespace Backprop.Teaching.Notebooks;

/// <summary>The two channels that a cell prints to.</summary>
public enum OutputChannel
{
    /// <summary><c>Console.Out</c></summary>
    Out,

    /// <summary><c>Console.Error</c></summary>
    Error,
}
