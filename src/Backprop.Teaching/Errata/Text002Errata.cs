using System.Collections.Immutable;
using static Backprop.Teaching.PaperAlgebra;

namespace Backprop.Teaching;

/// <summary>Text 002: samples, layers' units and weights from 0, sample first in a subscript, η and ∇W, the derivative with respect to a is what is passed on.</summary>
static class Text002Errata
{
    public static ImmutableArray<Erratum> All =>
    [
        new("002-1", ErratumKind.Wrong, "the loss of one sample is printed as the mean over all",
            (@"L_i=\frac1n\sum_{i=1}^n\frac{(a_{i0}^{(L)}-y_{i0})^2}2", "L_i = (1/n) Σ_{i=1..n} (a_i0⁽ᴸ⁾ − y_i0)² / 2"),
            "On the right i is summed away, so there is no i left for the Lᵢ on the left: the line gives the same mean for every sample. The gradients that follow need the loss of each.",
            (@"L_i=\frac{(a_{i0}^{(L)}-y_{i0})^2}2,\quad L=\frac1n\sum_{i=0}^{n-1}L_i", "L_i = (a_i0⁽ᴸ⁾ − y_i0)² / 2,  L = (1/n) Σ_{i=0..n−1} L_i"),
            LossOfOneSample),
        new("002-4", ErratumKind.Wrong, "the gradient of one sample is set equal to the mean gradient",
            (@"\nabla W^{(L-1)}=\frac{\partial L_i}{\partial w_{00}^{(L-1)}}=\frac1n\sum_{i=1}^n\frac{\partial L_i}{\partial w_{00}^{(L-1)}}", "∇W⁽ᴸ⁻¹⁾ = ∂Lᵢ/∂w₀₀⁽ᴸ⁻¹⁾ = (1/n) Σ_{i=1..n} ∂Lᵢ/∂w₀₀⁽ᴸ⁻¹⁾"),
            "The middle term is one number for each sample, and no two of them agree; the gradient of the loss L is their mean. An index is lost, and with it the difference between a sample's gradient and the batch's.",
            (@"\nabla W^{(L-1)}=\frac{\partial L}{\partial w_{00}^{(L-1)}}=\frac1n\sum_{i=0}^{n-1}\frac{\partial L_i}{\partial w_{00}^{(L-1)}}", "∇W⁽ᴸ⁻¹⁾ = ∂L/∂w₀₀⁽ᴸ⁻¹⁾ = (1/n) Σ_{i=0..n−1} ∂Lᵢ/∂w₀₀⁽ᴸ⁻¹⁾"),
            GradientOfOneSample),
        new("002-5", ErratumKind.Wrong, "the sum over the samples starts at 1",
            (@"\frac{\partial L}{\partial w_{jk}^{(L)}}=\frac1n\sum_{i=1}^n[(a_{ij}^{(L)}-y_{ij})\,\sigma'(z_{ij}^{(L)})\,a_{ik}^{(L-1)}]", "∂L/∂w_jk⁽ᴸ⁾ = (1/n) Σ_{i=1..n} [(a_ij⁽ᴸ⁾ − y_ij) σ'(z_ij⁽ᴸ⁾) a_ik⁽ᴸ⁻¹⁾]"),
            "The first sample of this text is number 0 and the last is n − 1. A sum from 1 to n leaves the first one out and asks for one that does not exist; divided by n, what is left is no mean.",
            (@"\frac{\partial L}{\partial w_{jk}^{(L)}}=\frac1n\sum_{i=0}^{n-1}[(a_{ij}^{(L)}-y_{ij})\,\sigma'(z_{ij}^{(L)})\,a_{ik}^{(L-1)}]", "∂L/∂w_jk⁽ᴸ⁾ = (1/n) Σ_{i=0..n−1} [(a_ij⁽ᴸ⁾ − y_ij) σ'(z_ij⁽ᴸ⁾) a_ik⁽ᴸ⁻¹⁾]"),
            FirstSampleSkipped),
        new("002-7", ErratumKind.Wrong, "the last term of z stands there twice, with the weight before it",
            (@"z_j^{(L)}=w_{j0}a_0+w_{j1}a_1+\cdots+w_{j(k-1)}a_k+w_{j(k-1)}a_k+b_j", "z_j⁽ᴸ⁾ = w_j0 a₀ + w_j1 a₁ + … + w_j(k−1) a_k + w_j(k−1) a_k + b_j"),
            "The two last terms should be those of a_{k−1} and of a_k, each with its own weight. As printed a_{k−1} and w_jk have no part in z.",
            (@"z_j^{(L)}=w_{j0}a_0+w_{j1}a_1+\cdots+w_{j(k-1)}a_{k-1}+w_{jk}a_k+b_j", "z_j⁽ᴸ⁾ = w_j0 a₀ + w_j1 a₁ + … + w_j(k−1) a_{k−1} + w_jk a_k + b_j"),
            LastTermTwice),
        new("002-12", ErratumKind.Wrong, "the sum over the outputs is missing on the way back",
            (@"\frac{\partial L_i}{\partial a_{ik}^{(L-1)}}=(a_{ij}^{(L)}-y_{ij})\,\sigma'(z_{ij}^{(L)})\,w_{jk}^{(L)}", "∂Lᵢ/∂a_ik⁽ᴸ⁻¹⁾ = (a_ij⁽ᴸ⁾ − y_ij) σ'(z_ij⁽ᴸ⁾) w_jk⁽ᴸ⁾"),
            "A hidden unit feeds every output, so its derivative collects one term from each of them. The printed right side still has a j that the left side does not know: it is one path's share.",
            (@"\frac{\partial L_i}{\partial a_{ik}^{(L-1)}}=\sum_{j=0}^{n_{(L)}-1}(a_{ij}^{(L)}-y_{ij})\,\sigma'(z_{ij}^{(L)})\,w_{jk}^{(L)}", "∂Lᵢ/∂a_ik⁽ᴸ⁻¹⁾ = Σ_{j=0..n₍L₎−1} (a_ij⁽ᴸ⁾ − y_ij) σ'(z_ij⁽ᴸ⁾) w_jk⁽ᴸ⁾"),
            SumOverOutputs),
        new("002-14", ErratumKind.Wrong, "the sum over the hidden units is missing one layer further back",
            (@"\frac{\partial L_i}{\partial a_{im}^{(L-2)}}=\frac{\partial L_i}{\partial a_{ik}^{(L-1)}}\sigma'(z_{ik}^{(L-1)})w_{km}^{(L-1)}", "∂Lᵢ/∂a_im⁽ᴸ⁻²⁾ = ∂Lᵢ/∂a_ik⁽ᴸ⁻¹⁾ σ'(z_ik⁽ᴸ⁻¹⁾) w_km⁽ᴸ⁻¹⁾"),
            "The same step, one layer earlier: unit m of layer L − 2 feeds all units k of layer L − 1, and every one of them sends something back.",
            (@"\frac{\partial L_i}{\partial a_{im}^{(L-2)}}=\sum_{k=0}^{n_{(L-1)}-1}\frac{\partial L_i}{\partial a_{ik}^{(L-1)}}\sigma'(z_{ik}^{(L-1)})w_{km}^{(L-1)}", "∂Lᵢ/∂a_im⁽ᴸ⁻²⁾ = Σ_{k=0..n₍L−1₎−1} ∂Lᵢ/∂a_ik⁽ᴸ⁻¹⁾ σ'(z_ik⁽ᴸ⁻¹⁾) w_km⁽ᴸ⁻¹⁾"),
            SumOverHiddenUnits),
        new("002-16", ErratumKind.Ambiguous, "the output weights are updated before the gradient goes back through them",
            (@"W^{(L)}=W^{(L)}-\eta\nabla W^{(L)},\quad\text{then}\quad\frac{\partial L_i}{\partial a_{ik}^{(L-1)}}=\dots w_{jk}^{(L)}", "W⁽ᴸ⁾ = W⁽ᴸ⁾ − η∇W⁽ᴸ⁾,  then  ∂Lᵢ/∂a_ik⁽ᴸ⁻¹⁾ = … w_jk⁽ᴸ⁾"),
            "Whoever works in the printed order sends the gradient back through weights that the forward pass never used. All gradients belong to the old weights: first the whole backward pass, then all updates.",
            (@"\frac{\partial L_i}{\partial a_{ik}^{(L-1)}}=\dots w_{jk}^{(L)},\quad\text{then}\quad W^{(l)}=W^{(l)}-\eta\nabla W^{(l)}\text{ for all }l", "∂Lᵢ/∂a_ik⁽ᴸ⁻¹⁾ = … w_jk⁽ᴸ⁾,  then  W⁽ˡ⁾ = W⁽ˡ⁾ − η∇W⁽ˡ⁾ for all l"),
            UpdatedTooEarly),
    ];

