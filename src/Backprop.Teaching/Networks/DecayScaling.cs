namespace Backprop.Teaching;

/// <summary>What stands before Σ W² in the loss.</summary>
public enum DecayScaling
{
    /// <summary>(λ/2) Σ W², gradient λ W. The canonical form.</summary>
    HalfLambda,

    /// <summary>(λ/(2m)) Σ W², gradient (λ/m) W, with m the number of samples.</summary>
    HalfLambdaPerSample,

    /// <summary>λ Σ W², gradient 2λ W.</summary>
    Lambda,
}
