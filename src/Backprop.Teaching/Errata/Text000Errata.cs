using System.Collections.Immutable;
using static Backprop.Teaching.PaperAlgebra;

namespace Backprop.Teaching;

/// <summary>Text 000: bias as unit 0, units from 1, w⁽ˡ⁾ leads from layer l to layer l + 1.</summary>
static class Text000Errata
{
    public static ImmutableArray<Erratum> All =>
    [
        new("000-2", ErratumKind.Wrong, "the weights into the only output unit carry the number of a second one",
            (@"w^{(2)}=\begin{bmatrix}w^{(2)}_{20}&w^{(2)}_{21}&w^{(2)}_{22}&w^{(2)}_{23}\end{bmatrix}", "w⁽²⁾ = [w₂₀⁽²⁾ w₂₁⁽²⁾ w₂₂⁽²⁾ w₂₃⁽²⁾]"),
            "The first index of a weight is the unit that it leads to, and layer 3 has only unit 1; the text's own formula for h(x) uses w₁₀ to w₁₃. Filed under row 2, the four numbers leave row 1 empty and the output does not depend on them.",
            (@"w^{(2)}=\begin{bmatrix}w^{(2)}_{10}&w^{(2)}_{11}&w^{(2)}_{12}&w^{(2)}_{13}\end{bmatrix}", "w⁽²⁾ = [w₁₀⁽²⁾ w₁₁⁽²⁾ w₁₂⁽²⁾ w₁₃⁽²⁾]"),
            RowOfTheOutputUnit),
        new("000-3", ErratumKind.Wrong, "one symbol with and without the bias unit: the backward step does not fit",
            (@"\delta^{(l)}=[(w^{(l)})^T\delta^{(l+1)}]\cdot*g'(z^{(l)}),\quad a^{(2)}=g(z^{(2)})=[a^{(2)}_0,a^{(2)}_1,a^{(2)}_2,a^{(2)}_3]^T", "δ⁽ˡ⁾ = [(w⁽ˡ⁾)ᵀ δ⁽ˡ⁺¹⁾] ·* g'(z⁽ˡ⁾),  a⁽²⁾ = g(z⁽²⁾) = [a₀⁽²⁾, a₁⁽²⁾, a₂⁽²⁾, a₃⁽²⁾]ᵀ"),
            "In this text w⁽ˡ⁾ has a column 0 for the bias unit, so the product has one entry more than g'(z⁽ˡ⁾): the bias unit has no z and no δ. Nothing flows back through it, so its column is left out.",
            (@"\delta^{(l)}=[(\bar w^{(l)})^T\delta^{(l+1)}]\cdot*g'(z^{(l)}),\quad \bar w^{(l)}=(w^{(l)}_{jk})_{k\ge1}", "δ⁽ˡ⁾ = [(w̄⁽ˡ⁾)ᵀ δ⁽ˡ⁺¹⁾] ·* g'(z⁽ˡ⁾),  w̄⁽ˡ⁾ = w⁽ˡ⁾ without its column 0"),
            BiasColumn),
        new("000-7", ErratumKind.Wrong, "the target of another output in δ of the last layer",
            (@"\delta^{(L)}_j=(a^{(L)}_j-y_{ik})\,g'(z^{(L)}_j)", "δ_j⁽ᴸ⁾ = (a_j⁽ᴸ⁾ − y_ik) g'(z_j⁽ᴸ⁾)"),
            "k is the index of the sum over the outputs and means nothing outside it. Of that sum only the term k = j depends on a_j.",
            (@"\delta^{(L)}_j=(a^{(L)}_j-y_{ij})\,g'(z^{(L)}_j)", "δ_j⁽ᴸ⁾ = (a_j⁽ᴸ⁾ − y_ij) g'(z_j⁽ᴸ⁾)"),
            TargetOfAnotherOutput),
        new("000-8", ErratumKind.Wrong, "the bias term is missing in z",
            (@"z^{(L)}_j=\sum_{i=1}^{S_{L-1}}w^{(L-1)}_{ji}a^{(L-1)}_i", "z_j⁽ᴸ⁾ = Σ_{i=1..S_{L−1}} w_ji⁽ᴸ⁻¹⁾ a_i⁽ᴸ⁻¹⁾"),
            "The forward formulas of the text start at the bias unit a₀ = 1. A sum from 1 loses w_j0, and with it the derivative ∂Jᵢ/∂w_j0 = δ_j: the bias would never learn.",
            (@"z^{(L)}_j=\sum_{k=0}^{S_{L-1}}w^{(L-1)}_{jk}a^{(L-1)}_k,\quad a^{(L-1)}_0=1", "z_j⁽ᴸ⁾ = Σ_{k=0..S_{L−1}} w_jk⁽ᴸ⁻¹⁾ a_k⁽ᴸ⁻¹⁾,  a₀⁽ᴸ⁻¹⁾ = 1"),
            LostBias),
        new("000-11", ErratumKind.Wrong, "the matrix of the backward step is not transposed",
            (@"\begin{bmatrix}\delta^{(4)}_1\\\delta^{(4)}_2\end{bmatrix}=\left(\begin{bmatrix}w^{(4)}_{11}&w^{(4)}_{12}\\w^{(4)}_{21}&w^{(4)}_{22}\end{bmatrix}\begin{bmatrix}\delta^{(5)}_1\\\delta^{(5)}_2\end{bmatrix}\right)\cdot*\begin{bmatrix}g'(z^{(4)}_1)\\g'(z^{(4)}_2)\end{bmatrix}", "(δ₁⁽⁴⁾, δ₂⁽⁴⁾)ᵀ = ([w₁₁⁽⁴⁾ w₁₂⁽⁴⁾; w₂₁⁽⁴⁾ w₂₂⁽⁴⁾] (δ₁⁽⁵⁾, δ₂⁽⁵⁾)ᵀ) ·* (g'(z₁⁽⁴⁾), g'(z₂⁽⁴⁾))ᵀ"),
            "Unit 1 of layer 4 feeds both outputs, through w₁₁ and w₂₁: the first column of the matrix. The text's scalar lines just before, and its general formula just after, have it right.",
            (@"\begin{bmatrix}\delta^{(4)}_1\\\delta^{(4)}_2\end{bmatrix}=\left(\begin{bmatrix}w^{(4)}_{11}&w^{(4)}_{21}\\w^{(4)}_{12}&w^{(4)}_{22}\end{bmatrix}\begin{bmatrix}\delta^{(5)}_1\\\delta^{(5)}_2\end{bmatrix}\right)\cdot*\begin{bmatrix}g'(z^{(4)}_1)\\g'(z^{(4)}_2)\end{bmatrix}", "(δ₁⁽⁴⁾, δ₂⁽⁴⁾)ᵀ = ([w₁₁⁽⁴⁾ w₂₁⁽⁴⁾; w₁₂⁽⁴⁾ w₂₂⁽⁴⁾] (δ₁⁽⁵⁾, δ₂⁽⁵⁾)ᵀ) ·* (g'(z₁⁽⁴⁾), g'(z₂⁽⁴⁾))ᵀ"),
            NotTransposed),
        new("000-12", ErratumKind.Wrong, "every layer's Δ collects the gradient of the last weights",
            (@"\Delta^{(l)}_{jk}\mathrel{+}=\frac{\partial J_i}{\partial w^{(L-1)}_{jk}},\quad D^{(l)}_{jk}=\frac1m\Delta^{(l)}_{jk}", "Δ_jk⁽ˡ⁾ += ∂Jᵢ/∂w_jk⁽ᴸ⁻¹⁾,  D_jk⁽ˡ⁾ = Δ_jk⁽ˡ⁾ / m"),
            "The label L − 1 belongs to the worked case; for a layer l it must be l. As printed all D⁽ˡ⁾ are the same matrix, which does not even have the shape of w⁽¹⁾.",
            (@"\Delta^{(l)}_{jk}\mathrel{+}=\frac{\partial J_i}{\partial w^{(l)}_{jk}}=\delta^{(l+1)}_ja^{(l)}_k,\quad D^{(l)}_{jk}=\frac1m\Delta^{(l)}_{jk},\quad l=1,\dots,L-1", "Δ_jk⁽ˡ⁾ += ∂Jᵢ/∂w_jk⁽ˡ⁾ = δ_j⁽ˡ⁺¹⁾ a_k⁽ˡ⁾,  D_jk⁽ˡ⁾ = Δ_jk⁽ˡ⁾ / m,  l = 1…L−1"),
            SumOfTheLastLayer),
        new("000-16", ErratumKind.Ambiguous, "one output's share of the loss taken for the whole of it",
            (@"\frac{\partial J_{i1}}{\partial a^{(5)}_1}\frac{\partial a^{(5)}_1}{\partial z^{(5)}_1}=\delta^{(5)}_1", "∂Jᵢ₁/∂a₁⁽⁵⁾ · ∂a₁⁽⁵⁾/∂z₁⁽⁵⁾ = δ₁⁽⁵⁾"),
            "δ was defined with Jᵢ, the sum over the outputs. The two are equal only while z₁ reaches the loss through a₁ alone; a softmax output spreads z₁ over every a, and the other outputs' shares are missing.",
            (@"\delta^{(5)}_1=\frac{\partial J_i}{\partial z^{(5)}_1}=\sum_k\frac{\partial J_{ik}}{\partial a^{(5)}_k}\frac{\partial a^{(5)}_k}{\partial z^{(5)}_1}", "δ₁⁽⁵⁾ = ∂Jᵢ/∂z₁⁽⁵⁾ = Σ_k ∂Jᵢₖ/∂a_k⁽⁵⁾ · ∂a_k⁽⁵⁾/∂z₁⁽⁵⁾"),
            OneOutputsShare),
    ];