    static ErratumDemonstration LossOfOneSample()
    {
        var example = Examples.ChainThreeSamples;
        var trace = Backpropagation.Run(example);

        // the right side, whichever i stands on the left
        var sum = 0.0;
        for (var i = 0; i < 3; i++)
        {
            var error = trace.Sample(i).Layer(3).Activation[0] - trace.Sample(i).Target[0];
            sum += error * error / 2;
        }
        var mean = sum / 3;
        return new(example, "Lᵢ for i = 0, 1, 2", ErratumValue.Of([mean, mean, mean]),
            ErratumValue.Of([.. Enumerable.Range(0, 3).Select(i => trace.Sample(i).Loss.Value)]),
            ErratumValue.Of([.. Enumerable.Range(0, 3).Select(i => Measured.Loss(example, i))]), "∂Lᵢ/∂y = −(a − y), which gives Lᵢ = ½(∂Lᵢ/∂y)²");
    }

    static ErratumDemonstration GradientOfOneSample()
    {
        var example = Examples.ChainThreeSamples;
        var trace = Backpropagation.Run(example);
        double[] middle = [.. Enumerable.Range(0, 3).Select(i => trace.Sample(i).Layer(2).WeightGradient[0, 0].Value)];
        return new(example, "∇W⁽ᴸ⁻¹⁾, one number: the printed middle term for i = 0, 1, 2", ErratumValue.Of(middle),
            ErratumValue.Of(trace.Layer(2).WeightGradientMean[0, 0].Value), ErratumValue.Of(Measured.Weight(example, 2, 0, 0)), "∂L/∂w₀₀⁽ᴸ⁻¹⁾");
    }

