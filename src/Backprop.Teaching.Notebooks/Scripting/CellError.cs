namespace Backprop.Teaching.Notebooks;

/// <summary>Why a cell failed, in the words that a front end shows.</summary>
/// <param name="Name">The exception's type without its namespace, <c>CompilationError</c>, or <c>Interrupted</c>.</param>
/// <param name="Message">One sentence or more; for a compilation error its place in the cell comes first.</param>
/// <param name="Traceback">Lines to show below one another: name and message first, then the user's own frames.</param>
public sealed record CellError(string Name, string Message, IReadOnlyList<string> Traceback);
