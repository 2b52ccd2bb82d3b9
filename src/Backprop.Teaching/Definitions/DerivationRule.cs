namespace Backprop.Teaching;

/// <summary>Why a formula holds.</summary>
public enum DerivationRule
{
    /// <summary>The number is given: an input, a target, a weight or a bias.</summary>
    Given,

    /// <summary>By definition.</summary>
    Definition,

    /// <summary>The derivative of a known function.</summary>
    Derivative,

    /// <summary>The chain rule: one factor more.</summary>
    ChainRule,

    /// <summary>The chain rule over every path by which the loss is reached: the products are summed.</summary>
    SumOverPaths,

    /// <summary>Softmax with cross-entropy, or sigmoid with binary cross-entropy: the factors cancel to a − y.</summary>
    Shortcut,

    /// <summary>The derivative of a sum is the sum of the derivatives.</summary>
    Linearity,

    /// <summary>One step of gradient descent.</summary>
    Descent,

    /// <summary>The forward pass once more, with the new weights and biases.</summary>
    ForwardAgain,
}