    static ErratumDemonstration FirstSampleSkipped()
    {
        var example = Examples.ChainThreeSamples;
        var trace = Backpropagation.Run(example);

        // i = 1 … n; sample n does not exist and adds nothing
        var sum = 0.0;
        for (var i = 1; i < 3; i++) sum += trace.Sample(i).Layer(3).WeightGradient[0, 0];
        return new(example, "∂L/∂w₀₀⁽ᴸ⁾ of three samples", ErratumValue.Of(sum / 3), ErratumValue.Of(trace.Layer(3).WeightGradientMean[0, 0].Value),
            ErratumValue.Of(Measured.Weight(example, 3, 0, 0)), "∂L/∂w₀₀⁽ᴸ⁾");
    }

    static ErratumDemonstration LastTermTwice()
    {
        var example = Examples.TwoOutputs;
        var trace = Backpropagation.Run(example);
        var (w, b, a) = (trace.Layer(2).Weights, trace.Layer(2).Biases, trace.Layer(1).Activation);

        // j = 0, k = 3
        var z = (w[0, 0] * a[0]) + (w[0, 1] * a[1]) + (w[0, 2] * a[3]) + (w[0, 2] * a[3]) + b[0];
        var measured = Measured.Outputs(example, 0)[0];
        return new(example, "z₀⁽ᴸ⁾ and a₀⁽ᴸ⁾, with k = 3", ErratumValue.Of(z, Elementary.Sigmoid(z)),
            ErratumValue.Of(trace.Layer(2).PreActivation[0], trace.Layer(2).Activation[0]),
            ErratumValue.Of(Measured.Logit(measured), measured), "∂L₀/∂y = −(a − y), which gives a, then z = ln(a/(1−a))");
    }

