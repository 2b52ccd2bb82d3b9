namespace Backprop.Teaching;

/// <summary>The numbers in formulas that belong to no layer.</summary>
public enum FormulaParameter
{
    /// <summary>m, the number of samples.</summary>
    SampleCount,

    /// <summary>n_L, the number of outputs.</summary>
    OutputCount,

    /// <summary>λ, the weight decay.</summary>
    WeightDecay,

    /// <summary>η, the learning rate.</summary>
    LearningRate,
}
