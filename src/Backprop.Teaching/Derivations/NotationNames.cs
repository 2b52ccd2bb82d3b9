namespace Backprop.Teaching;

/// <summary>All symbols of an example in a notation, each in one normal form, with the quantity that it names.</summary>
static class NotationNames
{
    public static Dictionary<string, QuantityId> Of(Notation notation, Example example)
    {
        var context = NotationContext.Of(example);
        var names = new Dictionary<string, QuantityId>(StringComparer.Ordinal);
        foreach (var id in Ids(example))
        {
            var symbol = notation.Symbol(SymbolRequest.Of(id, context));
            names.TryAdd(SymbolText.Normalize(LatexWriter.Write(symbol)), id);
            names.TryAdd(SymbolText.Normalize(FormulaTextWriter.WriteLine(symbol)), id);
        }
        return names;
    }

    /// <summary>Every quantity that an example has, entries before the whole.</summary>
    public static IEnumerable<QuantityId> Ids(Example example) =>
        QuantityKindInfo.All.SelectMany(info => Wholes(info, example)).SelectMany(whole => Entries(whole, example).Append(whole));

    static IEnumerable<QuantityId> Wholes(QuantityKindInfo info, Example example) =>
        from layer in info.HasLayer ? Enumerable.Range(1, example.Network.LayerCount).Select(l => (int?)l) : [null]
        from sample in info.PerSample ? Enumerable.Range(0, example.SampleCount).Select(i => (int?)i) : [null]
        let id = new QuantityId(info.Kind, layer, null, null, sample)
        where Exists(id, example)
        select id;

    static bool Exists(QuantityId id, Example example) => id.Layer is not { } layer || id.Kind switch
    {
        QuantityKind.ActivationDerivative => example.Network.Layer(layer).Activation.IsElementwise,
        QuantityKind.ActivationJacobian => !example.Network.Layer(layer).Activation.IsElementwise,
        _ => !QuantityLookup.IsOfBias(id.Kind) || example.Network.Layer(layer).HasBias,
    };

    static IEnumerable<QuantityId> Entries(QuantityId whole, Example example)
    {
        if (whole.Info.Indices == 0) yield break;
        var network = example.Network;
        var rows = whole.Layer is { } layer ? network.Layer(layer).Units : whole.Kind == QuantityKind.Target ? network.OutputCount : network.InputCount;
        var columns = whole.Info.Indices == 1 ? 0 : whole.Kind == QuantityKind.ActivationJacobian ? rows : network.Layer(whole.Layer!.Value).Inputs;
        for (var j = 0; j < rows; j++)
        {
            if (columns == 0) yield return whole.At(j);
            for (var k = 0; k < columns; k++) yield return whole.At(j, k);
        }
    }
}
