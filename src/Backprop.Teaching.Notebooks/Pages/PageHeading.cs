namespace Backprop.Teaching.Notebooks;

/// <summary>A heading of a page: its level from 1, the id to jump to, its text, and its text as HTML without links.</summary>
sealed record PageHeading(int Level, string Id, string Text, string Html);
