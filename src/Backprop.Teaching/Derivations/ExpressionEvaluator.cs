namespace Backprop.Teaching;

/// <summary>Computes a bound formula of one number, one operation at a time.</summary>
static class ExpressionEvaluator
{
    public static double Evaluate(Expression expression, Func<QuantityId, double> value, Func<FormulaParameter, double> parameter)
    {
        double Of(Expression part) => Evaluate(part, value, parameter);
        switch (expression)
        {
            case Expression.Reference reference: return value(reference.Id);
            case Expression.Literal literal: return literal.Value;
            case Expression.Parameter named: return parameter(named.Which);
            case Expression.Negative negative: return -Of(negative.Operand);
            case Expression.Quotient quotient: return Of(quotient.Numerator) / Of(quotient.Denominator);
            case Expression.Square square: return Of(square.Operand) * Of(square.Operand);
            case Expression.Apply apply: return apply.Activation.Value(Of(apply.Operand));
            case Expression.Positive positive: return Of(positive.Operand) > 0 ? 1 : 0;
            case Expression.Elementwise { Name: "exp" } exp: return Elementary.Exp(Of(exp.Operand));
            case Expression.Elementwise { Name: "ln" } ln: return Elementary.Log(Of(ln.Operand));
            case Expression.Sum sum:
                var total = 0.0;
                foreach (var term in sum.Terms) total += Of(term);
                return total;
            case Expression.Product product:
                // 0 · ln 0 is 0 in the entropies: a term of no weight is not there
                var result = Of(product.Factors[0]);
                for (var n = 1; n < product.Factors.Length && result != 0; n++) result *= Of(product.Factors[n]);
                return result;
            default: throw new ArgumentOutOfRangeException(nameof(expression), expression, "not a formula of one number");
        }
    }
}
