using MathNet.Numerics.LinearAlgebra;

namespace Backprop.Teaching;

/// <summary>Computes a bound formula of vectors and matrices; a vector is a matrix of one column.</summary>
static class MatrixEvaluator
{
    public static Matrix<double> Evaluate(Expression expression, Func<QuantityId, Matrix<double>> value, Func<FormulaParameter, double> parameter, Network network)
    {
        Matrix<double> Of(Expression part) => Evaluate(part, value, parameter, network);
        return expression switch
        {
            Expression.Reference reference => value(reference.Id),
            Expression.Literal literal => Number(literal.Value),
            Expression.Parameter named => Number(parameter(named.Which)),
            Expression.Negative negative => -Of(negative.Operand),
            Expression.Quotient quotient => Divide(Of(quotient.Numerator), Of(quotient.Denominator)),
            Expression.Square square => Of(square.Operand).PointwiseMultiply(Of(square.Operand)),
            Expression.Apply { Activation.IsElementwise: true } apply => Of(apply.Operand).Map(apply.Activation.Value, Zeros.Include),
            Expression.Apply apply => Softmax(Of(apply.Operand)),
            Expression.Elementwise { Name: "exp" } exp => Of(exp.Operand).Map(Elementary.Exp, Zeros.Include),
            Expression.Elementwise { Name: "ln" } ln => Of(ln.Operand).Map(Elementary.Log, Zeros.Include),
            Expression.Positive positive => Of(positive.Operand).Map(z => z > 0 ? 1.0 : 0.0, Zeros.Include),
            Expression.Sum sum => sum.Terms.Select(Of).Aggregate((left, right) => left + right),
            Expression.Product product => product.Factors.Select(Of).Aggregate(Scale),
            Expression.Transpose transpose => Of(transpose.Operand).Transpose(),
            Expression.MatrixProduct product => Of(product.Left) * Of(product.Right),
            Expression.Hadamard hadamard => Of(hadamard.Left).PointwiseMultiply(Of(hadamard.Right)),
            Expression.Diagonal diagonal => Diagonal(Of(diagonal.Operand)),
            Expression.Ones ones => Matrix<double>.Build.Dense(network.Layer(ones.Layer.Offset).Units, 1, 1),
            _ => throw new ArgumentOutOfRangeException(nameof(expression), expression, "not a formula of vectors and matrices"),
        };
    }

    static Matrix<double> Number(double value) => Matrix<double>.Build.Dense(1, 1, value);

    static bool IsNumber(Matrix<double> matrix) => matrix.RowCount == 1 && matrix.ColumnCount == 1;

    static Matrix<double> Scale(Matrix<double> left, Matrix<double> right) => IsNumber(left) ? left[0, 0] * right : right[0, 0] * left;

    static Matrix<double> Divide(Matrix<double> numerator, Matrix<double> denominator) =>
        IsNumber(denominator) ? numerator / denominator[0, 0] : numerator.PointwiseDivide(denominator);

    static Matrix<double> Diagonal(Matrix<double> vector) => Matrix<double>.Build.Dense(
        Math.Max(vector.RowCount, vector.ColumnCount), Math.Max(vector.RowCount, vector.ColumnCount), (r, c) => r != c ? 0 : vector.RowCount == 1 ? vector[0, r] : vector[r, 0]);

    static Matrix<double> Softmax(Matrix<double> z)
    {
        var a = new double[z.RowCount * z.ColumnCount];
        ActivationFunction.Softmax.Apply(z.ToColumnMajorArray(), a);
        return Matrix<double>.Build.Dense(z.RowCount, z.ColumnCount, a);
    }
}
