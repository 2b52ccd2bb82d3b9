namespace Backprop.Teaching;

/// <summary>When in a pass a block is computed.</summary>
enum PassStage
{
    /// <summary>In the pass and its step.</summary>
    Pass,

    /// <summary>In the forward pass with the new weights and biases.</summary>
    After,

    /// <summary>At the end, when something else than the quantity is written down under its name.</summary>
    Report,
}
