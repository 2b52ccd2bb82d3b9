namespace Backprop.Teaching;

/// <summary>The labels that a published example uses for its numbers, by the example's name.</summary>
static class PublishedNames
{
    // Mazur's w1…w8, b1, b2, i1, h1, o1; units and samples from 0
    static readonly (string Label, string Name)[] Mazur =
    [
        ("i1", "x[0]@0"), ("i2", "x[1]@0"), ("target_o1", "y[0]@0"), ("target_o2", "y[1]@0"),
        ("w1", "W[1][0,0]"), ("w2", "W[1][0,1]"), ("w3", "W[1][1,0]"), ("w4", "W[1][1,1]"),
        ("w5", "W[2][0,0]"), ("w6", "W[2][0,1]"), ("w7", "W[2][1,0]"), ("w8", "W[2][1,1]"),
        ("h1", "a[1][0]@0"), ("h2", "a[1][1]@0"), ("o1", "a[2][0]@0"), ("o2", "a[2][1]@0"), ("E_total", "J"),
    ];

    public static IEnumerable<(string Label, QuantityId Id)> Of(Example example) =>
        example.Name == Examples.Mazur.Name && example.Network.Shape == Examples.Mazur.Network.Shape
            ? Mazur.Select(name => (name.Label, QuantityId.Parse(name.Name)))
            : [];
}
