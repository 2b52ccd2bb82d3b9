using System.Collections.Immutable;
using static Backprop.Teaching.PaperAlgebra;

namespace Backprop.Teaching;

/// <summary>Matt Mazur's step-by-step example: its loss after the step belongs to other weights than the ones it prints.</summary>
static class MazurErrata
{
    public static ImmutableArray<Erratum> All =>
    [
        new("mazur-1", ErratumKind.Wrong, "the loss after the step comes from another order of updates than the weights",
            (@"E_{total}(w_1^+,\dots,w_8^+)=0.291027924", "E_total(w₁⁺ … w₈⁺) = 0.291027924"),
            "The eight new weights are those of one step with all gradients taken at the old weights, as the text says. The loss beside them is what comes out when the output weights are overwritten first and the hidden gradients then use the new ones.",
            (@"E_{total}(w_1^+,\dots,w_8^+)=0.291027774", "E_total(w₁⁺ … w₈⁺) = 0.291027774"),
            LossAfterTheStep),
    ];

    static ErratumDemonstration LossAfterTheStep()
    {
        var example = Examples.Mazur;
        var trace = Backpropagation.Run(example);
        var step = trace.Step();
        var rate = step.LearningRate;

        // the output weights step first; the hidden gradients then go back through the new ones
        var delta = trace.Layer(2).Delta;
        var newOutput = step.Network.Layer(2);
        var hidden = trace.Network.Layer(1);
        for (var j = 0; j < hidden.Units; j++)
        {
            var error = Dot(2, o => newOutput.Weight(o, j), o => delta[o]) * trace.Layer(1).ActivationDerivative[j];
            for (var k = 0; k < hidden.Inputs; k++) hidden = hidden.WithWeight(j, k, hidden.Weight(j, k) - (rate * error * trace.Sample(0).Input[k]));
        }
        var overwritten = trace.Network.WithLayer(1, hidden).WithLayer(2, newOutput);

        var measured = trace.Network;
        for (var l = 1; l <= 2; l++)
        {
            var slopes = Measured.Weights(example, l);
            foreach (var (j, k, slope) in slopes.EnumerateIndexed())
                measured = measured.WithLayer(l, measured.Layer(l).WithWeight(j, k, example.Network.Layer(l).Weight(j, k) - (rate * slope)));
        }

        return new(example, "E_total after one step with η = 0.5, biases as they are",
            ErratumValue.Of(Measured.Loss(example with { Network = overwritten })),
            ErratumValue.Of(step.LossAfter.Value),
            ErratumValue.Of(Measured.Loss(example with { Network = measured })),
            "∂E/∂w, weight by weight, then the loss after a step along it");
    }
}
