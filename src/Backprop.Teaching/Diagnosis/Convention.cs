using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>A way in which texts differ without being wrong: a factor, a mean or a sum, a sign, an orientation. One of a fixed list; there are no others.</summary>
/// <remarks>
/// A sheet that states one is judged in it. Those of the loss and the weight decay change the objective (<see cref="Apply(Example)"/>);
/// row vectors transpose what the sheet writes; reversed errors and a shared bias change what some quantities are.
/// </remarks>
public sealed class Convention
{
    readonly Func<Objective, Objective>? change;

    Convention(string line, string words, Func<Objective, Objective>? change = null)
    {
        Line = line;
        Words = words;
        this.change = change;
    }

    /// <summary>(a − y)² without the ½.</summary>
    public static Convention LossWithoutHalf { get; } = new("squared error factor: 1", "the loss is (a − y)² without the ½", objective => objective with { SquaredErrorFactor = 1 });

    /// <summary>½ (a − y)²: the canonical form, for an example that leaves the ½ out.</summary>
    public static Convention LossWithHalf { get; } = new("squared error factor: 0.5", "the loss is ½ (a − y)²", objective => objective with { SquaredErrorFactor = 0.5 });

    /// <summary>The loss of a sample is the mean over the outputs.</summary>
    public static Convention MeanOverOutputs { get; } = new("over outputs: mean", "the loss of a sample is the mean over the outputs", objective => objective with { OverOutputs = Reduction.Mean });

    /// <summary>The loss of a sample is the sum over the outputs: the canonical form.</summary>
    public static Convention SumOverOutputs { get; } = new("over outputs: sum", "the loss of a sample is the sum over the outputs", objective => objective with { OverOutputs = Reduction.Sum });

    /// <summary>The loss is the sum over the samples.</summary>
    public static Convention SumOverSamples { get; } = new("over samples: sum", "the loss is the sum over the samples", objective => objective with { OverSamples = Reduction.Sum });

    /// <summary>The loss is the mean over the samples: the canonical form.</summary>
    public static Convention MeanOverSamples { get; } = new("over samples: mean", "the loss is the mean over the samples", objective => objective with { OverSamples = Reduction.Mean });

    /// <summary>(λ/(2m)) Σ W², gradient (λ/m) W.</summary>
    public static Convention DecayPerSample { get; } = new("decay: lambda/(2m)", "the decay term is (λ/(2m)) Σ W², its gradient (λ/m) W", objective => objective with { Decay = DecayScaling.HalfLambdaPerSample });

    /// <summary>λ Σ W², gradient 2λ W.</summary>
    public static Convention DecayWithoutHalf { get; } = new("decay: lambda", "the decay term is λ Σ W², its gradient 2λ W", objective => objective with { Decay = DecayScaling.Lambda });

    /// <summary>(λ/2) Σ W², gradient λ W: the canonical form.</summary>
    public static Convention DecayWithHalf { get; } = new("decay: lambda/2", "the decay term is (λ/2) Σ W², its gradient λ W", objective => objective with { Decay = DecayScaling.HalfLambda });

    /// <summary>The error is y − a and the step adds: δ and every gradient have the other sign, the steps do not.</summary>
    public static Convention ReversedError { get; } = new("convention: y - a", "the error is y − a and the step adds η times it");

    /// <summary>Samples and vectors are rows, z = a W + b: every matrix is written transposed, with the indices [from,to].</summary>
    public static Convention RowVectors { get; } = new("convention: row vectors", "vectors are rows, so that matrices are transposed and have the indices [from,to]");

    /// <summary>A layer has one bias for all its units: its gradient is the sum over them.</summary>
    public static Convention SharedBias { get; } = new("convention: shared bias", "a layer has one bias, whose gradient is the sum over its units");

    /// <summary>All of them, in the order in which messages list them.</summary>
    public static ImmutableArray<Convention> All { get; } =
    [
        LossWithoutHalf, LossWithHalf, MeanOverOutputs, SumOverOutputs, SumOverSamples, MeanOverSamples,
        DecayPerSample, DecayWithoutHalf, DecayWithHalf, ReversedError, RowVectors, SharedBias,
    ];

    /// <summary>The line that a sheet states it with, for example <c>over outputs: mean</c>.</summary>
    public string Line { get; }

    /// <summary>What it says, in words: <c>the loss of a sample is the mean over the outputs</c>.</summary>
    public string Words { get; }

    /// <summary>An example in this convention.</summary>
    /// <param name="example">The example.</param>
    /// <returns>The example with its objective changed, or the same one where the convention does not touch the objective.</returns>
    public Example Apply(Example example)
    {
        ArgumentNullException.ThrowIfNull(example);
        var objective = Apply(example.Objective);
        return objective == example.Objective ? example : example with { Objective = objective };
    }

    internal Objective Apply(Objective objective) => change is null ? objective : change(objective);

    /// <summary>The same as <see cref="Line"/>.</summary>
    /// <returns>The line of a sheet.</returns>
    public override string ToString() => Line;
}
