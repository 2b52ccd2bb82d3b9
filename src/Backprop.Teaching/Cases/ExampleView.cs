namespace Backprop.Teaching;

/// <summary>How an example is shown: its objective, its samples, its network.</summary>
static class ExampleView
{
    const int MostSamples = 4;

    public static DisplayNode Of(Example example)
    {
        var nodes = new List<DisplayNode>
        {
            new HeadingNode($"Example {example.Name}: {example.Network.Shape}, {Samples(example.SampleCount)}"),
            new TextNode(Describe(example)),
        };
        for (var i = 0; i < Math.Min(example.SampleCount, MostSamples); i++)
        {
            var sample = i;
            nodes.Add(new LabelledNode($"x@{i}", MathNetView.NodeOf(1, example.Network.InputCount, (_, k) => DisplayCell.Of(example.InputRows[sample][k], $"x[{k}]@{sample} · example.Input({sample})[{k}]"))));
            nodes.Add(new LabelledNode($"y@{i}", MathNetView.NodeOf(1, example.Network.OutputCount, (_, j) => DisplayCell.Of(example.TargetRows[sample][j], $"y[{j}]@{sample} · example.Target({sample})[{j}]"))));
        }
        if (example.SampleCount > MostSamples) nodes.Add(new TextNode($"… {example.SampleCount - MostSamples} more samples: example.Input(i) and example.Target(i) show any of them."));
        nodes.Add(NetworkView.Of(example.Network));
        return new StackNode(nodes);
    }

    static string Describe(Example example)
    {
        var objective = example.Objective;
        var parts = new List<string> { "loss " + objective.Loss.Name };
        if (objective.SquaredErrorFactor == 1 && objective.Loss == LossFunction.SquaredError) parts.Add("factor 1 instead of ½");
        if (objective.OverOutputs == Reduction.Mean) parts.Add("mean over outputs");
        if (objective.OverSamples == Reduction.Sum) parts.Add("sum over samples");
        if (objective.WeightDecay > 0) parts.Add($"weight decay {DecayName(objective.Decay)} Σ W² with λ = {NumberFormat.RoundTrip(objective.WeightDecay)}");
        parts.Add(example.LearningRate is { } rate ? $"learning rate {NumberFormat.RoundTrip(rate)}" : "no learning rate");
        return string.Join(", ", parts);
    }

    static string DecayName(DecayScaling decay) => decay switch
    {
        DecayScaling.HalfLambda => "(λ/2)",
        DecayScaling.HalfLambdaPerSample => "(λ/(2m))",
        _ => "λ",
    };

    static string Samples(int count) => count == 1 ? "1 sample" : $"{count} samples";
}
