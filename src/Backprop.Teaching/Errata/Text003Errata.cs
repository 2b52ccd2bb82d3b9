using System.Collections.Immutable;
using static Backprop.Teaching.PaperAlgebra;

namespace Backprop.Teaching;

/// <summary>Text 003: handwritten notes; the input is layer 1, units from 1, w⁽ˡ⁾ leads from layer l to l + 1, weight decay λ, rate α, δ is called sensitivity.</summary>
static class Text003Errata
{
    public static ImmutableArray<Erratum> All =>
    [
        new("003-1", ErratumKind.Wrong, "z without its bias, w without its layer",
            (@"z_i^{l+1}=\sum_{j=1}^{S_l}W_{ij}a_j^l", "z_i^{l+1} = Σ_{j=1..S_l} W_ij a_j^l"),
            "The notes train b and update it, so it has to be in z. And W without a layer would be the same matrix everywhere.",
            (@"z_i^{(l+1)}=\sum_{j=1}^{S_l}w_{ij}^{(l)}a_j^{(l)}+b_i^{(l)}", "z_i⁽ˡ⁺¹⁾ = Σ_{j=1..S_l} w_ij⁽ˡ⁾ a_j⁽ˡ⁾ + b_i⁽ˡ⁾"),
            MissingBias),
        new("003-2", ErratumKind.Wrong, "the sum of the weight decay misses weights and asks for some that do not exist",
            (@"\frac\lambda2\sum_{i=1}^{n_1}\sum_{j=1}^{n_2}\sum_{k=1}^{n_3}(w_{ji}^{(k)})^2\quad\text{and}\quad\frac\lambda2\sum_{l=1}^{L-1}\sum_{i=1}^{S_l}\sum_{j=1}^{S_{l+1}}(w_{ij}^{(l)})^2", "(λ/2) Σ_{i=1..n₁} Σ_{j=1..n₂} Σ_{k=1..n₃} (w_ji⁽ᵏ⁾)²  and  (λ/2) Σ_{l=1..L−1} Σ_{i=1..S_l} Σ_{j=1..S_{l+1}} (w_ij⁽ˡ⁾)²"),
            "The first form has one pair of limits for all layers, though every layer has its own shape, and uses i a second time. In the second the limits are those of j and i exchanged: in this text the first index of w is the unit that it leads to, of which layer l + 1 has S_{l+1}.",
            (@"\frac\lambda2\sum_{l=1}^{L-1}\sum_{i=1}^{S_l}\sum_{j=1}^{S_{l+1}}(w_{ji}^{(l)})^2", "(λ/2) Σ_{l=1..L−1} Σ_{i=1..S_l} Σ_{j=1..S_{l+1}} (w_ji⁽ˡ⁾)²"),
            LimitsOfTheDecay),
        new("003-4", ErratumKind.Wrong, "the output is printed as the sum of the activations",
            (@"h_{w,b}(x)=\sum a_i,\quad J=\frac12\|y_i-h_{w,b}(x)\|^2", "h(x) = Σ a_i,  J = ½‖y_i − h(x)‖²"),
            "h(x) is the vector of the outputs, and its distance to y is taken entry by entry. A sum of them is one number, pulled towards every y_i at once.",
            (@"h_{w,b}(x)_i=a_i^{(n)}=f(z_i^{(n)}),\quad J=\frac12\|y-h_{w,b}(x)\|^2=\frac12\sum_i(y_i-a_i^{(n)})^2", "h(x)_i = a_i⁽ⁿ⁾ = f(z_i⁽ⁿ⁾),  J = ½‖y − h(x)‖² = ½ Σ_i (y_i − a_i⁽ⁿ⁾)²"),
            SumOfOutputs),
        new("003-5", ErratumKind.Wrong, "the derivative of the output activation is printed as zero",
            (@"\delta_i^{(n)}=(y_i-f(z_i^{(n)}))\cdot(-f'(z_i^{(n)})),\quad 0=f'(z_i^{(n)})", "δ_i⁽ⁿ⁾ = (y_i − f(z_i⁽ⁿ⁾)) · (−f'(z_i⁽ⁿ⁾)),  0 = f'(z_i⁽ⁿ⁾)"),
            "With f' = 0 nothing would ever learn. Probably a handwritten letter o for the output was read as a zero, and the stroke after f is no prime: the output is o_i = f(z_i).",
            (@"\delta_i^{(n)}=-(y_i-o_i)\,f'(z_i^{(n)}),\quad o_i=f(z_i^{(n)})", "δ_i⁽ⁿ⁾ = −(y_i − o_i) f'(z_i⁽ⁿ⁾),  o_i = f(z_i⁽ⁿ⁾)"),
            ZeroDerivative),
        new("003-8", ErratumKind.Wrong, "the words for the sensitivity name another derivative than the formula",
            (@"\delta_i^{(l)}=\frac{\partial J}{\partial a_i^{(l)}}\text{ (in words)},\quad\delta_i^{(l)}=\sum_{j=1}^{S_{l+1}}(w_{ji}^{(l)}\delta_j^{(l+1)})f'(z_i^{(l)})", "δ_i⁽ˡ⁾ = ∂J/∂a_i⁽ˡ⁾ (in words),  δ_i⁽ˡ⁾ = Σ_{j=1..S_{l+1}} (w_ji⁽ˡ⁾ δ_j⁽ˡ⁺¹⁾) f'(z_i⁽ˡ⁾)"),
            "How much the activation answers for the loss is ∂J/∂a. The formula has the factor f' and is ∂J/∂z, and that is what the weight gradient a_j δ_i needs.",
            (@"\delta_i^{(l)}=\frac{\partial J}{\partial z_i^{(l)}}=\frac{\partial J}{\partial a_i^{(l)}}f'(z_i^{(l)}),\quad\frac{\partial J}{\partial a_i^{(l)}}=\sum_{j=1}^{S_{l+1}}w_{ji}^{(l)}\delta_j^{(l+1)}", "δ_i⁽ˡ⁾ = ∂J/∂z_i⁽ˡ⁾ = ∂J/∂a_i⁽ˡ⁾ f'(z_i⁽ˡ⁾),  ∂J/∂a_i⁽ˡ⁾ = Σ_{j=1..S_{l+1}} w_ji⁽ˡ⁾ δ_j⁽ˡ⁺¹⁾"),
            WordsOfTheSensitivity),
        new("003-10", ErratumKind.Wrong, "one sample's gradient under the name of the whole loss",
            (@"\frac{\partial\bar J(w,b;x,y)}{\partial w_{ij}^{(l)}}=a_j^{(l)}\delta_i^{(l+1)}", "∂J̄(w,b;x,y)/∂w_ij⁽ˡ⁾ = a_j⁽ˡ⁾ δ_i⁽ˡ⁺¹⁾"),
            "J̄ was defined as the mean over the samples with the decay. a δ is the derivative of one sample's J; the mean and λw are still to come.",
            (@"\frac{\partial J(w,b;x,y)}{\partial w_{ij}^{(l)}}=a_j^{(l)}\delta_i^{(l+1)},\quad\frac{\partial\bar J}{\partial w_{ij}^{(l)}}=\frac1m\sum_{i=1}^m\frac{\partial J(w,b;x^{(i)},y^{(i)})}{\partial w_{ij}^{(l)}}+\lambda w_{ij}^{(l)}", "∂J(w,b;x,y)/∂w_ij⁽ˡ⁾ = a_j⁽ˡ⁾ δ_i⁽ˡ⁺¹⁾,  ∂J̄/∂w_ij⁽ˡ⁾ = (1/m) Σ ∂J(w,b;x⁽ⁱ⁾,y⁽ⁱ⁾)/∂w_ij⁽ˡ⁾ + λ w_ij⁽ˡ⁾"),
            OneSampleForTheWhole),
        new("003-11", ErratumKind.Wrong, "the chain rule goes through a, the result through z",
            (@"\frac{\partial\bar J}{\partial w}=\left(\frac{\partial\bar J}{\partial a}\right)\frac{\partial a}{\partial w}=\delta_i^{(l+1)}a_j^{(l)}", "∂J̄/∂w = (∂J̄/∂a) ∂a/∂w = δ_i⁽ˡ⁺¹⁾ a_j⁽ˡ⁾"),
            "A chain through a is allowed, but then its second factor is f'(z) a_j. Taking δ for the first factor counts f' twice, for δ has it already.",
            (@"\frac{\partial J}{\partial w_{ij}^{(l)}}=\frac{\partial J}{\partial z_i^{(l+1)}}\frac{\partial z_i^{(l+1)}}{\partial w_{ij}^{(l)}}=\delta_i^{(l+1)}a_j^{(l)}", "∂J/∂w_ij⁽ˡ⁾ = ∂J/∂z_i⁽ˡ⁺¹⁾ · ∂z_i⁽ˡ⁺¹⁾/∂w_ij⁽ˡ⁾ = δ_i⁽ˡ⁺¹⁾ a_j⁽ˡ⁾"),
            DerivativeTwice),
        new("003-15", ErratumKind.Ambiguous, "an elementwise f' where the output is a softmax",
            (@"\delta_i^{(n)}=-(y_i-f(z_i^{(n)}))\,f'(z_i^{(n)})\quad\text{with }f=\text{softmax}", "δ_i⁽ⁿ⁾ = −(y_i − f(z_i⁽ⁿ⁾)) f'(z_i⁽ⁿ⁾)  with f = softmax"),
            "The notes offer softmax outputs and then derive δ with one f' for each unit. In a softmax each z moves every output, so the whole Jacobian takes the place of f'; a diagonal of it loses the other outputs' terms.",
            (@"\delta^{(n)}=(\mathrm{diag}(a)-aa^T)\,\frac{\partial J}{\partial a}", "δ⁽ⁿ⁾ = (diag(a) − a aᵀ) ∂J/∂a"),
            ElementwiseSoftmax),
    ];

