namespace Backprop.Teaching;

/// <summary>The order in which the parts of a pass are computed: whatever a part needs, right or mistaken, stands before it.</summary>
static class PassOrder
{
    static readonly QuantityKind[] Backward =
    [
        QuantityKind.ActivationGradient, QuantityKind.Delta, QuantityKind.WeightGradient, QuantityKind.BiasGradient,
        QuantityKind.WeightGradientSum, QuantityKind.BiasGradientSum, QuantityKind.WeightGradientMean, QuantityKind.BiasGradientMean,
        QuantityKind.WeightDecayTerm, QuantityKind.TotalWeightGradient, QuantityKind.TotalBiasGradient,
        QuantityKind.WeightStep, QuantityKind.BiasStep, QuantityKind.WeightsAfter, QuantityKind.BiasesAfter,
    ];

    // what may be written down in place of a gradient
    static readonly QuantityKind[] Reported =
    [
        QuantityKind.WeightGradient, QuantityKind.BiasGradient, QuantityKind.WeightGradientSum, QuantityKind.BiasGradientSum,
        QuantityKind.WeightGradientMean, QuantityKind.BiasGradientMean, QuantityKind.TotalWeightGradient, QuantityKind.TotalBiasGradient,
    ];

    public static IReadOnlyList<PassBlockKey> Of(PassLayout layout) => [.. All(layout.Network.LayerCount).Where(key => key.Stage == PassStage.Report ? layout.Has(key with { Stage = PassStage.Pass }) : layout.Has(key))];

    static IEnumerable<PassBlockKey> All(int layers)
    {
        yield return new(QuantityKind.Input, 0);
        yield return new(QuantityKind.Target, 0);
        for (var l = 1; l <= layers; l++)
        {
            yield return new(QuantityKind.PreActivation, l);
            yield return new(QuantityKind.Activation, l);
        }
        for (var l = layers; l >= 1; l--)
        {
            yield return new(QuantityKind.ActivationDerivative, l);
            yield return new(QuantityKind.ActivationJacobian, l);
        }
        yield return new(QuantityKind.SampleLoss, 0);
        yield return new(QuantityKind.DataLoss, 0);
        yield return new(QuantityKind.DecayLoss, 0);
        yield return new(QuantityKind.Loss, 0);
        for (var l = layers; l >= 1; l--)
            foreach (var kind in Backward) yield return new(kind, l);
        yield return new(QuantityKind.InputGradient, 0);
        for (var l = 1; l <= layers; l++)
        {
            yield return new(QuantityKind.PreActivation, l, PassStage.After);
            yield return new(QuantityKind.Activation, l, PassStage.After);
        }
        yield return new(QuantityKind.SampleLoss, 0, PassStage.After);
        yield return new(QuantityKind.DataLossAfter, 0);
        yield return new(QuantityKind.DecayLossAfter, 0);
        yield return new(QuantityKind.LossAfter, 0);
        for (var l = layers; l >= 1; l--)
            foreach (var kind in Reported) yield return new(kind, l, PassStage.Report);
    }
}
