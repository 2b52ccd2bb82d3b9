using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>Lays a formula out in a notation: with symbols, or with numbers put in for the quantities.</summary>
sealed class FormulaLayout(Notation notation, NotationContext context, Func<QuantityId, MathNode>? numbers = null, Func<FormulaParameter, double>? parameters = null)
{
    /// <summary>A sum of more terms is elided in the middle.</summary>
    public const int MostTerms = 8;

    /// <summary>Whether a sum was elided, so that the line cannot be computed as it stands.</summary>
    public bool HasElision { get; private set; }

    public MathNode Lay(Expression expression) => Lay(expression, 0);

    // room: 0 a sum may stand here as it is, 1 a product may, 2 only one thing
    MathNode Lay(Expression expression, int room) => expression switch
    {
        Expression.Reference reference => Reference(reference, room),
        Expression.Literal literal => Literal(literal.Value),
        Expression.Parameter named => parameters is null ? notation.Parameter(named.Which) : new MathNumber(new NumberFormat(17).Format(parameters(named.Which))),
        Expression.Negative negative => Within(room > 0, MathRow.Of(MathOperator.Minus, Lay(negative.Operand, 2))),
        Expression.Quotient quotient => Within(room > 1, new MathFraction(Lay(quotient.Numerator, 0), Lay(quotient.Denominator, 0))),
        Expression.Square square => new MathScripts(Lay(square.Operand, 2), null, new MathNumber("2")),
        Expression.Sum sum => Within(room > 0, Sum(sum)),
        Expression.Product product => Within(room > 1, Joined(product.Factors, notation.ProductSign)),
        Expression.Total total => Within(room > 0, Total(total)),
        Expression.Elementwise { Name: "exp" } exp => new MathScripts("e", null, Lay(exp.Operand, 0)),
        Expression.Elementwise { Name: "ln" } ln => MathRow.Of(new MathSymbol(@"\ln", "ln"), new MathFence(Lay(ln.Operand, 0))),
        Expression.Apply apply => numbers is null ? Symbols.Of(notation.ActivationSymbol(apply.Layer, primed: false, context), Lay(apply.Operand, 0)) : Applied(apply, room),
        Expression.Positive positive => Symbols.Of(notation.ActivationSymbol(LayerOf(positive), primed: true, context), Lay(positive.Operand, 0)),
        Expression.Transpose transpose => notation.Transposed(Lay(transpose.Operand, 2)),
        Expression.MatrixProduct product => Within(room > 1, Product(product)),
        Expression.Hadamard hadamard => Within(room > 1, MathRow.Of(Lay(hadamard.Left, 2), notation.HadamardSign, Lay(hadamard.Right, 2))),
        Expression.Diagonal diagonal => Symbols.Of(new MathSymbol(@"\operatorname{diag}", "diag"), Lay(diagonal.Operand, 0)),
        Expression.Ones => new MathNumber("1"),
        _ => throw new ArgumentOutOfRangeException(nameof(expression), expression, "not a formula"),
    };

    MathNode Reference(Expression.Reference reference, int room)
    {
        if (numbers is null) return notation.Symbol(SymbolRequest.Of(reference, context));
        var number = numbers(reference.Id);
        return Within(room > 0 && number is MathNumber { Digits: ['-', ..] }, number);
    }

    static MathNode Literal(double value) => value == 0.5 ? new MathFraction(new MathNumber("1"), new MathNumber("2")) : new MathNumber(new NumberFormat(17).Format(value));

    MathNode Sum(Expression.Sum sum)
    {
        var nodes = ImmutableArray.CreateBuilder<MathNode>();
        var elided = sum.Terms.Length > MostTerms;
        HasElision |= elided;
        for (var n = 0; n < sum.Terms.Length; n++)
        {
            if (elided && n == MostTerms - 2)
            {
                nodes.Add(MathOperator.Plus);
                nodes.Add(new MathSymbol(@"\cdots", "⋯"));
                n = sum.Terms.Length - 1;
            }
            var term = sum.Terms[n];
            if (nodes.Count > 0) nodes.Add(term is Expression.Negative ? MathOperator.Minus : MathOperator.Plus);
            nodes.Add(term is Expression.Negative negative && nodes.Count > 0 ? Lay(negative.Operand, 1) : Lay(term, nodes.Count == 0 ? 0 : 1));
        }
        return new MathRow(nodes.ToImmutable());
    }

    MathNode Joined(ImmutableArray<Expression> factors, MathOperator sign)
    {
        var nodes = ImmutableArray.CreateBuilder<MathNode>();
        foreach (var factor in factors)
        {
            if (nodes.Count > 0) nodes.Add(sign);
            nodes.Add(Lay(factor, 1));
        }
        return new MathRow(nodes.ToImmutable());
    }

    MathNode Product(Expression.MatrixProduct product)
    {
        // numbers side by side need a sign between them, symbols only where the notation has one
        var (left, right) = (Lay(product.Left, RoomIn(product.Left)), Lay(product.Right, RoomIn(product.Right)));
        var sign = notation.MatrixProductSign ?? (numbers is null ? null : new MathOperator(@"\,", " "));
        return sign is null ? MathRow.Of(left, right) : MathRow.Of(left, sign, right);
    }

    // ⊙ beside a matrix product needs parentheses, another matrix product does not
    static int RoomIn(Expression factor) => factor is Expression.Hadamard ? 2 : 1;

    MathNode Total(Expression.Total total) =>
        MathRow.Of(new MathScripts(new MathSymbol(@"\sum", "Σ"), Symbols.Index(total.Variable), null), Lay(total.Body, 1));

    // f(z) in numbers is the formula of f
    MathNode Applied(Expression.Apply apply, int room) => apply.Activation.Name switch
    {
        "sigmoid" when !IsVector(apply.Operand) => Within(room > 1, new MathFraction(
            new MathNumber("1"),
            MathRow.Of(new MathNumber("1"), MathOperator.Plus, new MathScripts("e", null, MathRow.Of(MathOperator.Minus, Lay(apply.Operand, 2)))))),
        "relu" when !IsVector(apply.Operand) => MathRow.Of(new MathSymbol(@"\max", "max"), new MathFence(MathRow.Of(new MathNumber("0"), new MathOperator(",", ","), Lay(apply.Operand, 0)))),
        "identity" => Lay(apply.Operand, room),
        _ => Symbols.Of(notation.ActivationSymbol(apply.Layer, primed: false, context), Lay(apply.Operand, 0)),
    };

    static bool IsVector(Expression expression) => expression is Expression.Reference { Row: null };

    static IndexTerm LayerOf(Expression.Positive positive) => positive.Operand is Expression.Reference { Layer: { } layer } ? layer : "l";

    static MathNode Within(bool parentheses, MathNode node) => parentheses ? new MathFence(node) : node;
}
