namespace Backprop.Teaching;

/// <summary>Which losses suit which outputs and targets.</summary>
static class ObjectiveRules
{
    public static void Check(Network network, Objective objective, SampleRows targets)
    {
        var output = network.Layers[^1].Activation;
        if (objective.Loss == LossFunction.CrossEntropy && output != ActivationFunction.Softmax)
            throw new InvalidInputException("loss", "", $"cross_entropy with {output.Name} outputs", "softmax outputs, or binary_cross_entropy with sigmoid outputs");
        if (objective.Loss == LossFunction.BinaryCrossEntropy && output != ActivationFunction.Sigmoid)
            throw new InvalidInputException("loss", "", $"binary_cross_entropy with {output.Name} outputs", "sigmoid outputs");
        for (var i = 0; i < targets.Count; i++)
        {
            if (objective.Loss == LossFunction.CrossEntropy) CheckDistribution(targets[i], i);
            if (objective.Loss == LossFunction.BinaryCrossEntropy) CheckUnitInterval(targets[i], i);
        }
    }

    static void CheckDistribution(ReadOnlySpan<double> y, int sample)
    {
        var sum = 0.0;
        for (var j = 0; j < y.Length; j++)
        {
            if (y[j] < 0) throw new InvalidInputException($"Y[{sample}][{j}]", $"y of sample {sample}", NumberFormat.RoundTrip(y[j]), "a number ≥ 0: with cross_entropy a target is a distribution");
            sum += y[j];
        }
        if (Math.Abs(sum - 1) > 1e-9)
            throw new InvalidInputException($"Y[{sample}]", $"y of sample {sample}", $"a sum of {NumberFormat.RoundTrip(sum)}", "1: with cross_entropy a target is a distribution");
    }

    static void CheckUnitInterval(ReadOnlySpan<double> y, int sample)
    {
        for (var j = 0; j < y.Length; j++)
            if (y[j] is < 0 or > 1)
                throw new InvalidInputException($"Y[{sample}][{j}]", $"y of sample {sample}", NumberFormat.RoundTrip(y[j]), "a number in 0…1 with binary_cross_entropy");
    }
}
