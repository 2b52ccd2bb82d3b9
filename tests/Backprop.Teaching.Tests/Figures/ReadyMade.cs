namespace Backprop.Teaching.Tests.Figures;

/// <summary>One of each ready-made figure, as its snapshot is called.</summary>
static class ReadyMade
{
    static readonly TrainingHistory Xor = GradientDescent.Train(Examples.Xor, new() { Epochs = 500, Watch = ["W[2][0,0]", "W[2][0,1]"] });

    public static IReadOnlyDictionary<string, Figure> All { get; } = Make();

    static SortedDictionary<string, Figure> Make()
    {
        var four = Backpropagation.Run(Examples.TwoOutputsFourSamples);
        var five = Backpropagation.Run(Examples.FiveLayers);
        var heldOut = GradientDescent.Train(Examples.ChainThreeSamples, new() { Epochs = 40, HeldOut = Examples.Chain });
        return new(StringComparer.Ordinal)
        {
            ["loss"] = Xor.LossFigure(),
            ["loss-log"] = Xor.LossFigure(log: true),
            ["loss-held-out"] = heldOut.LossFigure(),
            ["loss-runs"] = new[] { 0.1, 0.5, 2 }.Select(rate => ($"η = {NumberFormat.Default.Format(rate)}", GradientDescent.Train(Examples.Xor, new() { Epochs = 200, LearningRate = rate }))).LossFigure(),
            ["flow"] = five.GradientFlowFigure(),
            ["flow-epochs"] = Xor.GradientFlowFigure(),
            ["delta-histogram"] = four.DeltaHistogramFigure(),
            ["weights"] = four.Layer(1).Weights.HeatMapFigure(),
            ["vector"] = five.Layer(1).Delta.HeatMapFigure(),
            ["difference"] = Backpropagation.Run(Examples.TwoOutputs.With("x[1]@0", 0.9)).Layer(1).WeightGradient.DifferenceFigure(Backpropagation.Run(Examples.TwoOutputs).Layer(1).WeightGradient),
            ["per-sample"] = four.PerSampleFigure(2),
            ["activation"] = four.ActivationFigure(1),
            ["v-curve"] = GradientCheck.ErrorOverStep(Examples.Mazur, "W[1][0,0]").VCurveFigure(),
            ["scatter"] = GradientCheck.Run(Examples.TwoOutputsFourSamples).ScatterFigure(),
            ["shares"] = five.Paths("dW[1][0,2]@0").SharesFigure(),
            ["cost"] = new[] { Examples.TwoOutputs, Examples.FiveLayers }.Select(example => Backpropagation.Run(example).Paths("dW[1][0,0]@0")).CostFigure(),
            ["slope"] = Backpropagation.Run(Examples.Chain).SlopeFigure("W[3][0,0]"),
            ["surface"] = Xor.LossSurfaceFigure("W[2][0,0]", "W[2][0,1]"),
            ["decision"] = Xor.Network.DecisionRegionsFigure(Examples.Xor),
        };
    }
}
