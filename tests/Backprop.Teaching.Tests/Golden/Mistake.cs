namespace Backprop.Teaching.Tests.Golden;

/// <summary>The mistakes that the golden cases have to notice; each is one switch of <see cref="MistakenPass"/>.</summary>
public enum Mistake
{
    None,
    BiasDroppedInZ,
    TargetOfAnotherOutput,
    MinusSignMissing,
    SoftmaxDerivativeTakenElementwise,
    SoftmaxDeltaTimesDerivative,
    DerivativeAtAInsteadOfZ,
    DerivativeTwiceAtTheOutput,
    DerivativeOmittedInHiddenLayers,
    MeanForgotten,
    MeanTakenAtEveryLayer,
    LastLayersGradientSummedEverywhere,
    SampleZeroSkipped,
    OutputWeightsOverwrittenFirst,
    TransposeMissing,
    SumOverNextLayerMissing,
    DecayDividedBySamples,
    DecayDoubled,
    DecayOmitted,
    DecayOnBiases,
    FrozenBiasesTrained,
}
