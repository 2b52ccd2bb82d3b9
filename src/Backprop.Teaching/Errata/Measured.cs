using MathNet.Numerics.LinearAlgebra;

namespace Backprop.Teaching;

/// <summary>
/// Numbers measured on the forward loss alone: central differences, (J(v + h) − J(v − h)) / 2h. No derivative formula is used,
/// so that they can judge one.
/// </summary>
static class Measured
{
    public const double Step = NumericGradient.DefaultStep;

    /// <summary>∂J/∂W⁽ˡ⁾, decay included.</summary>
    public static Matrix<double> Weights(Example example, int l)
    {
        var layer = example.Network.Layer(l);
        return Matrix<double>.Build.Dense(layer.Units, layer.Inputs, (j, k) => Weight(example, l, j, k));
    }

    public static double Weight(Example example, int l, int to, int from) => NumericGradient.Of(example, $"W[{l}][{to},{from}]").Value;

    /// <summary>∂J/∂b⁽ˡ⁾.</summary>
    public static double[] Biases(Example example, int l) =>
        [.. Enumerable.Range(0, example.Network.Layer(l).Units).Select(j => NumericGradient.Of(example, $"b[{l}][{j}]").Value)];

    /// <summary>∂J_i/∂z⁽ˡ⁾: z is pushed away and the pass runs on from there.</summary>
    public static double[] PreActivations(Example example, int l, int sample) => Units(example, "z", l, sample);

    /// <summary>∂J_i/∂a⁽ˡ⁾.</summary>
    public static double[] Activations(Example example, int l, int sample) => Units(example, "a", l, sample);

    /// <summary>a⁽ᴸ⁾ of one sample: with half the squared error ∂J_i/∂y = −(a − y), so a = y − ∂J_i/∂y.</summary>
    public static double[] Outputs(Example example, int sample)
    {
        var slopes = Targets(example, sample);
        return [.. example.Target(sample).Select((y, j) => y - slopes[j])];
    }

    /// <summary>J_i of one sample: half the squared error is ½ Σ (∂J_i/∂y_j)².</summary>
    public static double Loss(Example example, int sample)
    {
        var slopes = Targets(example, sample);
        return PaperAlgebra.Dot(slopes.Length, j => slopes[j], j => slopes[j]) / 2;
    }

    /// <summary>a⁽ˡ⁾ of one sample: ∂J_i/∂w_jk = δ_j a_k and ∂J_i/∂b_j = δ_j in the next layer, so a_k is their quotient; j is where δ is largest.</summary>
    public static double[] Hidden(Example example, int l, int sample)
    {
        var one = example.Only(sample);
        var slopes = Biases(one, l + 1);
        var j = Array.IndexOf(slopes, slopes.MaxBy(Math.Abs));
        return [.. Enumerable.Range(0, example.Network.Layer(l).Units).Select(k => Weight(one, l + 1, j, k) / slopes[j])];
    }

    /// <summary>z from a = σ(z).</summary>
    public static double Logit(double a) => Elementary.Log(a / (1 - a));

    /// <summary>z from a = tanh z.</summary>
    public static double ArTanh(double a) => Elementary.Log((1 + a) / (1 - a)) / 2;

    public static double Loss(Example example) => ForwardLoss.Of(example, example.Network);

    static double[] Targets(Example example, int sample)
    {
        var one = example.Only(sample);
        return [.. example.Target(sample).Select((y, j) => (Loss(one.With($"y[{j}]", y + Step)) - Loss(one.With($"y[{j}]", y - Step))) / (2 * Step))];
    }

    static double[] Units(Example example, string kind, int l, int sample)
    {
        var trace = Backpropagation.Run(example);
        return [.. Enumerable.Range(0, example.Network.Layer(l).Units).Select(j => trace.Nudge($"{kind}[{l}][{j}]@{sample}").Quotient)];
    }
}
