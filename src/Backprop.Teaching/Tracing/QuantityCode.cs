namespace Backprop.Teaching;

/// <summary>How a quantity is reached in C#, for example <c>trace.Sample(1).Layer(2).Delta[0]</c>.</summary>
static class QuantityCode
{
    public static string Of(Quantity quantity)
    {
        var id = quantity.Id;
        var index = id.Row is not { } row ? "" : id.Column is { } column ? $"[{row},{column}]" : $"[{row}]";
        return Owner(quantity) + "." + id.Info.Member + index;
    }

    static string Owner(Quantity quantity)
    {
        var id = quantity.Id;
        var layer = id.Layer is { } l ? $".Layer({l})" : "";
        if (quantity.LearningRate is { } rate) return $"trace.Step({NumberFormat.RoundTrip(rate)}){layer}";
        // with one sample the layer hands out its quantities directly
        var direct = id.Sample is null || (id.Info.HasLayer && quantity.Trace.SampleCount == 1);
        return direct ? "trace" + layer : $"trace.Sample({id.Sample}){layer}";
    }
}
