namespace Backprop.Teaching;

/// <summary>
/// Computes any quantity of an example from its definition, one number at a time, remembering each. It shares nothing with the
/// engine but exp, tanh and ln, and must agree with it.
/// </summary>
public sealed class DefinitionEvaluator
{
    readonly Example example;
    readonly double? learningRate;
    readonly Dictionary<QuantityId, double> known = [];
    readonly ExpressionBinder binder;

    /// <summary>An evaluator of an example.</summary>
    /// <param name="example">The example.</param>
    /// <param name="learningRate">η of the step; the example's own if nothing is said.</param>
    public DefinitionEvaluator(Example example, double? learningRate = null)
    {
        ArgumentNullException.ThrowIfNull(example);
        this.example = example;
        this.learningRate = learningRate ?? example.LearningRate;
        binder = new(example.Network, example.SampleCount);
    }

    /// <summary>The number of a quantity.</summary>
    /// <param name="id">A quantity of one number, complete with its sample where it belongs to one.</param>
    /// <returns>The number.</returns>
    /// <exception cref="InvalidOperationException">It belongs to a step and there is no learning rate.</exception>
    public double Value(QuantityId id)
    {
        if (known.TryGetValue(id, out var value)) return value;
        value = Compute(id);
        known[id] = value;
        return value;
    }

    double Compute(QuantityId id) => id.Kind switch
    {
        QuantityKind.Input => example.InputRows[id.Sample!.Value][id.Row!.Value],
        QuantityKind.Target => example.TargetRows[id.Sample!.Value][id.Row!.Value],
        QuantityKind.Weights => example.Network.Layer(id.Layer!.Value).Weight(id.Row!.Value, id.Column!.Value),
        QuantityKind.Biases => example.Network.Layer(id.Layer!.Value).Bias(id.Row!.Value),
        QuantityKind.DataLossAfter => new DefinitionEvaluator(AfterStep()).Value(new(QuantityKind.DataLoss)),
        _ => ExpressionEvaluator.Evaluate(EntryOf(id), Value, parameter => FormulaParameters.Value(parameter, example, learningRate)),
    };

    Expression EntryOf(QuantityId id)
    {
        var definition = Definition.Of(id, example.Network, example.Objective);
        return binder.Bind(definition.Entry!, ("l", id.Layer), ("j", id.Row), ("k", id.Column), ("i", id.Sample));
    }

    Example AfterStep()
    {
        var network = example.Network;
        for (var l = 1; l <= network.LayerCount; l++)
        {
            var layer = example.Network.Layer(l);
            for (var j = 0; j < layer.Units; j++)
            {
                for (var k = 0; k < layer.Inputs; k++)
                    network = network.WithLayer(l, network.Layer(l).WithWeight(j, k, Value(new(QuantityKind.WeightsAfter, l, j, k))));
                if (layer.HasBias) network = network.WithLayer(l, network.Layer(l).WithBias(j, Value(new(QuantityKind.BiasesAfter, l, j))));
            }
        }
        return example with { Network = network };
    }
}