    static ErratumDemonstration MissingBias()
    {
        var example = Examples.TwoOutputs;
        var trace = Backpropagation.Run(example);
        var (w, x) = (trace.Layer(1).Weights, trace.Sample(0).Input);

        double[] printed = [.. Enumerable.Range(0, 4).Select(i => Dot(3, j => w[i, j], j => x[j]))];
        return new(example, "z⁽²⁾", ErratumValue.Of(printed), ErratumValue.Of(trace.Layer(1).PreActivation),
            ErratumValue.Of([.. Measured.Hidden(example, 1, 0).Select(Measured.Logit)]), "∂J/∂w / ∂J/∂b of the output layer, which gives a⁽²⁾, then z = ln(a/(1−a))");
    }

    static ErratumDemonstration LimitsOfTheDecay()
    {
        var example = ErrataNets.WeightDecay;
        var trace = Backpropagation.Run(example);
        int[] units = [3, 4, 2];

        // the decay loss is quadratic in w: ½ Σ w ∂/∂w, and ∂/∂w is what λ adds to the slope of the loss
        var measured = 0.0;
        for (var l = 1; l <= 2; l++)
        {
            var slopes = Measured.Weights(example, l) - Measured.Weights(example with { Objective = new() }, l);
            foreach (var (j, i, slope) in slopes.EnumerateIndexed()) measured = Math.FusedMultiplyAdd(trace.Layer(l).Weights[j, i], slope / 2, measured);
        }

        // what does not exist adds nothing
        double Square(int l, int to, int from) => to < units[l] && from < units[l - 1] ? trace.Layer(l).Weights[to, from] * trace.Layer(l).Weights[to, from] : 0;

        var (fixedLimits, exchanged) = (0.0, 0.0);
        for (var i = 0; i < units[0]; i++)
            for (var j = 0; j < units[1]; j++)
                for (var k = 1; k <= units[2]; k++)
                    fixedLimits += Square(k, j, i);
        for (var l = 1; l <= 2; l++)
            for (var i = 0; i < units[l - 1]; i++)
                for (var j = 0; j < units[l]; j++)
                    exchanged += Square(l, i, j);

        ErratumDemonstration For(string quantity, double sum) => new(example, quantity, ErratumValue.Of(example.Objective.WeightDecay / 2 * sum),
            ErratumValue.Of(trace.DecayLoss.Value), ErratumValue.Of(measured), "what λ adds to ∂J/∂w, times w/2, over all weights");

        return For("the decay loss, first form with n₁ = 3, n₂ = 4, n₃ = 2", fixedLimits)
            .And(For("the decay loss, second form: 7 terms ask for weights that do not exist", exchanged));
    }

