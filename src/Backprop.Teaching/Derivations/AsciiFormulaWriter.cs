using System.Text;

namespace Backprop.Teaching;

/// <summary>Writes a bound formula as ASCII arithmetic with numbers put in: + − * / ( ) exp tanh ln max, powers as products. It can be evaluated as it stands.</summary>
sealed class AsciiFormulaWriter(Func<QuantityId, double> value, Func<FormulaParameter, double> parameter, int digits)
{
    public string Write(Expression expression) => Write(expression, 0);

    // context: 0 a sum may stand here as it is, 1 a product may, 2 only a single number or parentheses
    string Write(Expression expression, int context) => expression switch
    {
        Expression.Reference reference => Number(value(reference.Id), context, new(digits)),
        Expression.Literal literal => Number(literal.Value, context, new(17)),
        Expression.Parameter named => Number(parameter(named.Which), context, new(17)),
        Expression.Negative negative => Within(context > 0, "-" + Write(negative.Operand, 2)),
        Expression.Quotient quotient => Within(context > 1, Write(quotient.Numerator, 1) + " / " + Write(quotient.Denominator, 2)),
        Expression.Square square => Within(context > 1, Write(square.Operand, 2) + " * " + Write(square.Operand, 2)),
        Expression.Sum sum => Within(context > 0, Sum(sum)),
        Expression.Product product => Within(context > 1, string.Join(" * ", product.Factors.Select(factor => Write(factor, factor is Expression.Quotient ? 2 : 1)))),
        Expression.Elementwise elementwise => $"{elementwise.Name}({Write(elementwise.Operand, 0)})",
        Expression.Apply apply => Apply(apply, context),
        // the derivative of ReLU is the literal that it is
        Expression.Positive positive => ExpressionEvaluator.Evaluate(positive, value, parameter) > 0 ? "1" : "0",
        _ => throw new ArgumentOutOfRangeException(nameof(expression), expression, "not a formula of one number"),
    };

    string Sum(Expression.Sum sum)
    {
        var text = new StringBuilder();
        foreach (var term in sum.Terms)
        {
            if (text.Length == 0) text.Append(Write(term, 0));
            else if (term is Expression.Negative negative) text.Append(" - ").Append(Write(negative.Operand, 1));
            else text.Append(" + ").Append(Write(term, 1));
        }
        return text.ToString();
    }

    string Apply(Expression.Apply apply, int context) => apply.Activation.Name switch
    {
        "sigmoid" => Within(context > 1, $"1 / (1 + exp(-{Write(apply.Operand, 2)}))"),
        "tanh" => $"tanh({Write(apply.Operand, 0)})",
        "relu" => $"max(0, {Write(apply.Operand, 0)})",
        "identity" => Write(apply.Operand, context),
        _ => throw apply.Activation.UnknownTo("AsciiFormulaWriter.Apply"),
    };

    static string Number(double number, int context, NumberFormat format) => Within(context > 0 && number < 0, format.Format(number));

    static string Within(bool parentheses, string text) => parentheses ? $"({text})" : text;
}
