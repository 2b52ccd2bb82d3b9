namespace Backprop.Teaching.Notebooks;

/// <summary>An error or a warning of the compiler, with its place in the cell.</summary>
/// <param name="Id">For example <c>CS0103</c>.</param>
/// <param name="Message">What the compiler says.</param>
/// <param name="IsError">Whether it keeps the cell from running.</param>
/// <param name="Line">The line in the cell or file, from 1.</param>
/// <param name="Column">The column in that line, from 1, in UTF-16 units.</param>
/// <param name="EndLine">The line where the marked text ends.</param>
/// <param name="EndColumn">The column after the last marked character.</param>
/// <param name="File">The file, if the place is in a file that the cell loads; null for the cell itself.</param>
public sealed record CellDiagnostic(string Id, string Message, bool IsError, int Line, int Column, int EndLine, int EndColumn, string? File)
{
    /// <summary>The place and the message in one line.</summary>
    /// <returns>For example <c>(2,5): error CS0103: The name 'x' does not exist in the current context</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"{File}({Line},{Column}): {(IsError ? "error" : "warning")} {Id}: {Message}");
}
