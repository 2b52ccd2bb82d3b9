namespace Backprop.Teaching.Tests.Errata;

/// <summary>The demonstrations of an erratum and their numbers.</summary>
static class ErrataValues
{
    /// <summary>The demonstration itself first, then the further ones.</summary>
    public static List<ErratumDemonstration> All(string id)
    {
        var demonstration = ErrataCatalogue.Find(id)!.Demonstrate();
        return [demonstration, .. demonstration.Further];
    }

    /// <summary>All entries, row by row.</summary>
    public static List<double> Entries(ErratumValue value) =>
        [.. Enumerable.Range(0, value.Rows).SelectMany(j => Enumerable.Range(0, value.Columns).Select(k => value[j, k]))];
}
