namespace Backprop.Teaching.Notebooks;

/// <summary>What came of a cell. What it printed and displayed went to its <see cref="ICellOutput"/> while it ran.</summary>
public sealed record CellResult
{
    /// <summary>How the cell ended.</summary>
    public required CellStatus Status { get; init; }

    /// <summary>The value of the trailing expression, ready to be shown; null if there is none.</summary>
    public MimeBundle? Value { get; init; }

    /// <summary>Why the cell failed or that it was interrupted; null exactly if <see cref="Status"/> is <see cref="CellStatus.Ok"/>.</summary>
    public CellError? Error { get; init; }

    /// <summary>The compiler's errors and warnings, in the order of their places.</summary>
    public IReadOnlyList<CellDiagnostic> Diagnostics { get; init; } = [];

    /// <summary>A sentence that says what still computes although the cell was interrupted, and what to do; null if nothing does.</summary>
    public string? LeftoverWork { get; init; }
}
