namespace Backprop.Teaching.Notebooks;

/// <summary>A file of laid-out lessons.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="State">What became of it.</param>
public sealed record LaidOutFile(string Path, LaidOutState State);
