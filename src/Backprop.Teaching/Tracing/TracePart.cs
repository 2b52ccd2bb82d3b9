namespace Backprop.Teaching;

/// <summary>The quantities that a trace stores for each layer and sample; all others follow from them.</summary>
enum TracePart
{
    PreActivation,
    Activation,
    ActivationDerivative,
    ActivationGradient,
    Delta,
}
