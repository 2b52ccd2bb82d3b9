using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>The errata of the five texts that the lessons teach from, and of one published worked example.</summary>
public static class ErrataCatalogue
{
    /// <summary>All errata: by text, and in a text in the order in which the formulas stand there.</summary>
    public static ImmutableArray<Erratum> All { get; } =
        [.. Text000Errata.All, .. Text001Errata.All, .. Text002Errata.All, .. Text003Errata.All, .. Text004Errata.All, .. MazurErrata.All];

    /// <summary>The erratum of an id.</summary>
    /// <param name="id">For example <c>002-12</c>.</param>
    /// <returns>The erratum, or null if there is none of that id.</returns>
    public static Erratum? Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return All.FirstOrDefault(erratum => erratum.Id == id);
    }

    /// <summary>All errata in a table: the id, the text, what is the matter.</summary>
    public static ErrataOverview Overview { get; } = new(All);
}
