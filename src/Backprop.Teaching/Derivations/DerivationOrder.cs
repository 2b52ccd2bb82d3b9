namespace Backprop.Teaching;

/// <summary>Sorts quantities as a pass is taught: forward from layer 1, the loss, backward from layer L, then the batch and the step.</summary>
static class DerivationOrder
{
    /// <summary>A quantity and all that it comes from, each once, each after those that it uses.</summary>
    public static IReadOnlyList<QuantityId> Below(QuantityId asked, Func<QuantityId, IEnumerable<QuantityId>> uses, int layers)
    {
        var found = new HashSet<QuantityId>();
        var open = new Stack<QuantityId>([asked]);
        while (open.TryPop(out var id))
        {
            if (!found.Add(id)) continue;
            foreach (var used in uses(id)) open.Push(used);
        }
        return [.. found.OrderBy(id => Key(id, layers))];
    }

    // phase, sample, layer in the direction of the pass, kind, row, column
    static (int Phase, int Sample, int Layer, int Kind, int Row, int Column) Key(QuantityId id, int layers)
    {
        var forward = id.Kind <= QuantityKind.ActivationJacobian;
        var phase = id.Kind <= QuantityKind.Biases ? 0 : id.Info.PerSample ? 1 : id.Info.BelongsToStep ? 3 : 2;
        var place = id.Layer is not { } layer ? (id.Kind == QuantityKind.SampleLoss ? layers + 1 : 3 * layers)
            : phase != 1 || forward ? layer : (2 * layers) + 2 - layer;
        return (phase, id.Sample ?? 0, place, (int)id.Kind, id.Row ?? 0, id.Column ?? 0);
    }
}
