using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>What changed from one trace to another, number by number, in forward and then backward order. Immutable.</summary>
public sealed class TraceComparison : Displayable
{
    const int MostRows = 60;
    const int MostEntries = 6;

    TraceComparison(ImmutableArray<QuantityChange> changes, ImmutableArray<QuantityId> unchanged, ImmutableArray<QuantityId> onlyBefore, ImmutableArray<QuantityId> onlyAfter)
    {
        Changes = changes;
        Unchanged = unchanged;
        OnlyBefore = onlyBefore;
        OnlyAfter = onlyAfter;
    }

    /// <summary>Each number that changed by at least its last bit: parameters, then forward layer by layer, the loss, backward layer by layer, then the batch.</summary>
    public ImmutableArray<QuantityChange> Changes { get; }

    /// <summary>The whole vectors, matrices and losses in which nothing changed.</summary>
    public ImmutableArray<QuantityId> Unchanged { get; }

    /// <summary>What only the first trace has, for example the biases of a layer or f′ where the second has softmax.</summary>
    public ImmutableArray<QuantityId> OnlyBefore { get; }

    /// <summary>What only the second trace has.</summary>
    public ImmutableArray<QuantityId> OnlyAfter { get; }

    internal static TraceComparison Of(BackpropTrace before, BackpropTrace after)
    {
        if (before.Network.Shape != after.Network.Shape || before.SampleCount != after.SampleCount)
            throw new ArgumentException(
                $"Two traces can be compared number by number where their layers and samples are as many: found {Describe(after)}, expected {Describe(before)} as before.", nameof(after));
        var ids = before.Quantities().ToList();
        var idsAfter = after.Quantities().ToHashSet();
        var changes = ImmutableArray.CreateBuilder<QuantityChange>();
        var unchanged = ImmutableArray.CreateBuilder<QuantityId>();
        foreach (var id in ids.Where(idsAfter.Contains))
        {
            var count = changes.Count;
            foreach (var (old, value) in QuantityEntries.Of(before[id]).Zip(QuantityEntries.Of(after[id])))
                if (old.Value != value.Value) changes.Add(new(old.Id, old.Value, value.Value));
            if (changes.Count == count) unchanged.Add(id);
        }
        return new(changes.ToImmutable(), unchanged.ToImmutable(), [.. ids.Where(id => !idsAfter.Contains(id))], [.. after.Quantities().Except(ids)]);
    }

    internal override DisplayNode View()
    {
        var nodes = new List<DisplayNode> { new HeadingNode(Changes.IsEmpty ? "Nothing changed" : Changes.Length == 1 ? "1 number changed" : $"{Changes.Length} numbers changed") };
        var rows = Changes.GroupBy(change => change.Quantity with { Row = null, Column = null }).SelectMany(group => Rows([.. group])).ToList();
        if (rows.Count > 0) nodes.Add(new TableNode(null, ["name", "before", "after", "difference"], [.. rows.Take(MostRows)]));
        if (rows.Count > MostRows) nodes.Add(new TextNode($"… {rows.Count - MostRows} more lines: comparison.Changes has all numbers."));
        if (!Unchanged.IsEmpty && !Changes.IsEmpty) nodes.Add(new TextNode("unchanged: " + string.Join(" ", Unchanged)));
        if (!OnlyBefore.IsEmpty) nodes.Add(new TextNode("only before: " + string.Join(" ", OnlyBefore)));
        if (!OnlyAfter.IsEmpty) nodes.Add(new TextNode("only after: " + string.Join(" ", OnlyAfter)));
        return new StackNode(nodes);
    }

    // the first numbers of a quantity, and how many more of it changed
    static IEnumerable<IReadOnlyList<DisplayCell>> Rows(List<QuantityChange> changes)
    {
        foreach (var change in changes.Take(MostEntries))
            yield return
            [
                DisplayCell.Code(change.Quantity.ToString()), DisplayCell.Of(change.Old, change.Quantity + " before"), DisplayCell.Of(change.New, change.Quantity + " after"),
                DisplayCell.Of(change.Difference, change.Quantity + " after − before"),
            ];
        if (changes.Count > MostEntries) yield return [$"… {changes.Count - MostEntries} more of {changes[0].Quantity with { Row = null, Column = null }}", "", "", ""];
    }

    static string Describe(BackpropTrace trace) => $"{trace.Network.Shape} with {TraceView.Samples(trace.SampleCount)}";
}
