namespace Backprop.Teaching.Notebooks;

/// <summary>How a notebook is run.</summary>
public sealed record NotebookRunOptions
{
    /// <summary>The longest that one cell may take.</summary>
    /// <value>The default is 60 seconds.</value>
    public TimeSpan CellTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Whether <c>solution</c> cells run without their comment marks.</summary>
    /// <value>The default is false.</value>
    public bool Solutions { get; init; }

    /// <summary>Told before each code cell: its number among all cells from 1, and how many cells there are. May be null.</summary>
    public Action<int, int>? Progress { get; init; }
}