    static ErratumDemonstration RowOfTheOutputUnit()
    {
        var example = ErrataNets.FirstNet;
        var sample = Backpropagation.Run(example).Sample(0);
        var output = sample.Layer(2);

        // the text's w⁽²⁾ with the rows 1 and 2 that its indices ask for; only row 2 is filled
        double[] a = [1, .. sample.Layer(1).Activation.ToArray()];
        double[][] w = [new double[4], [output.Biases[0], .. output.Weights.ToRows()[0]]];
        var z1 = Dot(4, k => w[0][k], k => a[k]);
        var a1 = Elementary.Sigmoid(z1);
        var loss = (a1 - sample.Target[0]) * (a1 - sample.Target[0]) / 2;

        var measured = Measured.Outputs(example, 0)[0];
        return new(example, "the forward pass of sample 0: z₁⁽³⁾, a₁⁽³⁾ and Jᵢ",
            ErratumValue.Of(z1, a1, loss),
            ErratumValue.Of(output.PreActivation[0], output.Activation[0], sample.Loss),
            ErratumValue.Of(Measured.Logit(measured), measured, Measured.Loss(example, 0)),
            "∂Jᵢ/∂y = −(a − y), which gives a, then z = ln(a/(1−a)) and Jᵢ = ½(∂Jᵢ/∂y)²");
    }