    static ErratumDemonstration SumOverOutputs()
    {
        var example = Examples.TwoOutputs;
        var trace = Backpropagation.Run(example);
        var (output, hidden, y) = (trace.Layer(2), trace.Layer(1), trace.Sample(0).Target);
        var slopes = ErratumValue.Of(Measured.Activations(example, 1, 0));

        double[] Printed(int j) =>
            [.. Enumerable.Range(0, 4).Select(k => (output.Activation[j] - y[j]) * output.ActivationDerivative[j] * output.Weights[j, k])];

        ErratumDemonstration Vector(int j) => new(example, $"∂L₀/∂a_k⁽ᴸ⁻¹⁾ for k = 0…3, read with j = {j}",
            ErratumValue.Of(Printed(j)), ErratumValue.Of(hidden.ActivationGradient), slopes, "∂L₀/∂a_k⁽ᴸ⁻¹⁾, unit by unit");

        ErratumDemonstration Weight(int j) => new(example, $"∂L/∂w₀₀⁽ᴸ⁻¹⁾, read with j = {j}",
            ErratumValue.Of(Printed(j)[0] * hidden.ActivationDerivative[0] * trace.Sample(0).Input[0]),
            ErratumValue.Of(hidden.WeightGradient[0, 0].Value), ErratumValue.Of(Measured.Weight(example, 1, 0, 0)), "∂L/∂w₀₀⁽ᴸ⁻¹⁾");

        return Vector(0).And(Vector(1), Weight(0), Weight(1));
    }

    static ErratumDemonstration SumOverHiddenUnits()
    {
        var example = ErrataNets.FourLayers;
        var trace = Backpropagation.Run(example);
        var (hidden, before) = (trace.Layer(2), trace.Layer(1));

        double[] printed = [.. Enumerable.Range(0, 3).Select(m => hidden.ActivationGradient[0] * hidden.ActivationDerivative[0] * hidden.Weights[0, m])];
        return new(example, "∂L₀/∂a_m⁽ᴸ⁻²⁾ for m = 0…2, read with k = 0", ErratumValue.Of(printed), ErratumValue.Of(before.ActivationGradient),
            ErratumValue.Of(Measured.Activations(example, 1, 0)), "∂L₀/∂a_m⁽ᴸ⁻²⁾, unit by unit");
    }

    static ErratumDemonstration UpdatedTooEarly()
    {
        var example = Examples.TwoOutputs;
        var trace = Backpropagation.Run(example);
        var updated = trace.Step().Layer(2).WeightsAfter;
        var (delta, hidden, x) = (trace.Layer(2).Delta, trace.Layer(1), trace.Sample(0).Input);

        // layer L has stepped, layer L − 1 gets its gradient through the new weights
        var error = Dot(2, j => updated[j, 0], j => delta[j]) * hidden.ActivationDerivative[0];
        return new(example, "∂L/∂w₀ₘ⁽ᴸ⁻¹⁾ for m = 0…2, with η = 0.5", ErratumValue.Of([error * x[0], error * x[1], error * x[2]]),
            ErratumValue.Of(hidden.WeightGradient.ToRows()[0]), ErratumValue.Of([.. Enumerable.Range(0, 3).Select(m => Measured.Weight(example, 1, 0, m))]),
            "∂L/∂w₀ₘ⁽ᴸ⁻¹⁾, weight by weight");
    }
}
