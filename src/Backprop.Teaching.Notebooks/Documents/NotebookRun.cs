namespace Backprop.Teaching.Notebooks;

/// <summary>A notebook after it ran.</summary>
/// <param name="Notebook">With the outputs of this run, as far as it came.</param>
/// <param name="Problems">What went wrong, each with its cell's number; empty if nothing did.</param>
public sealed record NotebookRun(Notebook Notebook, IReadOnlyList<string> Problems);
