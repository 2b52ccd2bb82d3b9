namespace Backprop.Teaching.Notebooks;

/// <summary>The tags as they are written in a notebook.</summary>
static class CellTags
{
    static readonly (string Name, CellTag Tag)[] All =
    [
        ("setup", CellTag.Setup), ("figure", CellTag.Figure), ("predict", CellTag.Predict), ("check", CellTag.Check), ("solution", CellTag.Solution),
        ("raises-exception", CellTag.RaisesException), ("varies", CellTag.Varies),
    ];

    public static string Names => string.Join(", ", All.Select(pair => pair.Name));

    public static string NameOf(CellTag tag) => All.Single(pair => pair.Tag == tag).Name;

    public static CellTag? Parse(string name) => All.Where(pair => pair.Name == name).Select(pair => (CellTag?)pair.Tag).FirstOrDefault();
}
