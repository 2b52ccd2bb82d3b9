namespace Backprop.Teaching.Notebooks;

/// <summary>What could be written at the cursor, best first, and which text it would replace.</summary>
/// <param name="Start">Where the replaced text starts, in UTF-16 units.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Items">Best first: locals, then members, then types, then keywords.</param>
public sealed record CompletionList(int Start, int End, IReadOnlyList<CompletionItem> Items);
