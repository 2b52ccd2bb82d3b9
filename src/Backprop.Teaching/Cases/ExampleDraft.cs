namespace Backprop.Teaching;

/// <summary>What a file has said so far; the checks of networks, samples and objectives run once all of it is there.</summary>
sealed class ExampleDraft
{
    public string? Name { get; set; }

    public List<LayerDraft>? Layers { get; set; }

    public LossFunction? Loss { get; set; }

    public double Lambda { get; set; }

    public double? LearningRate { get; set; }

    public bool TrainBias { get; set; } = true;

    public double SquaredErrorFactor { get; set; } = 0.5;

    public Reduction OverOutputs { get; set; } = Reduction.Sum;

    public Reduction OverSamples { get; set; } = Reduction.Mean;

    public DecayScaling Decay { get; set; } = DecayScaling.HalfLambda;

    public double[][]? X { get; set; }

    public double[][]? Y { get; set; }

    public Example ToExample(string fallbackName)
    {
        var layers = Layers ?? throw Missing("layers", "a list of layers");
        var loss = Loss ?? throw Missing("loss", "one of " + string.Join(", ", LossFunction.All.Select(each => Excerpt.Quoted(each.Name))));
        var x = X ?? throw Missing("X", "a list of samples");
        var y = Y ?? throw Missing("Y", "a list of samples");
        var network = new Network([.. layers.Select((layer, index) => layer.ToLayer(index))]) { TrainBias = TrainBias };
        var objective = new Objective
        {
            Loss = loss,
            WeightDecay = Lambda,
            SquaredErrorFactor = SquaredErrorFactor,
            OverOutputs = OverOutputs,
            OverSamples = OverSamples,
            Decay = Decay,
        };
        return Example.Of(network, x, y, objective, LearningRate, Name ?? fallbackName);
    }

    public static InvalidInputException Missing(string field, string expected) => new(field, "", "no such field", expected);
}
