using static Backprop.Teaching.Formula;

namespace Backprop.Teaching;

/// <summary>The losses and the derivative of the loss by the outputs.</summary>
static class LossDefinitions
{
    static readonly Expression Target = new Expression.Reference(QuantityKind.Target, null, J, null, I);
    static readonly Expression Targets = new Expression.Reference(QuantityKind.Target, null, null, null, I);

    public static Definition SampleLoss(int outputLayer, Objective objective)
    {
        var a = Entry(QuantityKind.Activation, outputLayer, J);
        Expression total;
        string reason;
        if (objective.Loss == LossFunction.SquaredError)
        {
            total = TotalOverUnits(J, outputLayer, Square(Difference(a, Target)));
            if (objective.SquaredErrorFactor != 1) total = Product(Number(objective.SquaredErrorFactor), total);
            reason = objective.SquaredErrorFactor == 1 ? "the squared error" : "half the squared error";
        }
        else if (objective.Loss == LossFunction.CrossEntropy)
        {
            total = Negative(TotalOverUnits(J, outputLayer, Product(Target, Ln(a))));
            reason = "the cross-entropy";
        }
        else
        {
            total = Negative(TotalOverUnits(J, outputLayer, Sum(Product(Target, Ln(a)), Product(Difference(Number(1), Target), Ln(Difference(Number(1), a))))));
            reason = "the binary cross-entropy, summed over the outputs";
        }
        return new(QuantityKind.SampleLoss, DerivationRule.Definition, reason + OverOutputs(objective), PerOutput(objective, total), null);
    }

    public static Definition OutputGradient(Objective objective, int outputs)
    {
        var (a, y) = (Entry(QuantityKind.Activation, L, J), Target);
        var (all, targets) = (Whole(QuantityKind.Activation, L), Targets);
        var (entry, whole, reason) = objective.Loss == LossFunction.CrossEntropy
            ? (Negative(Quotient(y, a)), Negative(Quotient(targets, all)), "the derivative of −y ln a")
            : objective.Loss == LossFunction.BinaryCrossEntropy
            ? (Difference(Quotient(Difference(Number(1), y), Difference(Number(1), a)), Quotient(y, a)),
                Difference(Quotient(Difference(Ones(), targets), Difference(Ones(), all)), Quotient(targets, all)),
                "the derivative of −[y ln a + (1 − y) ln(1 − a)]")
            : objective.SquaredErrorFactor == 1
            ? (Product(Number(2), Difference(a, y)), Product(Number(2), Difference(all, targets)), "the derivative of (a − y)²")
            : (Difference(a, y), Difference(all, targets), "the derivative of ½(a − y)²" + (outputs == 1 ? "" : ": the other outputs' terms do not contain this a"));
        return new(QuantityKind.ActivationGradient, DerivationRule.Derivative, reason + OverOutputs(objective), PerOutput(objective, entry), PerOutput(objective, whole));
    }

    public static Definition DataLoss(Objective objective)
    {
        var sum = TotalOverSamples(new Expression.Reference(QuantityKind.SampleLoss, null, null, null, I));
        return objective.OverSamples == Reduction.Mean
            ? new(QuantityKind.DataLoss, DerivationRule.Definition, "the mean over the samples", Quotient(sum, Parameter(FormulaParameter.SampleCount)), null)
            : new(QuantityKind.DataLoss, DerivationRule.Definition, "the sum over the samples", sum, null);
    }

    public static Definition DecayLoss(Objective objective, QuantityKind kind, QuantityKind weights)
    {
        if (objective.WeightDecay == 0) return new(kind, DerivationRule.Definition, "there is no weight decay", Number(0), null);
        var squares = new Expression.Total("l", SumRange.Layers, TotalOverUnits(J, L, TotalOverUnits(K, L.Plus(-1), Square(Matrix(weights, L, J, K)))));
        var lambda = Parameter(FormulaParameter.WeightDecay);
        var factor = objective.Decay switch
        {
            DecayScaling.HalfLambda => Quotient(lambda, Number(2)),
            DecayScaling.HalfLambdaPerSample => Quotient(lambda, Product(Number(2), Parameter(FormulaParameter.SampleCount))),
            _ => lambda,
        };
        return new(kind, DerivationRule.Definition, "the squares of all weights; biases do not count", Product(factor, squares), null);
    }

    public static Definition Total(QuantityKind kind, QuantityKind data, QuantityKind decay) =>
        new(kind, DerivationRule.Definition, "data loss and decay loss", Sum(new Expression.Reference(data), new Expression.Reference(decay)), null);

    /// <summary>a − y, the product of ∂J_i/∂a and the output activation's derivative where they cancel.</summary>
    public static (Expression Entry, Expression Whole) Shortcut(Objective objective) => (
        PerOutput(objective, Difference(Entry(QuantityKind.Activation, L, J), Target)),
        PerOutput(objective, Difference(Whole(QuantityKind.Activation, L), Targets)));

    static Expression PerOutput(Objective objective, Expression expression) =>
        objective.OverOutputs == Reduction.Mean ? Quotient(expression, Parameter(FormulaParameter.OutputCount)) : expression;

    static string OverOutputs(Objective objective) => objective.OverOutputs == Reduction.Mean ? ", divided by the number of outputs" : "";
}
