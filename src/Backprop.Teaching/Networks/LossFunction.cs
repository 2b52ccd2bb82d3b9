using System.Diagnostics.CodeAnalysis;

namespace Backprop.Teaching;

/// <summary>The loss of one sample as a function of its outputs a and targets y, before any mean over outputs.</summary>
public sealed class LossFunction
{
    LossFunction(string name) => Name = name;

    /// <summary>½ Σ_j (a_j − y_j)², with ∂/∂a_j = a_j − y_j; without the ½ where <see cref="Objective.SquaredErrorFactor"/> is 1.</summary>
    public static LossFunction SquaredError { get; } = new("half_squared_error");

    /// <summary>−Σ_j y_j ln a_j with softmax outputs; ∂/∂a_j = −y_j/a_j, and ∂/∂z_j = a_j − y_j because Σ y = 1. The target is a distribution.</summary>
    public static LossFunction CrossEntropy { get; } = new("cross_entropy");

    /// <summary>−Σ_j [y_j ln a_j + (1 − y_j) ln(1 − a_j)] with sigmoid outputs; ∂/∂z_j = a_j − y_j. Each target is in 0…1.</summary>
    public static LossFunction BinaryCrossEntropy { get; } = new("binary_cross_entropy");

    /// <summary>All three, in the order in which messages list them.</summary>
    public static IReadOnlyList<LossFunction> All { get; } = [SquaredError, CrossEntropy, BinaryCrossEntropy];

    /// <summary>The name in files: <c>half_squared_error</c>, <c>cross_entropy</c>, <c>binary_cross_entropy</c>.</summary>
    public string Name { get; }

    /// <summary>Finds a loss function by its name in files.</summary>
    /// <param name="name">For example <c>cross_entropy</c>.</param>
    /// <param name="function">The function, or null.</param>
    /// <returns>Whether there is one of that name.</returns>
    public static bool TryParse(string name, [NotNullWhen(true)] out LossFunction? function) =>
        (function = All.FirstOrDefault(f => f.Name == name)) is not null;

    /// <summary>The same as <see cref="Name"/>.</summary>
    /// <returns>The name in files.</returns>
    public override string ToString() => Name;

    /// <summary>Whether ∂J_i/∂z of the output layer is a − y without any f′: softmax with cross-entropy, sigmoid with binary cross-entropy.</summary>
    internal bool HasShortcut => this != SquaredError;

    // one output's part of an entropy
    internal double Term(double a, double y) => this == CrossEntropy
        ? -TimesLog(y, a)
        : -(TimesLog(y, a) + TimesLog(1 - y, 1 - a));

    // its derivative by a
    internal double TermDerivative(double a, double y) => this == CrossEntropy
        ? -Quotient(y, a)
        : Quotient(1 - y, 1 - a) - Quotient(y, a);

    // a term whose weight is 0 is not there, even where ln would be infinite
    static double TimesLog(double weight, double a) => weight == 0 ? 0 : weight * Elementary.Log(a);

    static double Quotient(double weight, double a) => weight == 0 ? 0 : weight / a;
}