    static ErratumDemonstration SumOfOutputs()
    {
        var example = Examples.TwoOutputs;
        var trace = Backpropagation.Run(example);
        var (a, f, y) = (trace.Layer(2).Activation, trace.Layer(2).ActivationDerivative, trace.Sample(0).Target);
        var (delta, slopes) = (trace.Layer(2).Delta, Measured.PreActivations(example, 2, 0));

        // h is one number for all y; moving any z moves it
        var h = a[0] + a[1];
        var pull = (h - y[0]) + (h - y[1]);
        var loss = (((y[0] - h) * (y[0] - h)) + ((y[1] - h) * (y[1] - h))) / 2;
        return new ErratumDemonstration(example, "δ⁽ⁿ⁾", ErratumValue.Of(pull * f[0], pull * f[1]), ErratumValue.Of(delta), ErratumValue.Of(slopes), "∂J/∂z⁽ⁿ⁾, unit by unit").And(
            new ErratumDemonstration(example, "δ₁⁽ⁿ⁾, read with y₁ alone", ErratumValue.Of((h - y[0]) * f[0]), ErratumValue.Of(delta[0].Value), ErratumValue.Of(slopes[0]), "∂J/∂z₁⁽ⁿ⁾"),
            new ErratumDemonstration(example, "J", ErratumValue.Of(loss), ErratumValue.Of(trace.Loss.Value), ErratumValue.Of(Measured.Loss(example, 0)), "∂J/∂y = −(a − y), which gives J = ½ Σ (∂J/∂y)²"));
    }

