namespace Backprop.Teaching;

/// <summary>The order in which a pass is taught: forward layer by layer, the loss, backward layer by layer, then the batch.</summary>
static class QuantityOrder
{
    public static IEnumerable<QuantityId> Of(BackpropTrace trace)
    {
        for (var l = 1; l <= trace.LayerCount; l++)
        {
            yield return new(QuantityKind.Weights, l);
            if (trace.Network.Layer(l).HasBias) yield return new(QuantityKind.Biases, l);
        }
        for (var i = 0; i < trace.SampleCount; i++)
            foreach (var id in OfSample(trace, i))
                yield return id;
        foreach (var id in OfBatch(trace)) yield return id;
    }

    public static IEnumerable<QuantityId> OfSample(BackpropTrace trace, int sample)
    {
        yield return new(QuantityKind.Input, Sample: sample);
        yield return new(QuantityKind.Target, Sample: sample);
        for (var l = 1; l <= trace.LayerCount; l++)
        {
            yield return new(QuantityKind.PreActivation, l, Sample: sample);
            yield return new(QuantityKind.Activation, l, Sample: sample);
            yield return new(trace.Network.Layer(l).Activation.IsElementwise ? QuantityKind.ActivationDerivative : QuantityKind.ActivationJacobian, l, Sample: sample);
        }
        yield return new(QuantityKind.SampleLoss, Sample: sample);
        for (var l = trace.LayerCount; l >= 1; l--)
        {
            yield return new(QuantityKind.ActivationGradient, l, Sample: sample);
            yield return new(QuantityKind.Delta, l, Sample: sample);
            yield return new(QuantityKind.WeightGradient, l, Sample: sample);
            if (trace.Network.Layer(l).HasBias) yield return new(QuantityKind.BiasGradient, l, Sample: sample);
        }
        yield return new(QuantityKind.InputGradient, Sample: sample);
    }

    static IEnumerable<QuantityId> OfBatch(BackpropTrace trace)
    {
        yield return new(QuantityKind.DataLoss);
        yield return new(QuantityKind.DecayLoss);
        yield return new(QuantityKind.Loss);
        for (var l = trace.LayerCount; l >= 1; l--)
        {
            var bias = trace.Network.Layer(l).HasBias;
            yield return new(QuantityKind.WeightGradientSum, l);
            if (bias) yield return new(QuantityKind.BiasGradientSum, l);
            yield return new(QuantityKind.WeightGradientMean, l);
            if (bias) yield return new(QuantityKind.BiasGradientMean, l);
            yield return new(QuantityKind.WeightDecayTerm, l);
            yield return new(QuantityKind.TotalWeightGradient, l);
            if (bias) yield return new(QuantityKind.TotalBiasGradient, l);
        }
    }
}
