using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>Holds a gradient against the slope of the loss, measured by forward passes alone.</summary>
/// <remarks>
/// A parameter fails when |a − n| &gt; 1e-8·max(1, J) and |a − n| / max(|a|, |n|) &gt; 1e-4, unless a ReLU's z changes sign within
/// ±h. Source of the relative error and its bands: cs231n, <i>Neural Networks Part 3: Learning and Evaluation</i>.
/// </remarks>
public static class GradientCheck
{
    /// <summary>Checks ∂J/∂W and ∂J/∂b of the backward pass for every weight and bias.</summary>
    /// <param name="example">The network, its samples and the objective.</param>
    /// <param name="h">How far each parameter is moved each way, above 0; 1e-5 if nothing is said.</param>
    /// <returns>A displayable report, worst first.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="h"/> is not a finite number above 0.</exception>
    /// <exception cref="NumericOverflowException">A number of a pass leaves the range of float64.</exception>
    public static GradientCheckReport Run(Example example, double h = NumericGradient.DefaultStep)
    {
        NumericGradient.CheckStep(h);
        var trace = Backpropagation.Run(example);
        var (weights, biases) = (new Func<int, int, double>[trace.LayerCount], new Func<int, double>[trace.LayerCount]);
        for (var l = 1; l <= trace.LayerCount; l++) (weights[l - 1], biases[l - 1]) = (trace.Gradients.Total(l), trace.Gradients.TotalBias(l));
        double Traced(QuantityId id) => id.Kind == QuantityKind.Weights ? weights[id.Layer!.Value - 1](id.Row!.Value, id.Column!.Value) : biases[id.Layer!.Value - 1](id.Row!.Value);
        double loss = trace.Loss;
        var checks = NumericGradient.All(example, h).Select(numeric => new ParameterCheck(Traced(numeric.Quantity), numeric, loss));
        return new("Gradient check", example, h, trace.Loss, checks, []);
    }

    /// <summary>Checks gradients from elsewhere, for example from a student's own code: <c>GradientCheck.Compare(example, [dW1, dW2], [db1, db2])</c>.</summary>
    /// <param name="example">The network, its samples and the objective.</param>
    /// <param name="weights">
    /// ∂J/∂W of each layer, layer 1 first: over all samples, with the mean and the decay of the objective. Each a MathNet matrix,
    /// a <c>double[,]</c>, a <c>double[][]</c> of rows or a <see cref="MatrixQuantity"/>.
    /// </param>
    /// <param name="biases">∂J/∂b of each layer, likewise, a MathNet vector or an array; null where they are not to be judged. A layer without bias has null.</param>
    /// <param name="h">How far each parameter is moved each way, above 0; 1e-5 if nothing is said.</param>
    /// <returns>A report on the given gradients; it passes only if every shape fits, and says where a transpose is missing.</returns>
    /// <exception cref="InvalidInputException">The number of layers is another than the network's, or something is no vector or matrix of numbers.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="h"/> is not a finite number above 0.</exception>
    /// <exception cref="NumericOverflowException">J leaves the range of float64.</exception>
    public static GradientCheckReport Compare(Example example, IReadOnlyList<object?> weights, IReadOnlyList<object?>? biases = null, double h = NumericGradient.DefaultStep)
    {
        ArgumentNullException.ThrowIfNull(example);
        ArgumentNullException.ThrowIfNull(weights);
        NumericGradient.CheckStep(h);
        return new GivenGradients(example, weights, biases).Check(h);
    }

    /// <summary>Checks gradients from elsewhere, weights and biases in one: <c>GradientCheck.Compare(example, PlainBackpropagation.Gradients(example))</c>.</summary>
    /// <param name="example">The network, its samples and the objective.</param>
    /// <param name="gradients">∂J/∂W and ∂J/∂b of each layer, layer 1 first.</param>
    /// <param name="h">How far each parameter is moved each way, above 0; 1e-5 if nothing is said.</param>
    /// <returns>A report on the given gradients.</returns>
    /// <exception cref="InvalidInputException">The number of layers is another than the network's, or something is no vector or matrix of numbers.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="h"/> is not a finite number above 0.</exception>
    /// <exception cref="NumericOverflowException">J leaves the range of float64.</exception>
    public static GradientCheckReport Compare(Example example, (IReadOnlyList<object?> Weights, IReadOnlyList<object?>? Biases) gradients, double h = NumericGradient.DefaultStep) =>
        Compare(example, gradients.Weights, gradients.Biases, h);

    /// <summary>The error of one parameter's numeric gradient for h = 1e-1, 1e-2, … 1e-12: large steps miss the curvature, small ones lose the digits.</summary>
    /// <param name="example">The network, its samples and the objective.</param>
    /// <param name="parameter">The name of one weight or bias, for example <c>W[1][0,0]</c>.</param>
    /// <returns>A displayable table.</returns>
    /// <exception cref="UnknownQuantityException">There is no such parameter.</exception>
    /// <exception cref="NumericOverflowException">A number of a pass leaves the range of float64.</exception>
    public static StepSweep ErrorOverStep(Example example, string parameter)
    {
        ArgumentNullException.ThrowIfNull(example);
        var id = Parameters.Find(example.Network, parameter);
        var analytic = Traced(Backpropagation.Run(example), id);
        ReadOnlySpan<double> steps = [1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-11, 1e-12];
        var points = ImmutableArray.CreateBuilder<NumericDerivative>(steps.Length);
        foreach (var h in steps) points.Add(NumericGradient.Of(example, id, h));
        return new(id, analytic, points.MoveToImmutable());
    }

    static double Traced(BackpropTrace trace, QuantityId parameter) => parameter.Kind == QuantityKind.Weights
        ? trace.Gradients.Total(parameter.Layer!.Value)(parameter.Row!.Value, parameter.Column!.Value)
        : trace.Gradients.TotalBias(parameter.Layer!.Value)(parameter.Row!.Value);
}
