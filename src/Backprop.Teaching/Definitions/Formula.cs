namespace Backprop.Teaching;

/// <summary>Short words in which the definitions are written down.</summary>
static class Formula
{
    public static readonly IndexTerm L = "l";
    public static readonly IndexTerm J = "j";
    public static readonly IndexTerm K = "k";
    public static readonly IndexTerm I = "i";

    // one entry, and the whole, of a quantity of layer l and sample i
    public static Expression Entry(QuantityKind kind, IndexTerm layer, IndexTerm row) => new Expression.Reference(kind, layer, row, null, I);

    public static Expression Whole(QuantityKind kind, IndexTerm layer) => new Expression.Reference(kind, layer, null, null, I);

    // one entry, and the whole, of W or another matrix of the batch
    public static Expression Matrix(QuantityKind kind, IndexTerm layer, IndexTerm row, IndexTerm column) => new Expression.Reference(kind, layer, row, column);

    public static Expression Matrix(QuantityKind kind, IndexTerm layer) => new Expression.Reference(kind, layer);

    public static Expression Vector(QuantityKind kind, IndexTerm layer, IndexTerm row) => new Expression.Reference(kind, layer, row);

    public static Expression Number(double value) => new Expression.Literal(value);

    public static Expression Parameter(FormulaParameter which) => new Expression.Parameter(which);

    public static Expression Sum(params Expression[] terms) => new Expression.Sum([.. terms]);

    public static Expression Product(params Expression[] factors) => new Expression.Product([.. factors]);

    public static Expression Quotient(Expression numerator, Expression denominator) => new Expression.Quotient(numerator, denominator);

    public static Expression Difference(Expression left, Expression right) => Sum(left, Negative(right));

    public static Expression Negative(Expression operand) => new Expression.Negative(operand);

    public static Expression Square(Expression operand) => new Expression.Square(operand);

    public static Expression Exp(Expression operand) => new Expression.Elementwise("exp", operand);

    public static Expression Ln(Expression operand) => new Expression.Elementwise("ln", operand);

    public static Expression TotalOverUnits(IndexTerm variable, IndexTerm layer, Expression body) => new Expression.Total(variable.Variable!, SumRange.Units(layer), body);

    public static Expression TotalOverSamples(Expression body) => new Expression.Total("i", SumRange.Samples, body);

    public static Expression Transposed(Expression operand) => new Expression.Transpose(operand);

    public static Expression Times(Expression left, Expression right) => new Expression.MatrixProduct(left, right);

    public static Expression Hadamard(Expression left, Expression right) => new Expression.Hadamard(left, right);

    public static Expression Ones() => new Expression.Ones(L);
}
