namespace Backprop.Teaching;

/// <summary>One thread's share of the columns of a matrix: whole groups of 8, none if there are fewer groups than threads.</summary>
/// <param name="Rank">Which thread, from 0.</param>
/// <param name="Of">How many there are.</param>
readonly record struct Share(int Rank, int Of)
{
    const int Group = 8;

    public static Share Whole => new(0, 1);

    public bool IsWhole => Of == 1;

    /// <summary>The first column.</summary>
    public int Start(int columns) => columns / Group * Rank / Of * Group;

    /// <summary>How many columns.</summary>
    public int Count(int columns) => new Share(Rank + 1, Of).Start(columns) - Start(columns);
}