    static ErratumDemonstration BiasColumn()
    {
        var example = ErrataNets.FirstNet;
        var sample = Backpropagation.Run(example).Sample(0);
        var (hidden, output) = (sample.Layer(1), sample.Layer(2));

        double[] w = [output.Biases[0], .. output.Weights.ToRows()[0]];
        var back = w.Select(weight => weight * output.Delta[0]).ToArray();
        var printed = ErratumValue.Try(() => Column(back).Elementwise(Column(hidden.ActivationDerivative.ToArray())));

        return new ErratumDemonstration(example, "δ⁽²⁾ of sample 0",
            printed, ErratumValue.Of(hidden.Delta), ErratumValue.Of(Measured.PreActivations(example, 1, 0)), "∂Jᵢ/∂z⁽²⁾, unit by unit")
            .And(new ErratumDemonstration(example, "what is multiplied by g'(z⁽²⁾), sample 0: (w⁽²⁾)ᵀδ⁽³⁾ with the bias column and without",
                ErratumValue.Of(back), ErratumValue.Of(hidden.ActivationGradient), ErratumValue.Of(Measured.Activations(example, 1, 0)), "∂Jᵢ/∂a⁽²⁾, unit by unit"));
    }

    static ErratumDemonstration TargetOfAnotherOutput()
    {
        var example = Examples.FiveLayers;
        var trace = Backpropagation.Run(example);
        var output = trace.Layer(4);
        var y = trace.Sample(0).Target;

        // j = 1 with the k = 2 that the sum ends with
        var printed = (output.Activation[0] - y[1]) * output.ActivationDerivative[0];
        return new(example, "δ₁⁽⁵⁾, read with k = 2", ErratumValue.Of(printed), ErratumValue.Of(output.Delta[0].Value),
            ErratumValue.Of(Measured.PreActivations(example, 4, 0)[0]), "∂Jᵢ/∂z₁⁽⁵⁾");
    }

