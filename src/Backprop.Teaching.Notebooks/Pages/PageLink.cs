namespace Backprop.Teaching.Notebooks;

/// <summary>A page beside this one: its address, and its title as HTML.</summary>
sealed record PageLink(string Address, string TitleHtml);
