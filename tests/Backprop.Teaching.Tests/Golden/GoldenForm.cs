namespace Backprop.Teaching.Tests.Golden;

/// <summary>A trace in the form of a golden <c>expected</c> object, through the members that a student would write.</summary>
static class GoldenForm
{
    public static Dictionary<string, object?> Of(BackpropTrace trace)
    {
        var step = trace.Step();
        return new()
        {
            ["samples"] = Enumerable.Range(0, trace.SampleCount).Select(i => Of(trace.Sample(i))).ToList(),
            ["sumDW"] = Each(trace, layer => layer.WeightGradientSum.ToRows()),
            ["sumDb"] = Each(trace, layer => layer.BiasGradientSum.ToArray()),
            ["meanDW"] = Each(trace, layer => layer.WeightGradientMean.ToRows()),
            ["meanDb"] = Each(trace, layer => layer.BiasGradientMean.ToArray()),
            ["regDW"] = Each(trace, layer => layer.WeightDecayTerm.ToRows()),
            ["gradW"] = Each(trace, layer => layer.TotalWeightGradient.ToRows()),
            ["gradB"] = Each(trace, layer => layer.TotalBiasGradient.ToArray()),
            ["dataLoss"] = trace.DataLoss.Value,
            ["regLoss"] = trace.DecayLoss.Value,
            ["totalLoss"] = trace.Loss.Value,
            ["updatedW"] = Each(trace, layer => step.Layer(layer.Number).WeightsAfter.ToRows()),
            ["updatedB"] = Each(trace, layer => step.Layer(layer.Number).BiasesAfter.ToArray()),
            ["dataLossAfter"] = step.DataLossAfter.Value,
            ["regLossAfter"] = step.DecayLossAfter.Value,
            ["totalLossAfter"] = step.LossAfter.Value,
        };
    }

    static Dictionary<string, object?> Of(SampleTrace sample) => new()
    {
        ["layers"] = Enumerable.Range(1, sample.Loss.Trace.LayerCount).Select(l => Of(sample.Layer(l))).ToList(),
        ["dInput"] = sample.InputGradient.ToArray(),
        ["loss"] = sample.Loss.Value,
    };

    static Dictionary<string, object?> Of(LayerTrace layer)
    {
        var fields = new Dictionary<string, object?>
        {
            ["z"] = layer.PreActivation.ToArray(),
            ["a"] = layer.Activation.ToArray(),
            ["fprime"] = layer.Layer.Activation == ActivationFunction.Softmax ? null : layer.ActivationDerivative.ToArray(),
            ["dA"] = layer.ActivationGradient.ToArray(),
            ["delta"] = layer.Delta.ToArray(),
            ["dW"] = layer.WeightGradient.ToRows(),
            ["db"] = layer.BiasGradient.ToArray(),
        };
        if (layer.Layer.Activation == ActivationFunction.Softmax) fields["jacobian"] = layer.ActivationJacobian.ToRows();
        return fields;
    }

    static List<object> Each(BackpropTrace trace, Func<LayerTrace, object> field) =>
        [.. Enumerable.Range(1, trace.LayerCount).Select(l => field(trace.Layer(l)))];
}