    static ErratumDemonstration LostBias()
    {
        var example = ErrataNets.FiveLayersWithBiases;
        var sample = Backpropagation.Run(example).Sample(0);
        var (w, a) = (sample.Layer(4).Weights, sample.Layer(3).Activation);

        double[] printed = [.. Enumerable.Range(0, 2).Select(j => Dot(2, i => w[j, i], i => a[i]))];
        return new ErratumDemonstration(example, "z⁽⁵⁾ of sample 0", ErratumValue.Of(printed), ErratumValue.Of(sample.Layer(4).PreActivation),
            ErratumValue.Of([.. Measured.Outputs(example, 0).Select(Measured.Logit)]), "∂Jᵢ/∂y = −(a − y), which gives a, then z = ln(a/(1−a))")
            .And(new ErratumDemonstration(example, "∂Jᵢ/∂w_j0⁽⁴⁾ of sample 0: a z without w_j0 does not change with it",
                ErratumValue.Of([0, 0]), ErratumValue.Of(sample.Layer(4).BiasGradient), ErratumValue.Of(Measured.Biases(example.Only(0), 4)), "∂Jᵢ/∂w_j0⁽⁴⁾, bias by bias"));
    }

    static ErratumDemonstration NotTransposed()
    {
        var example = Examples.FiveLayers;
        var trace = Backpropagation.Run(example);
        var (w, delta5, g, a3) = (trace.Layer(4).Weights, trace.Layer(4).Delta, trace.Layer(3).ActivationDerivative, trace.Layer(2).Activation);

        double[] printed = [.. Enumerable.Range(0, 2).Select(j => Dot(2, k => w[j, k], k => delta5[k]) * g[j])];
        return new ErratumDemonstration(example, "δ⁽⁴⁾", ErratumValue.Of(printed), ErratumValue.Of(trace.Layer(3).Delta),
            ErratumValue.Of(Measured.PreActivations(example, 3, 0)), "∂Jᵢ/∂z⁽⁴⁾, unit by unit")
            .And(new ErratumDemonstration(example, "∂Jᵢ/∂w₁₁⁽³⁾ = δ₁⁽⁴⁾ a₁⁽³⁾", ErratumValue.Of(printed[0] * a3[0]), ErratumValue.Of(trace.Layer(3).WeightGradient[0, 0].Value),
                ErratumValue.Of(Measured.Weight(example, 3, 0, 0)), "∂Jᵢ/∂w₁₁⁽³⁾"));
    }

    static ErratumDemonstration SumOfTheLastLayer()
    {
        var example = ErrataNets.FiveLayersWithBiases;
        var trace = Backpropagation.Run(example);

        // the sum of ∂J_i/∂w⁽ᴸ⁻¹⁾, whichever l stands on the left
        var sum = trace.Sample(0).Layer(4).WeightGradient.ToMatrix() + trace.Sample(1).Layer(4).WeightGradient.ToMatrix();
        var printed = sum / trace.SampleCount;
        return new ErratumDemonstration(example, "D₁₁⁽³⁾", ErratumValue.Of(printed[0, 0]), ErratumValue.Of(trace.Layer(3).WeightGradientMean[0, 0].Value),
            ErratumValue.Of(Measured.Weight(example, 3, 0, 0)), "∂J/∂w₁₁⁽³⁾")
            .And(new ErratumDemonstration(example, "D⁽¹⁾ without its bias column", ErratumValue.Of(printed), ErratumValue.Of(trace.Layer(1).WeightGradientMean),
                ErratumValue.Of(Measured.Weights(example, 1)), "∂J/∂w⁽¹⁾, weight by weight"));
    }

    static ErratumDemonstration OneOutputsShare()
    {
        var example = ErrataNets.SoftmaxSquaredError;
        var sample = Backpropagation.Run(example).Sample(0);
        var output = sample.Layer(2);

        var printed = (output.Activation[0] - sample.Target[0]) * output.ActivationJacobian[0, 0];
        return new(example, "δ₁ of a softmax output, sample 0", ErratumValue.Of(printed), ErratumValue.Of(output.Delta[0].Value),
            ErratumValue.Of(Measured.PreActivations(example, 2, 0)[0]), "∂Jᵢ/∂z₁");
    }
}
