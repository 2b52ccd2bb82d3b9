namespace Backprop.Teaching;

/// <summary>How a trace, a sample, a layer and a step are shown: a table per layer, then the losses.</summary>
static class TraceView
{
    const int MostUnits = 8;
    const int MostSamples = 4;

    public static DisplayNode OfTrace(BackpropTrace trace)
    {
        var nodes = new List<DisplayNode> { new HeadingNode($"Trace of {trace.Example.Name}: {trace.Network.Shape}, {Samples(trace.SampleCount)}") };
        for (var i = 0; i < Math.Min(trace.SampleCount, MostSamples); i++)
        {
            if (trace.SampleCount > 1) nodes.Add(new HeadingNode($"sample {i}"));
            nodes.AddRange(LayersOf(trace.Sample(i), MostUnits));
        }
        if (trace.SampleCount > MostSamples)
            nodes.Add(new TextNode($"… {trace.SampleCount - MostSamples} more samples: trace.Sample(i) shows any of them."));
        nodes.Add(Losses(trace));
        nodes.Add(new TextNode("trace.Everything() shows every number: W and b, each sample's ΔW and Δb, sums, means, gradients and the step."));
        return new StackNode(nodes);
    }

    public static DisplayNode OfSample(SampleTrace sample)
    {
        var nodes = new List<DisplayNode> { new HeadingNode($"Sample {sample.Index} of {sample.Trace.Example.Name}") };
        nodes.AddRange(LayersOf(sample, MostUnits));
        return new StackNode(nodes);
    }

    public static DisplayNode OfLayer(LayerTrace layer)
    {
        var nodes = new List<DisplayNode>();
        if (layer.SampleIndex is null)
        {
            nodes.Add(new HeadingNode(Caption(layer)));
            nodes.Add(new TextNode($"z, a and δ belong to one of {layer.Trace.SampleCount} samples: trace.Sample(i).Layer({layer.Number}) shows them."));
        }
        else nodes.Add(UnitTable(layer, MostUnits));
        nodes.Add(Named(layer.Weights));
        if (layer.Layer.HasBias) nodes.Add(Named(layer.Biases));
        if (layer.SampleIndex is not null && !layer.Layer.Activation.IsElementwise) nodes.Add(Named(layer.ActivationJacobian));
        if (layer.SampleIndex is not null) nodes.Add(Named(layer.WeightGradient));
        nodes.Add(Named(layer.TotalWeightGradient));
        if (layer.Layer.HasBias) nodes.Add(Named(layer.TotalBiasGradient));
        return new StackNode(nodes);
    }

    public static DisplayNode OfStep(UpdateStep step)
    {
        var trace = step.Trace;
        var nodes = new List<DisplayNode> { new HeadingNode($"Step of {trace.Example.Name} with η = {NumberFormat.RoundTrip(step.LearningRate)}") };
        for (var l = 1; l <= trace.LayerCount; l++) nodes.AddRange(OfLayerStep(trace.Layer(l), step.Layer(l)));
        if (!trace.Network.TrainBias) nodes.Add(new TextNode("The biases are frozen: their gradient is reported, their step is 0."));
        nodes.Add(LossTable([trace.DataLoss, trace.DecayLoss, trace.Loss, step.DataLossAfter, step.DecayLossAfter, step.LossAfter]));
        return new StackNode(nodes);
    }

    public static IEnumerable<DisplayNode> OfLayerStep(LayerTrace layer, LayerStep step)
    {
        Quantity[] weights = [layer.Weights, layer.TotalWeightGradient, step.WeightStep, step.WeightsAfter];
        Quantity[] biases = layer.Layer.HasBias ? [layer.Biases, layer.TotalBiasGradient, step.BiasStep, step.BiasesAfter] : [];
        return weights.Concat(biases).Select(Named);
    }

    public static IEnumerable<DisplayNode> LayersOf(SampleTrace sample, int mostUnits)
    {
        yield return Named(sample.Input);
        yield return Named(sample.Target);
        for (var l = 1; l <= sample.Trace.LayerCount; l++) yield return UnitTable(sample.Layer(l), mostUnits);
        yield return LossTable([sample.Loss]);
    }

