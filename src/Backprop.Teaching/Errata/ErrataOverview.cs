using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>The table of all errata; each row's id opens one with <see cref="ErrataCatalogue.Find"/>. Immutable.</summary>
public sealed class ErrataOverview : Displayable
{
    readonly ImmutableArray<Erratum> errata;

    internal ErrataOverview(ImmutableArray<Erratum> errata) => this.errata = errata;

    internal override DisplayNode View() => new TableNode(
        $"{errata.Length} errata", ["id", "text", "what"],
        [.. errata.Select(IReadOnlyList<DisplayCell> (erratum) => [DisplayCell.Code(erratum.Id), erratum.Text, erratum.What])]);
}
