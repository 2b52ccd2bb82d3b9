namespace Backprop.Teaching;

/// <summary>The kinds of quantities of one forward pass, backward pass and step.</summary>
public enum QuantityKind
{
    /// <summary><c>x[k]@i</c>: input k of sample i; the same as <c>a[0][k]@i</c>.</summary>
    Input,

    /// <summary><c>y[j]@i</c>: target j of sample i.</summary>
    Target,

    /// <summary><c>W[l][j,k]</c>: the weight into unit j of layer l, from unit k of layer l−1.</summary>
    Weights,

    /// <summary><c>b[l][j]</c>: the bias of unit j of layer l.</summary>
    Biases,

    /// <summary><c>z[l][j]@i</c>: z = W a + b.</summary>
    PreActivation,

    /// <summary><c>a[l][j]@i</c>: a = f(z).</summary>
    Activation,

    /// <summary><c>fprime[l][j]@i</c>: f′(z).</summary>
    ActivationDerivative,

    /// <summary><c>jacobian[l][j,k]@i</c>: ∂a_j/∂z_k of a softmax layer.</summary>
    ActivationJacobian,

    /// <summary><c>loss@i</c>: J_i.</summary>
    SampleLoss,

    /// <summary><c>dA[l][j]@i</c>: ∂J_i/∂a.</summary>
    ActivationGradient,

    /// <summary><c>delta[l][j]@i</c>: δ = ∂J_i/∂z.</summary>
    Delta,

    /// <summary><c>dW[l][j,k]@i</c>: one sample's ΔW = ∂J_i/∂W.</summary>
    WeightGradient,

    /// <summary><c>db[l][j]@i</c>: one sample's Δb = ∂J_i/∂b.</summary>
    BiasGradient,

    /// <summary><c>dx[k]@i</c>: ∂J_i/∂x.</summary>
    InputGradient,

    /// <summary><c>sumdW[l][j,k]</c>: the sum of ΔW over the samples.</summary>
    WeightGradientSum,

    /// <summary><c>sumdb[l][j]</c>: the sum of Δb over the samples.</summary>
    BiasGradientSum,

    /// <summary><c>meandW[l][j,k]</c>: the mean of ΔW over the samples.</summary>
    WeightGradientMean,

    /// <summary><c>meandb[l][j]</c>: the mean of Δb over the samples.</summary>
    BiasGradientMean,

    /// <summary><c>regW[l][j,k]</c>: λ W, the weight decay's part of the gradient.</summary>
    WeightDecayTerm,

    /// <summary><c>gradW[l][j,k]</c>: ∂J/∂W.</summary>
    TotalWeightGradient,

    /// <summary><c>gradb[l][j]</c>: ∂J/∂b.</summary>
    TotalBiasGradient,

    /// <summary><c>stepW[l][j,k]</c>: −η ∂J/∂W.</summary>
    WeightStep,

    /// <summary><c>stepb[l][j]</c>: −η ∂J/∂b.</summary>
    BiasStep,

    /// <summary><c>newW[l][j,k]</c>: W after the step.</summary>
    WeightsAfter,

    /// <summary><c>newb[l][j]</c>: b after the step.</summary>
    BiasesAfter,

    /// <summary><c>dataLoss</c>: (1/m) Σ J_i.</summary>
    DataLoss,

    /// <summary><c>regLoss</c>: (λ/2) Σ W².</summary>
    DecayLoss,

    /// <summary><c>J</c>: data loss and decay loss together.</summary>
    Loss,

    /// <summary><c>newDataLoss</c>: the data loss after the step.</summary>
    DataLossAfter,

    /// <summary><c>newRegLoss</c>: the decay loss after the step.</summary>
    DecayLossAfter,

    /// <summary><c>newJ</c>: J after the step.</summary>
    LossAfter,
}
