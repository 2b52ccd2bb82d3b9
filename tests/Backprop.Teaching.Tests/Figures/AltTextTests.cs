namespace Backprop.Teaching.Tests.Figures;

/// <summary>The numbers in alt texts are those of the data, computed here once more.</summary>
public class AltTextTests
{
    [Fact]
    public void The_loss_says_from_where_to_where_and_when_half_of_it_was_done()
    {
        var history = GradientDescent.Train(Examples.Xor, new() { Epochs = 500 });
        var half = history.Losses.TakeWhile(loss => loss > (history.First.Loss + history.Last.Loss) / 2).Count();
        Assert.Equal($"Loss J falls from {F(history.First.Loss)} to {F(history.Last.Loss)} in 500 epochs; half of it in the first {half}.", history.LossFigure().AltText);
        Assert.Equal($"Loss J is {F(history.First.Loss)} before training.", GradientDescent.Train(Examples.Xor, new() { Epochs = 0 }).LossFigure().AltText);
    }

    [Fact]
    public void Gradient_flow_says_the_norms()
    {
        var trace = Backpropagation.Run(Examples.Chain);
        var alt = trace.GradientFlowFigure().AltText;
        for (var l = 1; l <= 3; l++) Assert.Contains(F(Math.Abs(trace.Value($"gradW[{l}][0,0]"))), alt, StringComparison.Ordinal);
    }

    [Fact]
    public void A_heat_map_says_its_extremes()
    {
        var weights = Backpropagation.Run(Examples.TwoOutputs).Layer(1).Weights;
        var all = weights.ToRows().SelectMany(row => row).ToList();
        var alt = weights.HeatMapFigure().AltText;
        Assert.Contains(F(all.Min()) + " at [", alt, StringComparison.Ordinal);
        Assert.Contains(F(all.Max()) + " at [", alt, StringComparison.Ordinal);
        Assert.Contains($"{all.Count(weight => weight < 0)} of {all.Count} entries negative", alt, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_training_is_thinned_and_keeps_its_extremes()
    {
        // 2-2-2 with a large step: 10,000 epochs
        var history = GradientDescent.Train(Examples.Mazur, new() { Epochs = 10_000 });
        var line = (LineTrace)history.LossFigure().Panels[0].Traces[0];
        Assert.InRange(line.X.Length, 2, Thinning.MostPoints + 2);
        Assert.Contains("in 10,000 epochs", history.LossFigure().AltText, StringComparison.Ordinal);
        Assert.Equal([0, 10_000], [line.X[0], line.X[^1]]);
        Assert.Equal(history.Losses.Min(), line.Y.Min());
        Assert.Equal(history.Losses.Max(), line.Y.Max());
    }

    [Fact]
    public void One_spike_in_many_points_is_kept()
    {
        var y = Enumerable.Range(0, 10_001).Select(i => i == 4321 ? 7.0 : i == 4322 ? -7.0 : Math.Sin(i)).ToArray();
        var line = Thinning.Line("", [.. y]);
        Assert.Contains((4321.0, 7.0), line.X.Zip(line.Y));
        Assert.Contains((4322.0, -7.0), line.X.Zip(line.Y));
    }

    [Fact]
    public void Saturated_units_are_counted()
    {
        var trace = Backpropagation.Run(Examples.Mazur.With("b[1][0]", 9));
        Assert.Contains("1 of 2 saturated", trace.ActivationFigure(1).AltText, StringComparison.Ordinal);
        Assert.Contains("f′ from " + F(trace.Value("fprime[1][0]")), trace.ActivationFigure(1).AltText, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => Backpropagation.Run(Examples.SoftmaxCrossEntropy).ActivationFigure(2));
    }

    [Fact]
    public void A_check_that_fails_is_named()
    {
        var trace = Backpropagation.Run(Examples.Mazur);
        var wrong = trace.Layer(1).TotalWeightGradient.ToMatrix();
        wrong[1, 0] += 0.5;
        var alt = GradientCheck.Compare(Examples.Mazur, [wrong, trace.Layer(2).TotalWeightGradient]).ScatterFigure().AltText;
        Assert.Contains($"1 fail, the worst W[1][1,0] with {F(wrong[1, 0])} against {F(trace.Value("gradW[1][1,0]"))}", alt, StringComparison.Ordinal);
    }

    [Fact]
    public void Shares_name_each_path()
    {
        var paths = Backpropagation.Run(Examples.FiveLayers).Paths("dW[1][0,2]@0");
        Assert.All(paths.Paths, path => Assert.Contains($"{string.Join('→', path.Units)} {F(path.Product)}", paths.SharesFigure().AltText, StringComparison.Ordinal));
    }

    [Fact]
    public void The_cost_counts_the_products_of_every_path()
    {
        // 3-2-2-2-2: 8 paths of 9 factors; with sharing 2 for each δ of layers 4, 3 · 2 for each of layers 3 and 2, 3 for the one of layer 1, and x
        var paths = Backpropagation.Run(Examples.FiveLayers).Paths("dW[1][0,0]");
        var alt = new[] { paths }.CostFigure().AltText;
        Assert.Contains($"4 layers, {2 * 2 * 2} paths: {8 * 8} path by path, {(2 * 1) + (2 * 3) + (2 * 3) + 3 + 1} when each δ is computed once.", alt, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Array.Empty<PathSum>().CostFigure());
    }

    [Fact]
    public void A_slope_is_drawn_as_the_tangent_of_the_losses()
    {
        var trace = Backpropagation.Run(Examples.ChainThreeSamples);
        var figure = trace.SlopeFigure("b[2][0]");
        var lines = figure.Panels[0].Traces.Cast<LineTrace>().ToList();
        LineTrace curve = lines[0], tangent = lines[1];
        var slope = (tangent.Y[1] - tangent.Y[0]) / (tangent.X[1] - tangent.X[0]);
        Close.Assert(trace.Value("gradb[2][0]"), slope, "slope");
        // the ends of the curve are the losses of those networks
        Close.Assert(new ForwardLoss(Examples.ChainThreeSamples.With("b[2][0]", curve.X[0])).Total(null, 0), curve.Y[0], "left end");
        Assert.Contains($"J is {F(trace.Loss)} and the tangent has the slope {F(slope)}: J rises to the right.", figure.AltText, StringComparison.Ordinal);
        Assert.Throws<UnknownQuantityException>(() => trace.SlopeFigure("z[1][0]@0"));
        Assert.Throws<ArgumentOutOfRangeException>(() => trace.SlopeFigure("b[2][0]", 0));
    }

    [Fact]
    public void A_surface_needs_the_parameters_watched_and_decisions_two_inputs()
    {
        Assert.Throws<UnknownQuantityException>(() => GradientDescent.Train(Examples.Xor, new() { Epochs = 1 }).LossSurfaceFigure("W[1][0,0]", "W[1][0,1]"));
        Assert.Throws<ArgumentException>(() => Examples.TwoOutputs.DecisionRegionsFigure());
        Assert.Throws<ArgumentOutOfRangeException>(() => Examples.Xor.DecisionRegionsFigure(output: 1));
    }

    static string F(double value) => NumberFormat.Default.Format(value);
}
