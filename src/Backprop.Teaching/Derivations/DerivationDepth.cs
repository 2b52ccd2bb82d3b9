namespace Backprop.Teaching;

/// <summary>How far a derivation goes.</summary>
public enum DerivationDepth
{
    /// <summary>One step: the quantity from those that its formula names.</summary>
    One,

    /// <summary>Down to the inputs, targets, weights and biases, each quantity once, in the order of the pass.</summary>
    Full,
}
