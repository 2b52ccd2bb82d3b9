using static Backprop.Teaching.Formula;
using static Backprop.Teaching.Rewriting;

namespace Backprop.Teaching;

/// <summary>E1–E8: the error at the outputs.</summary>
static class ErrorMistakes
{
    const string SquaredError = "∂J/∂a = a − y for J = ½ Σ (a − y)²";
    const string Entropy = "δ⁽ᴸ⁾ = a − y for softmax with cross-entropy and for sigmoid with binary cross-entropy: f′ is already in it";

    static readonly Expression A = Entry(QuantityKind.Activation, L, J);
    static readonly Expression Y = new Expression.Reference(QuantityKind.Target, null, J, null, I);

    public static IEnumerable<Misconception> All =>
    [
        new("E1", "y − a is used for a − y", "the error at the outputs", SquaredError, "a = y", [], [],
            shape => [new("y − a is used for a − y", [Error(shape, Negative)])]),
        new("E2", "the factor 2 of the square is kept though the loss has ½", "the error at the outputs", SquaredError, "the loss is written without ½: then it is right", [], [],
            shape => shape.HasShortcut || shape.Objective.SquaredErrorFactor == 1 ? []
                : [new("the factor 2 of the square is kept though the loss has ½", [Error(shape, error => Product(Number(2), error))])]),
        new("E3", "the ½ of the loss is kept in its derivative", "the error at the outputs", SquaredError, "never", ["E4", "P4", "U2"], [],
            shape => shape.HasShortcut ? []
                : [new(shape.Objective.SquaredErrorFactor == 1 ? "the factor 2 of the square is forgotten" : "the ½ of the loss is kept in its derivative", [Error(shape, error => Product(Number(0.5), error))])]),
        new("E4", "the error is divided by the number of outputs", "the error at the outputs", SquaredError, "there is one output, or the loss is a mean over the outputs: then it is right", ["E3", "P4"], [],
            shape => shape.Units(shape.L) == 1 || shape.Objective.Loss == LossFunction.CrossEntropy ? [] : shape.Objective.OverOutputs == Reduction.Mean
                ? [new("the error is not divided by the number of outputs", [Error(shape, error => Product(error, Parameter(FormulaParameter.OutputCount)))])]
                : [new("the error is divided by the number of outputs", [Error(shape, error => Quotient(error, Parameter(FormulaParameter.OutputCount)))])]),
        new("E5", "the loss itself is used for its derivative", "the error at the outputs", SquaredError, "the two are the same number", [], [],
            shape => [new("the loss itself is used for its derivative", [Error(shape, _ => PerOutput(LossOf(shape), shape))])]),
        new("E6", "the targets are taken in another order", "the targets", "∂J/∂a_j uses y_j of the same output j", "the targets are equal", [], ["000-7"],
            shape => Shifts(shape).Select(shift => new MistakeForm(
                shape.Units(shape.L) == 2 ? "the two targets are swapped" : $"each output takes the target of the {(shift > 0 ? "next" : "previous")} one",
                [Patch.ByEntry(QuantityKind.Target, 0, (given, entry) => At(given, (entry.Row + shift + shape.Units(shape.L)) % shape.Units(shape.L)))]))),
        new("E7", "a − y is multiplied by f′ once more though the loss is a cross-entropy", "δ of the output layer", Entropy, "never", ["D6"], ["004-2", "003-11"], ExtraFactor),
        new("E8", "only −y/a is differentiated", "δ of the output layer", Entropy, "with binary cross-entropy where y = 1", [], [],
            shape => !shape.HasShortcut ? [] : [new(
                "−y/a is multiplied by a(1 − a) and the rest of the derivative is left out",
                [Patch.Of(QuantityKind.Delta, shape.L, _ => PerOutput(Negative(Product(Quotient(Y, A), A, Difference(Number(1), A))), shape))])]),
    ];

    static IEnumerable<int> Shifts(MistakeShape shape) => shape.Units(shape.L) switch { 1 => [], 2 => [1], _ => [1, -1] };

    static Expression LossOf(MistakeShape shape)
    {
        if (shape.Objective.Loss == LossFunction.CrossEntropy) return Negative(Product(Y, Ln(A)));
        if (shape.Objective.Loss == LossFunction.BinaryCrossEntropy)
            return Negative(Sum(Product(Y, Ln(A)), Product(Difference(Number(1), Y), Ln(Difference(Number(1), A)))));
        var square = Square(Difference(A, Y));
        return shape.Objective.SquaredErrorFactor == 1 ? square : Product(Number(0.5), square);
    }

    static IEnumerable<MistakeForm> ExtraFactor(MistakeShape shape)
    {
        if (!shape.HasShortcut) yield break;
        yield return new("a − y is multiplied by a(1 − a) once more", [Patch.Of(QuantityKind.Delta, shape.L, delta => Product(delta, A, Difference(Number(1), A)))]);
        if (shape.Output.IsElementwise) yield break;
        yield return new("a − y is multiplied by the Jacobian of the softmax once more",
        [
            Patch.Of(QuantityKind.Delta, shape.L, delta => TotalOverUnits(K, L, Product(
                new Expression.Reference(QuantityKind.ActivationJacobian, L, K, J, I),
                Each(delta, reference => reference.Row == J ? reference with { Row = K } : reference)))),
        ]);
    }
}
