namespace Backprop.Teaching;

/// <summary>Which numbers a number is computed from, by the definitions.</summary>
sealed class Upstream(Example example)
{
    readonly ExpressionBinder binder = new(example.Network, example.SampleCount);
    readonly Dictionary<QuantityId, IReadOnlyList<QuantityId>> uses = [];

    /// <summary>Which of some numbers a number is computed from, itself left out.</summary>
    public IReadOnlySet<QuantityId> Among(QuantityId id, IReadOnlySet<QuantityId> some)
    {
        var found = new HashSet<QuantityId>();
        if (some.Count == 0) return found;
        var seen = new HashSet<QuantityId>();
        var open = new Stack<QuantityId>(UsesOf(id));
        while (open.TryPop(out var next))
        {
            if (next == id || !seen.Add(next)) continue;
            if (some.Contains(next)) found.Add(next);
            foreach (var used in UsesOf(next)) open.Push(used);
        }
        return found;
    }

    IReadOnlyList<QuantityId> UsesOf(QuantityId id)
    {
        if (uses.TryGetValue(id, out var known)) return known;
        return uses[id] = id.Kind == QuantityKind.DataLossAfter ? [.. AfterStep()]
            : Definition.Of(id, example.Network, example.Objective).Entry is { } formula ? binder.Bind(formula, ("l", id.Layer), ("j", id.Row), ("k", id.Column), ("i", id.Sample)).Uses() : [];
    }

    // the forward pass once more uses every parameter
    IEnumerable<QuantityId> AfterStep() =>
        from l in Enumerable.Range(1, example.Network.LayerCount)
        let layer = example.Network.Layer(l)
        from j in Enumerable.Range(0, layer.Units)
        from id in Enumerable.Range(0, layer.Inputs).Select(k => new QuantityId(QuantityKind.WeightsAfter, l, j, k)).Concat(layer.HasBias ? [new(QuantityKind.BiasesAfter, l, j)] : [])
        select id;
}
