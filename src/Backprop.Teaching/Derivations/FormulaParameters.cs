namespace Backprop.Teaching;

/// <summary>The numbers of m, n_L, λ and η in an example.</summary>
static class FormulaParameters
{
    public static double Value(FormulaParameter parameter, Example example, double? learningRate) => parameter switch
    {
        FormulaParameter.SampleCount => example.SampleCount,
        FormulaParameter.OutputCount => example.Network.OutputCount,
        FormulaParameter.WeightDecay => example.Objective.WeightDecay,
        _ => learningRate ?? throw new InvalidOperationException("The example has no learning rate: found a question for its step, expected one."),
    };
}
