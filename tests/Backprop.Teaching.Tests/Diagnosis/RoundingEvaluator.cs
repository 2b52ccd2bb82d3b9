namespace Backprop.Teaching.Tests.Diagnosis;

/// <summary>Computes quantities from their definitions, one scalar at a time, and rounds the result of every single operation.</summary>
sealed class RoundingEvaluator(Example example, int digits)
{
    readonly Dictionary<QuantityId, double> known = [];
    readonly ExpressionBinder binder = new(example.Network, example.SampleCount);

    public double Value(QuantityId id)
    {
        if (known.TryGetValue(id, out var value)) return value;
        value = id.Kind switch
        {
            QuantityKind.Input => example.Input(id.Sample!.Value)[id.Row!.Value],
            QuantityKind.Target => example.Target(id.Sample!.Value)[id.Row!.Value],
            QuantityKind.Weights => example.Network.Layer(id.Layer!.Value).Weight(id.Row!.Value, id.Column!.Value),
            QuantityKind.Biases => example.Network.Layer(id.Layer!.Value).Bias(id.Row!.Value),
            _ => Of(binder.Bind(Definition.Of(id, example.Network, example.Objective).Entry!, ("l", id.Layer), ("j", id.Row), ("k", id.Column), ("i", id.Sample))),
        };
        known[id] = value;
        return value;
    }

    double Of(Expression part) => part switch
    {
        Expression.Reference reference => Value(reference.Id),
        Expression.Literal literal => literal.Value,
        Expression.Parameter parameter => parameter.Which switch
        {
            FormulaParameter.SampleCount => example.SampleCount,
            FormulaParameter.OutputCount => example.Network.OutputCount,
            FormulaParameter.WeightDecay => example.Objective.WeightDecay,
            _ => example.LearningRate!.Value,
        },
        Expression.Negative negative => -Of(negative.Operand),
        Expression.Quotient quotient => Round(Of(quotient.Numerator) / Of(quotient.Denominator)),
        Expression.Square square => Round(Of(square.Operand) * Of(square.Operand)),
        Expression.Positive positive => Of(positive.Operand) > 0 ? 1 : 0,
        Expression.Apply apply => Round(apply.Activation.Value(Of(apply.Operand))),
        Expression.Elementwise { Name: "exp" } exp => Round(Math.Exp(Of(exp.Operand))),
        Expression.Elementwise ln => Round(Math.Log(Of(ln.Operand))),
        Expression.Sum sum => sum.Terms.Skip(1).Aggregate(Of(sum.Terms[0]), (total, term) => Round(total + Of(term))),
        // a factor 0 is a term that is not there
        Expression.Product product => product.Factors.Skip(1).Aggregate(Of(product.Factors[0]), (total, factor) => total == 0 ? 0 : Round(total * Of(factor))),
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "not a formula of one number"),
    };

    double Round(double value) => Rounding.To(value, digits);
}
