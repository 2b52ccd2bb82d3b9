namespace Backprop.Teaching.Tests.Training;

public class TrainingHistoryTests
{
    static readonly Example Four = Examples.TwoOutputsFourSamples;

    [Theory]
    [InlineData(null, 0.0, 1)]
    [InlineData(null, 0.9, 4)]
    [InlineData(1, 0.0, 4)]
    [InlineData(3, 0.9, 5)]
    [InlineData(2, 0.9, 100)]
    public void Any_epochs_trace_is_computed_again_to_the_same_bits(int? batch, double momentum, int keep)
    {
        var options = new TrainingOptions { Epochs = 11, BatchSize = batch, Momentum = momentum, Seed = 5 };
        var history = GradientDescent.Train(Four, options with { KeepNetworkEvery = keep });
        for (var e = 0; e <= 11; e++)
        {
            Assert.Equal(history.Losses[e], history.TraceAt(e).Loss.Value);
            Assert.Equal(history.GradientNorms(1)[e], history.TraceAt(e).Layer(1).TotalWeightGradient.FrobeniusNorm);
            Assert.Equal(e == 11 ? 0 : e % keep, history.EpochsToTraceAt(e));
            Assert.Equal(GradientDescent.Train(Four, options with { Epochs = e }).Network, history.NetworkAt(e));
        }
        Assert.Equal(history.Network, history.NetworkAt(11));
    }

    [Fact]
    public void At_most_101_networks_are_kept_if_nothing_is_said()
    {
        var history = GradientDescent.Train(Examples.Xor, new() { Epochs = 950 });
        Assert.Equal(9, Enumerable.Range(0, 951).Max(history.EpochsToTraceAt));
        Assert.InRange(Enumerable.Range(0, 951).Count(e => history.EpochsToTraceAt(e) == 0), 90, 101);
    }

    [Fact]
    public void What_the_history_does_not_have_is_refused()
    {
        var history = GradientDescent.Train(Four, new() { Epochs = 3, Watch = ["W[1][0,0]"] });
        Assert.StartsWith("Epoch 0 is before training: expected 0 to 3.", Assert.Throws<ArgumentOutOfRangeException>(() => history.TraceAt(4)).Message, StringComparison.Ordinal);
        Assert.StartsWith("Epoch 0 is before training: expected 0 to 3.", Assert.Throws<ArgumentOutOfRangeException>(() => history.EpochsToTraceAt(-1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => history.GradientNorms(3));
        Assert.Equal("b[1][0]: it was not watched, expected one of W[1][0,0].", Assert.Throws<UnknownQuantityException>(() => history.Path("b[1][0]")).Message);
        Assert.Equal(
            "b[1][0]: it was not watched, expected new TrainingOptions { Watch = [\"b[1][0]\"] }.",
            Assert.Throws<UnknownQuantityException>(() => GradientDescent.Train(Four, new() { Epochs = 0 }).Path("b[1][0]")).Message);
    }

    [Fact]
    public void The_text_shows_first_last_and_best_and_a_thinned_table() => Assert.Equal(
        """
        Training of xor-2-2-1: 500 epochs, full batch of 4, η = 1
        J fell from 0.1280 to 0.003235, 2.53 % of it; the last epoch is the best.

        epoch         J  ‖∂J/∂W⁽¹⁾‖  ‖∂J/∂W⁽²⁾‖  W[1][0,0]
        0        0.1280    0.002665    0.001309        0.5
        1        0.1277    0.003266    0.001257     0.4981
        2        0.1274    0.003807    0.001208     0.4959
        5        0.1266    0.004986    0.001065     0.4883
        10       0.1254    0.005978   0.0008570     0.4751
        20       0.1233    0.007183   0.0009254     0.4588
        50       0.1145     0.01388    0.004642     0.5194
        100     0.08030     0.02232     0.01521     0.9511
        200     0.01922    0.009022    0.009632      1.837
        500    0.003235    0.001601    0.002212      2.420

        10 of 501 lines: history.Epochs has all of them, history.TraceAt(epoch) shows one in full.
        """.ReplaceLineEndings("\n"), GradientDescent.Train(Examples.Xor, new() { Epochs = 500, Watch = ["W[1][0,0]"] }).ToText());

    [Fact]
    public void A_training_that_gets_worse_says_so()
    {
        var example = Example.Of(Network.Of(Layer.Identity(w: [[1]])), x: [1], y: [0], learningRate: 3, name: "too fast");
        Assert.StartsWith(
            "Training of too fast: 2 epochs, 1 sample, η = 3\nJ rose from 0.5 to 8, 1600 % of it; the best was 0.5 before training.\n", GradientDescent.Train(example, new() { Epochs = 2 }).ToText(), StringComparison.Ordinal);
        Assert.StartsWith("Training of too fast: 1 epoch, 1 sample, η = 2\nJ stayed at 0.5; the best was 0.5 before training.\n", GradientDescent.Train(example, new() { Epochs = 1, LearningRate = 2 }).ToText(), StringComparison.Ordinal);
        Assert.StartsWith("Training of too fast: 0 epochs, 1 sample, η = 3\nJ = 0.5 before training; no epoch was done.\n", GradientDescent.Train(example, new() { Epochs = 0 }).ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_heading_says_how_it_was_trained()
    {
        string Heading(TrainingOptions options) => GradientDescent.Train(Four, options).ToText().Split('\n')[0];
        Assert.Equal("Training of two-outputs-3-4-2-four-samples: 2 epochs, batches of 3, η = 0.5, μ = 0.9, seed 8", Heading(new() { Epochs = 2, BatchSize = 3, Momentum = 0.9, Seed = 8 }));
        Assert.Equal("Training of two-outputs-3-4-2-four-samples: 2 epochs, single samples, η = 0.5, seed 0", Heading(new() { Epochs = 2, BatchSize = 1 }));
        Assert.Equal("Training of two-outputs-3-4-2-four-samples: 2 epochs, full batch of 4, η = 0.1", Heading(new() { Epochs = 2, BatchSize = 4, LearningRate = 0.1 }));
    }

    [Fact]
    public void The_held_out_loss_has_its_column_and_its_line()
    {
        var history = GradientDescent.Train(Four, new() { Epochs = 1, HeldOut = Examples.TwoOutputs });
        Assert.Contains("\nepoch       J  held out  ‖∂J/∂W⁽¹⁾‖  ‖∂J/∂W⁽²⁾‖\n", history.ToText(), StringComparison.Ordinal);
        Assert.Equal("epoch 0: J = 0.1892, held out 0.1515", history.First.ToString());
    }
}