    public static DisplayNode Losses(BackpropTrace trace) => LossTable([trace.DataLoss, trace.DecayLoss, trace.Loss]);

    public static DisplayNode LossTable(IEnumerable<ScalarQuantity> losses) => new TableNode(
        null, ["loss", "value", "name", "in C#"],
        [.. losses.Select(IReadOnlyList<DisplayCell> (loss) => [loss.Id.Words, DisplayCell.Of(loss.Value, loss.Names), DisplayCell.Code(loss.Name), DisplayCell.Code(loss.CodeName)])]);

    /// <summary>A vector or matrix with its symbol before it and its names below.</summary>
    public static DisplayNode Named(Quantity quantity) => new StackNode(
    [
        new LabelledNode(Label(quantity), quantity.ValueNode()),
        new LineNode([DisplayCell.Code(quantity.Name), DisplayCell.Code(quantity.CodeName), .. Remark(quantity)]),
    ]);

    static string Label(Quantity quantity) => quantity.Id.Kind switch
    {
        QuantityKind.WeightGradient => "per-sample ΔW = " + quantity.Symbol,
        QuantityKind.BiasGradient => "per-sample Δb = " + quantity.Symbol,
        _ => quantity.Symbol,
    };

    // one sample's gradient is easily taken for the batch's, or for the step
    static DisplayCell[] Remark(Quantity quantity) => quantity.Id.Kind is QuantityKind.WeightGradient or QuantityKind.BiasGradient
        ? ["before 1/m and before −η"]
        : [];

    /// <summary>One row per unit: z, a, f′, ∂J/∂a, δ; the names stand in a row below the heads.</summary>
    public static DisplayNode UnitTable(LayerTrace layer, int mostUnits)
    {
        var vectors = new List<VectorQuantity> { layer.PreActivation, layer.Activation };
        if (layer.Layer.Activation.IsElementwise) vectors.Add(layer.ActivationDerivative);
        vectors.AddRange([layer.ActivationGradient, layer.Delta]);
        var rows = new List<IReadOnlyList<DisplayCell>>();
        for (var j = 0; j < Math.Min(layer.Units, mostUnits); j++)
        {
            var unit = j;
            rows.Add([$"unit {j}", .. vectors.Select(vector => DisplayCell.Of(vector[unit], vector[unit].Names))]);
        }
        DisplayCell[] names = ["name", .. vectors.Select(vector => DisplayCell.Code(vector.Id.At(0).ToString().Replace("[0]", "[j]", StringComparison.Ordinal)))];
        DisplayCell[] code = [DisplayCell.Code(Owner(layer)), .. vectors.Select(vector => DisplayCell.Code("." + vector.Id.Info.Member + "[j]"))];
        var table = new TableNode(
            Caption(layer), ["unit j", .. vectors.Select(vector => DisplayCell.Of(Head(vector)))], [.. rows, names, code]);
        var rest = new List<DisplayNode> { table };
        if (layer.Units > mostUnits) rest.Add(new TextNode($"… {layer.Units - mostUnits} more units: {Owner(layer)}.Delta and its neighbours show all of them."));
        if (!layer.Layer.Activation.IsElementwise) rest.Add(new TextNode($"Softmax has no f′ for each unit: {Owner(layer)}.ActivationJacobian shows ∂a/∂z."));
        return rest.Count == 1 ? table : new StackNode(rest);
    }

    static string Caption(LayerTrace layer) => $"layer {layer.Number}: {layer.Units} {layer.Layer.Activation.Name}";

    static string Owner(LayerTrace layer) => layer.Trace.SampleCount == 1 ? $"trace.Layer({layer.Number})" : $"trace.Sample({layer.SampleIndex}).Layer({layer.Number})";

    static string Head(VectorQuantity vector) => vector.Id.Kind switch
    {
        QuantityKind.PreActivation => "z",
        QuantityKind.Activation => "a",
        QuantityKind.ActivationDerivative => "f′(z)",
        QuantityKind.ActivationGradient => $"∂J{QuantitySymbol.Lowered(vector.Id.Sample ?? 0)}/∂a",
        _ => "δ",
    };

    public static string Samples(int count) => count == 1 ? "1 sample" : $"{count} samples";
}