    static ErratumDemonstration ZeroDerivative()
    {
        var example = Examples.TwoOutputs;
        var trace = Backpropagation.Run(example);
        var (a, y) = (trace.Layer(2).Activation, trace.Sample(0).Target);

        double[] derivative = [0, 0];
        return new(example, "δ⁽ⁿ⁾", ErratumValue.Of((a[0] - y[0]) * derivative[0], (a[1] - y[1]) * derivative[1]), ErratumValue.Of(trace.Layer(2).Delta),
            ErratumValue.Of(Measured.PreActivations(example, 2, 0)), "∂J/∂z⁽ⁿ⁾, unit by unit");
    }

    static ErratumDemonstration WordsOfTheSensitivity()
    {
        var example = Examples.TwoOutputs;
        var hidden = Backpropagation.Run(example).Layer(1);
        var (byActivation, byPreActivation) = (ErratumValue.Of(hidden.ActivationGradient), ErratumValue.Of(hidden.Delta));
        return new ErratumDemonstration(example, "δ⁽²⁾: as the words say, as the formula says", byActivation, byPreActivation,
            ErratumValue.Of(Measured.PreActivations(example, 1, 0)), "∂J/∂z⁽²⁾, unit by unit")
            .And(new ErratumDemonstration(example, "∂J/∂a⁽²⁾: as the formula says, as the words say", byPreActivation, byActivation,
                ErratumValue.Of(Measured.Activations(example, 1, 0)), "∂J/∂a⁽²⁾, unit by unit"));
    }

    static ErratumDemonstration OneSampleForTheWhole()
    {
        var example = ErrataNets.WeightDecay;
        var trace = Backpropagation.Run(example);
        var printed = trace.Sample(0).Layer(1).Activation[0] * trace.Sample(0).Layer(2).Delta[0];
        var mean = trace.Layer(2).WeightGradientMean[0, 0];

        ErratumDemonstration For(string quantity, double value) => new(example, quantity, ErratumValue.Of(value),
            ErratumValue.Of(trace.Layer(2).TotalWeightGradient[0, 0].Value), ErratumValue.Of(Measured.Weight(example, 2, 0, 0)), "∂J̄/∂w₁₁⁽²⁾");

        return For("∂J̄/∂w₁₁⁽²⁾, read with the first sample", printed).And(For("∂J̄/∂w₁₁⁽²⁾, read as the mean over the samples, without decay", mean));
    }

    static ErratumDemonstration DerivativeTwice()
    {
        var example = Examples.TwoOutputs;
        var trace = Backpropagation.Run(example);
        var output = trace.Layer(2);

        // ∂J/∂a taken for δ, and ∂a/∂w = f'(z) a_j
        var printed = output.Delta[0] * output.ActivationDerivative[0] * trace.Layer(1).Activation[0];
        return new(example, "∂J/∂w₁₁⁽²⁾", ErratumValue.Of(printed), ErratumValue.Of(output.WeightGradient[0, 0].Value),
            ErratumValue.Of(Measured.Weight(example, 2, 0, 0)), "∂J/∂w₁₁⁽²⁾");
    }

    static ErratumDemonstration ElementwiseSoftmax()
    {
        return For(ErrataNets.SoftmaxSquaredError, "squared error").And(For(ErrataNets.SoftmaxCrossEntropy, "cross-entropy"));

        static ErratumDemonstration For(Example example, string loss)
        {
            var output = Backpropagation.Run(example).Sample(0).Layer(2);
            var (a, dA) = (output.Activation, output.ActivationGradient);
            double[] printed = [.. Enumerable.Range(0, 3).Select(i => dA[i] * a[i] * (1 - a[i]))];
            return new(example, $"δ⁽ⁿ⁾ of a softmax output with {loss}, first sample", ErratumValue.Of(printed), ErratumValue.Of(output.Delta),
                ErratumValue.Of(Measured.PreActivations(example, 2, 0)), "∂J/∂z⁽ⁿ⁾, unit by unit");
        }
    }
}
