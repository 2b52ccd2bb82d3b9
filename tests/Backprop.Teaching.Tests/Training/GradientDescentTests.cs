namespace Backprop.Teaching.Tests.Training;

public class GradientDescentTests
{
    static readonly Example Four = Examples.TwoOutputsFourSamples;

    public static TheoryData<string> All { get; } = [.. Examples.All.Select(example => example.Name)];

    static Example Named(string name) => Examples.All.Single(example => example.Name == name);

    [Theory]
    [MemberData(nameof(All))]
    public void A_full_batch_epoch_is_the_traces_step_to_the_last_bit(string name)
    {
        var example = Named(name);
        var history = GradientDescent.Train(example, new() { Epochs = 1, LearningRate = 0.3 });
        var step = Backpropagation.Run(example).Step(0.3);
        Assert.Equal(step.Network, history.Network);
        Assert.Equal([step.Trace.Loss.Value, step.LossAfter.Value], history.Losses.ToArray());
    }

    [Fact]
    public void Entry_e_is_the_state_after_e_epochs()
    {
        var history = GradientDescent.Train(Four, new() { Epochs = 5, Watch = ["W[2][0,1]", "b[1][3]"] });
        var network = Four.Network;
        for (var e = 0; e <= 5; e++)
        {
            var trace = Backpropagation.Run(Four with { Network = network });
            Assert.Equal(e, history.Epochs[e].Epoch);
            Assert.Equal(trace.Loss.Value, history.Losses[e]);
            Assert.Equal(trace.DataLoss.Value, history.Epochs[e].DataLoss);
            Assert.Equal(trace.Layer(2).TotalWeightGradient.FrobeniusNorm, history.GradientNorms(2)[e]);
            Assert.Equal(network.Layer(2).Weight(0, 1), history.Path("W[2][0,1]")[e]);
            Assert.Equal(network.Layer(1).Bias(3), history.Path("b[1][3]")[e]);
            network = trace.Step(0.5).Network;
        }
        Assert.Equal(6, history.Epochs.Length);
        Assert.True(history.IsComplete);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Batches_are_a_hand_written_loop_over_the_same_order(int size)
    {
        var example = Examples.SoftmaxCrossEntropy;
        var history = GradientDescent.Train(example, new() { Epochs = 4, BatchSize = size, Seed = 11 });
        var network = example.Network;
        var random = new SeededRandom(11);
        for (var epoch = 0; epoch < 4; epoch++)
        {
            // three samples: a batch of 3 is the full batch, in the order of the example
            var order = size == 3 ? [0, 1, 2] : random.Permutation(3);
            foreach (var samples in order.Chunk(size))
            {
                var batch = Example.Of(network, [.. samples.Select(i => example.Input(i).ToArray())], [.. samples.Select(i => example.Target(i).ToArray())], example.Objective);
                var (gradW, gradB) = PlainBackpropagation.Gradients(batch);
                for (var l = 1; l <= network.LayerCount; l++)
                {
                    var (layer, L) = (network.Layer(l), l);
                    network = network.WithLayer(l, Layer.Of(
                        layer.Activation,
                        [.. Enumerable.Range(0, layer.Units).Select(j => Enumerable.Range(0, layer.Inputs).Select(k => layer.Weight(j, k) - (0.5 * gradW[L - 1][j, k])).ToArray())],
                        [.. Enumerable.Range(0, layer.Units).Select(j => layer.Bias(j) - (0.5 * gradB[L - 1]![j]))]));
                }
            }
        }
        Assert.Equal(network, history.Network);
    }

    [Fact]
    public void Two_steps_with_momentum_by_hand()
    {
        // J = ½ (w·1 − 0)²: ∂J/∂w = w. v₁ = −0.1·1 = −0.1, w₁ = 0.9; v₂ = 0.5·(−0.1) − 0.1·0.9 = −0.14, w₂ = 0.76
        var example = Example.Of(Network.Of(Layer.Identity(w: [[1]])), x: [1], y: [0], learningRate: 0.1);
        var history = GradientDescent.Train(example, new() { Epochs = 3, Momentum = 0.5, Watch = ["W[1][0,0]"] });
        double[] expected = [1, 0.9, 0.76, 0.76 + (0.5 * -0.14) - (0.1 * 0.76)];
        for (var e = 0; e < 4; e++) Assert.Equal(expected[e], history.Path("W[1][0,0]")[e], 1e-15);
    }

    [Fact]
    public void Momentum_moves_biases_too_and_frozen_ones_stay()
    {
        var example = Example.Of(Network.Of(Layer.Identity(w: [[0]], b: [1])), x: [0], y: [0], learningRate: 0.1);
        var history = GradientDescent.Train(example, new() { Epochs = 2, Momentum = 0.5, Watch = ["b[1][0]"] });
        Assert.Equal(0.76, history.Path("b[1][0]")[2], 1e-15);
        var frozen = GradientDescent.Train(example with { Network = example.Network with { TrainBias = false } }, new() { Epochs = 2, Momentum = 0.5 });
        Assert.Equal(1, frozen.Network.Layer(1).Bias(0));
        Assert.False(frozen.Network.TrainBias);
    }

    [Fact]
    public void The_decay_over_m_is_that_of_all_samples_in_every_batch()
    {
        var objective = new Objective { WeightDecay = 0.4, Decay = DecayScaling.HalfLambdaPerSample };
        var example = Example.Of(Network.Of(Layer.Identity(w: [[1]])), x: [[0], [0]], y: [[0], [0]], objective, 0.5);
        // no data gradient: each of the two steps of an epoch takes η·(λ/2)·w, 0.1·w, off
        var history = GradientDescent.Train(example, new() { Epochs = 1, BatchSize = 1 });
        Assert.Equal(0.81, history.Network.Layer(1).Weight(0, 0), 1e-15);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits_and_another_does_not()
    {
        TrainingHistory Run(long seed) => GradientDescent.Train(Four, new() { Epochs = 7, BatchSize = 2, Momentum = 0.9, Seed = seed });
        Assert.Equal(Run(3).Network, Run(3).Network);
        Assert.Equal(Run(3).Losses.ToArray(), Run(3).Losses.ToArray());
        Assert.NotEqual(Run(3).Network, Run(4).Network);
    }

    [Fact]
    public void A_full_batch_does_not_depend_on_the_seed_and_a_larger_batch_is_the_full_one() => Assert.Equal(
        GradientDescent.Train(Four, new() { Epochs = 3, Seed = 1 }).Network, GradientDescent.Train(Four, new() { Epochs = 3, Seed = 2, BatchSize = 99 }).Network);

    [Fact]
    public void The_held_out_loss_is_the_data_loss_of_other_samples()
    {
        var example = Examples.SoftmaxCrossEntropy;
        var heldOut = Example.Of(Network.Of(Layer.Softmax(w: [[1, 2, 3], [1, 2, 3], [1, 2, 3]])), x: [[0.1, 0.2, 0.3], [1, 0, -1]], y: [[1, 0, 0], [0, 0, 1]], example.Objective);
        var history = GradientDescent.Train(example, new() { Epochs = 3, HeldOut = heldOut });
        for (var e = 0; e <= 3; e++)
            Assert.Equal(
                Enumerable.Range(0, 2).Average(i => example.Objective.SampleLoss(history.NetworkAt(e).Forward(heldOut.Input(i).ToArray()), heldOut.Target(i).ToArray())),
                history.HeldOutLosses[e], 1e-15);
        Assert.Empty(GradientDescent.Train(example, new() { Epochs = 1 }).HeldOutLosses);
        Assert.Equal(
            "held-out samples: found 2 inputs and 1 outputs, expected 3 inputs and 3 outputs, as in softmax-cross-entropy-3-4-3",
            Assert.Throws<InvalidInputException>(() => GradientDescent.Train(example, new() { HeldOut = Examples.Xor })).Message);
    }

    [Fact]
    public void Exclusive_or_is_learned_from_the_committed_weights()
    {
        var history = GradientDescent.Train(Examples.Xor, new() { Epochs = 500 });
        Assert.InRange(history.First.Loss, 0.1, 0.2);
        Assert.InRange(history.Last.Loss, 0, 0.01);
        for (var i = 0; i < 4; i++) Assert.Equal(Examples.Xor.Target(i)[0], Math.Round(history.Network.Forward(Examples.Xor.Input(i).ToArray())[0]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Exclusive_or_is_learned_in_batches_too(int size) =>
        Assert.InRange(GradientDescent.Train(Examples.Xor, new() { Epochs = 500, BatchSize = size, Seed = 1 }).Last.Loss, 0, 0.01);

    [Fact]
    public void Progress_is_told_before_training_and_after_each_epoch()
    {
        var said = new Said();
        GradientDescent.Train(Four, new() { Epochs = 3 }, said);
        Assert.Equal([0, 1, 2, 3], said.Epochs);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1)]
    public void A_cancelled_training_returns_what_was_completed(int? batch)
    {
        using var source = new CancellationTokenSource();
        var said = new Said(epoch =>
        {
            if (epoch.Epoch == 2) source.Cancel();
        });
        var options = new TrainingOptions { Epochs = 9, BatchSize = batch };
        var history = GradientDescent.Train(Four, options, said, source.Token);
        Assert.False(history.IsComplete);
        Assert.Equal(2, history.Last.Epoch);
        Assert.Equal(GradientDescent.Train(Four, options with { Epochs = 2 }).Network, history.Network);
        Assert.Contains("\nStopped after 2 epochs of 9.\n", history.ToText(), StringComparison.Ordinal);
        Assert.Single(GradientDescent.Train(Four, options, cancellation: new(canceled: true)).Epochs);
    }

    [Fact]
    public void A_training_that_diverges_names_the_epoch_and_keeps_what_was_before()
    {
        var example = Example.Of(Network.Of(Layer.Identity(w: [[1]])), x: [1e30], y: [0], learningRate: 1e10, name: "wild");
        var error = Assert.Throws<TrainingDivergedException>(() => GradientDescent.Train(example, new() { Epochs = 10 }));
        Assert.Equal(2, error.Epoch);
        Assert.Equal(
            "Training diverged in epoch 2 with η = 10000000000: loss@0: found a number beyond the range of float64, first in sample 0, expected a finite one: smaller weights, inputs or learning rate.",
            error.Message);
        Assert.Equal(1, error.History.Last.Epoch);
        Assert.Equal(error.History.Network, GradientDescent.Train(example, new() { Epochs = 1 }).Network);
        Assert.IsType<NumericOverflowException>(error.InnerException);
    }

    [Fact]
    public void Weights_and_gradient_norms_that_overflow_are_errors_too()
    {
        // y is large and a is 0: the loss is finite, but not the square of the gradient 1e150·1e30
        var example = Example.Of(Network.Of(Layer.Identity(w: [[0]])), x: [1e30], y: [1e150], learningRate: 1);
        Assert.Equal(
            "gradW[1]: found a number beyond the range of float64, first in layer 1, expected a finite one: smaller weights, inputs or learning rate.",
            Assert.Throws<NumericOverflowException>(() => GradientDescent.Train(example)).Message);
        var far = Example.Of(Network.Of(Layer.Identity(w: [[0]])), x: [1], y: [-10], learningRate: 1.7e308);
        var error = Assert.Throws<TrainingDivergedException>(() => GradientDescent.Train(far));
        Assert.Equal(new QuantityId(QuantityKind.WeightsAfter, 1, 0, 0), ((NumericOverflowException)error.InnerException!).Quantity);
    }

    [Fact]
    public void Nothing_in_training_changes_an_earlier_trace()
    {
        var trace = Backpropagation.Run(Four);
        var before = trace.Everything().ToText(new(17));
        GradientDescent.Train(Four, new() { Epochs = 20, BatchSize = 3, Momentum = 0.9 });
        Assert.Equal(before, trace.Everything().ToText(new(17)));
        Assert.Equal(before, Backpropagation.Run(Four).Everything().ToText(new(17)));
    }

    [Fact]
    public void What_cannot_be_trained_is_refused()
    {
        Assert.Equal(
            "learningRate: found none in the example and none in the options, expected one of them, for example new TrainingOptions { LearningRate = 0.5 }",
            Assert.Throws<InvalidInputException>(() => GradientDescent.Train(Four with { LearningRate = null })).Message);
        void Watching(string message, string name) => Assert.Equal(message, Assert.Throws<UnknownQuantityException>(() => GradientDescent.Train(Four, new() { Watch = [name] })).Message);
        Watching("delta[1][0]@0: delta cannot be watched, expected one number of W or b.", "delta[1][0]@0");
        Watching("W[1]: found a whole vector or matrix, expected one number: add the last bracket.", "W[1]");
        Watching("W[1][9,0]: row 9 is out of range, expected 0 to 3.", "W[1][9,0]");
        void Option(string message, Func<TrainingOptions> make) => Assert.StartsWith(message, Assert.Throws<ArgumentOutOfRangeException>(make).Message, StringComparison.Ordinal);
        Option("Epochs: expected 0 or more.", () => new() { Epochs = -1 });
        Option("BatchSize: expected 1 or more, or null for the full batch.", () => new() { BatchSize = 0 });
        Option("LearningRate: expected a finite number above 0, or null for the example's.", () => new() { LearningRate = 0 });
        Option("Momentum: expected 0 or more and less than 1.", () => new() { Momentum = 1 });
        Option("KeepNetworkEvery: expected 1 or more, or null.", () => new() { KeepNetworkEvery = 0 });
    }
}
