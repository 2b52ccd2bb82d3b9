namespace Backprop.Teaching;

/// <summary>Finds a quantity of a trace by its id; what does not exist is said with the part that is out of range.</summary>
static class QuantityLookup
{
    public static Quantity Find(BackpropTrace trace, QuantityId id, string written)
    {
        var complete = Complete(trace, id, written);
        var whole = Whole(trace, complete);
        if (complete.Row is not { } row) return whole;
        return whole switch
        {
            VectorQuantity vector => row < vector.Count ? vector[row] : throw Outside(written, "unit", row, vector.Count),
            MatrixQuantity matrix => row >= matrix.Rows ? throw Outside(written, "row", row, matrix.Rows)
                : complete.Column!.Value >= matrix.Columns ? throw Outside(written, "column", complete.Column.Value, matrix.Columns)
                : matrix[row, complete.Column.Value],
            _ => whole,
        };
    }

    /// <summary>A quantity of a step with another learning rate than the example's.</summary>
    public static Quantity FindOfStep(UpdateStep step, QuantityId id) => OfStep(step, id) switch
    {
        VectorQuantity vector when id.Row is { } row => vector[row],
        MatrixQuantity matrix when id.Row is { } row => matrix[row, id.Column!.Value],
        var whole => whole,
    };

    // fills in the one sample, and checks layer, sample, bias, activation and learning rate
    static QuantityId Complete(BackpropTrace trace, QuantityId id, string written)
    {
        if (id.Row < 0 || id.Column < 0) throw new UnknownQuantityException(written, "an index is negative, expected 0 or more.");
        if (id.Info.HasLayer && (id.Layer is not { } l || l < 1 || l > trace.LayerCount))
            throw new UnknownQuantityException(written, $"layer {id.Layer} is out of range, expected 1 to {trace.LayerCount}.");
        if (id.Info.PerSample) id = id with { Sample = SampleOf(trace, id, written) };
        if (id.Layer is { } layer)
        {
            var elementwise = trace.Network.Layer(layer).Activation.IsElementwise;
            if (id.Kind == QuantityKind.ActivationDerivative && !elementwise)
                throw new UnknownQuantityException(written, $"layer {layer} is softmax and has no f′ for each unit, expected jacobian[{layer}].");
            if (id.Kind == QuantityKind.ActivationJacobian && elementwise)
                throw new UnknownQuantityException(written, $"layer {layer} is {trace.Network.Layer(layer).Activation.Name} and has no Jacobian beyond its f′, expected fprime[{layer}].");
            if (IsOfBias(id.Kind) && !trace.Network.Layer(layer).HasBias)
                throw new UnknownQuantityException(written, $"layer {layer} has no bias.");
        }
        if (id.Info.BelongsToStep && trace.Example.LearningRate is null)
            throw new UnknownQuantityException(written, "the example has no learning rate, expected one: trace.Step(0.5) makes a step with another.");
        return id;
    }

    static int SampleOf(BackpropTrace trace, QuantityId id, string written)
    {
        if (id.Sample is { } sample)
            return sample >= 0 && sample < trace.SampleCount
                ? sample
                : throw new UnknownQuantityException(written, $"sample {sample} is out of range, expected @0 to @{trace.SampleCount - 1}.");
        return trace.SampleCount == 1
            ? 0
            : throw new UnknownQuantityException(written, $"it belongs to one of {trace.SampleCount} samples, expected @0 to @{trace.SampleCount - 1} behind the name.");
    }

    public static bool IsOfBias(QuantityKind kind) => kind is QuantityKind.Biases or QuantityKind.BiasGradient or QuantityKind.BiasGradientSum
        or QuantityKind.BiasGradientMean or QuantityKind.TotalBiasGradient or QuantityKind.BiasStep or QuantityKind.BiasesAfter;

    static Quantity Whole(BackpropTrace trace, QuantityId id)
    {
        if (id.Info.BelongsToStep) return OfStep(trace.Step(), id);
        if (id.Sample is { } sample && !id.Info.HasLayer) return OfSample(trace.Sample(sample), id.Kind);
        if (id.Layer is not { } layer) return OfBatch(trace, id.Kind);
        return OfLayer(id.Sample is { } chosen ? trace.Sample(chosen).Layer(layer) : trace.Layer(layer), id.Kind);
    }

    static Quantity OfLayer(LayerTrace layer, QuantityKind kind) => kind switch
    {
        QuantityKind.Weights => layer.Weights,
        QuantityKind.Biases => layer.Biases,
        QuantityKind.PreActivation => layer.PreActivation,
        QuantityKind.Activation => layer.Activation,
        QuantityKind.ActivationDerivative => layer.ActivationDerivative,
        QuantityKind.ActivationJacobian => layer.ActivationJacobian,
        QuantityKind.ActivationGradient => layer.ActivationGradient,
        QuantityKind.Delta => layer.Delta,
        QuantityKind.WeightGradient => layer.WeightGradient,
        QuantityKind.BiasGradient => layer.BiasGradient,
        QuantityKind.WeightGradientSum => layer.WeightGradientSum,
        QuantityKind.BiasGradientSum => layer.BiasGradientSum,
        QuantityKind.WeightGradientMean => layer.WeightGradientMean,
        QuantityKind.BiasGradientMean => layer.BiasGradientMean,
        QuantityKind.WeightDecayTerm => layer.WeightDecayTerm,
        QuantityKind.TotalWeightGradient => layer.TotalWeightGradient,
        QuantityKind.TotalBiasGradient => layer.TotalBiasGradient,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not a kind of a layer"),
    };

    static Quantity OfSample(SampleTrace sample, QuantityKind kind) => kind switch
    {
        QuantityKind.Input => sample.Input,
        QuantityKind.Target => sample.Target,
        QuantityKind.SampleLoss => sample.Loss,
        QuantityKind.InputGradient => sample.InputGradient,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not a kind of a sample"),
    };

    static ScalarQuantity OfBatch(BackpropTrace trace, QuantityKind kind) => kind switch
    {
        QuantityKind.DataLoss => trace.DataLoss,
        QuantityKind.DecayLoss => trace.DecayLoss,
        QuantityKind.Loss => trace.Loss,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not a kind of a batch"),
    };

    static Quantity OfStep(UpdateStep step, QuantityId id) => id.Kind switch
    {
        QuantityKind.WeightStep => step.Layer(id.Layer!.Value).WeightStep,
        QuantityKind.BiasStep => step.Layer(id.Layer!.Value).BiasStep,
        QuantityKind.WeightsAfter => step.Layer(id.Layer!.Value).WeightsAfter,
        QuantityKind.BiasesAfter => step.Layer(id.Layer!.Value).BiasesAfter,
        QuantityKind.DataLossAfter => step.DataLossAfter,
        QuantityKind.DecayLossAfter => step.DecayLossAfter,
        QuantityKind.LossAfter => step.LossAfter,
        _ => throw new ArgumentOutOfRangeException(nameof(id), id, "not a kind of a step"),
    };

    static UnknownQuantityException Outside(string written, string what, int found, int count) =>
        new(written, $"{what} {found} is out of range, expected 0 to {count - 1}.");
}
