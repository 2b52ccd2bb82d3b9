using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>One step of gradient descent from a trace: W − η ∂J/∂W and b − η ∂J/∂b, all at once with the old weights, and the losses after it. Immutable.</summary>
public sealed class UpdateStep : Displayable
{
    internal UpdateStep(BackpropTrace trace, double learningRate)
    {
        Trace = trace;
        LearningRate = learningRate;
        Network = trace.Network with { Layers = [.. Enumerable.Range(1, trace.LayerCount).Select(After)] };
        var data = LossOf(Network);
        var decay = trace.Example.Objective.DecayLoss(Network, trace.SampleCount);
        DataLossAfter = Finite(QuantityKind.DataLossAfter, data);
        DecayLossAfter = Finite(QuantityKind.DecayLossAfter, decay);
        LossAfter = Finite(QuantityKind.LossAfter, data + decay);
    }

    /// <summary>The trace that the step starts from.</summary>
    public BackpropTrace Trace { get; }

    /// <summary>η, the learning rate.</summary>
    public double LearningRate { get; }

    /// <summary>The network after the step.</summary>
    public Network Network { get; }

    /// <summary>The data loss with the new W and b.</summary>
    public ScalarQuantity DataLossAfter { get; }

    /// <summary>The decay loss with the new W.</summary>
    public ScalarQuantity DecayLossAfter { get; }

    /// <summary>J after the step.</summary>
    public ScalarQuantity LossAfter { get; }

    /// <summary>The step of layer l.</summary>
    /// <param name="l">1 to L.</param>
    /// <returns>The layer's steps and parameters after it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such layer.</exception>
    public LayerStep Layer(int l)
    {
        _ = Network.Layer(l);
        return new(this, l);
    }

    internal override DisplayNode View() => TraceView.OfStep(this);

    // −η ∂J/∂W
    internal Func<int, int, double> WeightStep(int l)
    {
        var gradient = Trace.Gradients.Total(l);
        return (j, k) => -(LearningRate * gradient(j, k));
    }

    // −η ∂J/∂b; frozen biases do not move
    internal Func<int, double> BiasStep(int l)
    {
        if (!Trace.Network.TrainBias) return _ => 0;
        var gradient = Trace.Gradients.TotalBias(l);
        return j => -(LearningRate * gradient(j));
    }

    DenseLayer After(int l)
    {
        var layer = Trace.Network.Layer(l);
        var weightStep = WeightStep(l);
        var weights = new double[layer.Units * layer.Inputs];
        for (var k = 0; k < layer.Inputs; k++)
            for (var j = 0; j < layer.Units; j++)
                weights[(k * layer.Units) + j] = FiniteAfter(layer.Weight(j, k) + weightStep(j, k), new(QuantityKind.WeightsAfter, l, j, k));
        if (!layer.HasBias) return new(layer.Activation, weights, layer.Units, layer.Inputs, null);
        var biasStep = BiasStep(l);
        var biases = ImmutableArray.CreateRange(Enumerable.Range(0, layer.Units).Select(j => FiniteAfter(layer.Bias(j) + biasStep(j), new(QuantityKind.BiasesAfter, l, j))));
        return new(layer.Activation, weights, layer.Units, layer.Inputs, [.. biases]);
    }

    double LossOf(Network network)
    {
        var example = Trace.Example;
        var sum = 0.0;
        for (var i = 0; i < example.SampleCount; i++) sum += example.Objective.SampleLoss(network.Forward(example.InputRows[i]), example.TargetRows[i]);
        return example.Objective.OverBatch(sum, example.SampleCount);
    }

    ScalarQuantity Finite(QuantityKind kind, double value) => new(Trace, new(kind), FiniteAfter(value, new(kind)), LearningRate);

    static double FiniteAfter(double value, QuantityId id) => double.IsFinite(value) ? value : throw new NumericOverflowException(id);
}
