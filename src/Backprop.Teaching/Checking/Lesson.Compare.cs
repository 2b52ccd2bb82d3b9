using System.Runtime.CompilerServices;
using MathNet.Numerics.LinearAlgebra;

namespace Backprop.Teaching;

/// <content>Compare: what a cell computed beside what the trace holds.</content>
public static partial class Lesson
{
    const string Numbers = "a number, a MathNet vector or matrix, double[], double[,], double[][] of equal rows or a quantity";

    /// <summary>What a cell computed beside a quantity: <c>Compare(delta1, trace.Layer(1).Delta)</c>. Unequal shapes are shown with the question whether a transpose is missing.</summary>
    /// <param name="mine">A number, a MathNet vector or matrix, an array, or another quantity.</param>
    /// <param name="quantity">The quantity that it should be.</param>
    /// <param name="mineLabel">Filled in by the compiler: the text of the first argument.</param>
    /// <returns>A displayable: both side by side, their shapes, and the largest difference with its place.</returns>
    /// <exception cref="ArgumentException"><paramref name="mine"/> is nothing of these.</exception>
    public static Comparison Compare(object? mine, Quantity quantity, [CallerArgumentExpression(nameof(mine))] string? mineLabel = null)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        var table = NumberTable.Of(mine) ?? throw new ArgumentException($"{mineLabel}: found {NumberTable.Describe(mine)}, expected {Numbers}.", nameof(mine));
        return new(table, NumberTable.Of(quantity)!, mineLabel ?? "mine", quantity.Name);
    }

    /// <summary>A number beside a quantity of one number.</summary>
    /// <inheritdoc cref="Compare(object?, Quantity, string?)"/>
    public static Comparison Compare(double mine, ScalarQuantity quantity, [CallerArgumentExpression(nameof(mine))] string? mineLabel = null) =>
        Compare((object)mine, quantity, mineLabel);

    /// <summary>A MathNet vector beside a vector quantity.</summary>
    /// <inheritdoc cref="Compare(object?, Quantity, string?)"/>
    public static Comparison Compare(Vector<double> mine, VectorQuantity quantity, [CallerArgumentExpression(nameof(mine))] string? mineLabel = null) =>
        Compare((object)mine, quantity, mineLabel);

    /// <summary>A MathNet matrix beside a matrix quantity.</summary>
    /// <inheritdoc cref="Compare(object?, Quantity, string?)"/>
    public static Comparison Compare(Matrix<double> mine, MatrixQuantity quantity, [CallerArgumentExpression(nameof(mine))] string? mineLabel = null) =>
        Compare((object)mine, quantity, mineLabel);

    /// <summary>An array beside a vector quantity: <c>Compare([0.1, 0.2], trace.Layer(1).Delta)</c>.</summary>
    /// <inheritdoc cref="Compare(object?, Quantity, string?)"/>
    public static Comparison Compare(double[] mine, VectorQuantity quantity, [CallerArgumentExpression(nameof(mine))] string? mineLabel = null) =>
        Compare((object)mine, quantity, mineLabel);

    /// <summary>Rows beside a matrix quantity: <c>Compare([[0.1, 0.2], [0.3, 0.4]], trace.Layer(2).WeightGradient)</c>.</summary>
    /// <inheritdoc cref="Compare(object?, Quantity, string?)"/>
    public static Comparison Compare(double[][] mine, MatrixQuantity quantity, [CallerArgumentExpression(nameof(mine))] string? mineLabel = null) =>
        Compare((object)mine, quantity, mineLabel);

    /// <summary>Two numbers side by side.</summary>
    /// <param name="mine">A number.</param>
    /// <param name="other">Another.</param>
    /// <param name="mineLabel">Filled in by the compiler: the text of the first argument.</param>
    /// <param name="otherLabel">Filled in by the compiler: the text of the second argument.</param>
    /// <returns>A displayable: both side by side and the difference.</returns>
    public static Comparison Compare(
        double mine, double other,
        [CallerArgumentExpression(nameof(mine))] string? mineLabel = null, [CallerArgumentExpression(nameof(other))] string? otherLabel = null) =>
        Of(mine, other, mineLabel, otherLabel);

    /// <summary>Two MathNet vectors side by side.</summary>
    /// <param name="mine">A vector.</param>
    /// <param name="other">Another.</param>
    /// <param name="mineLabel">Filled in by the compiler: the text of the first argument.</param>
    /// <param name="otherLabel">Filled in by the compiler: the text of the second argument.</param>
    /// <returns>A displayable: both side by side, their shapes, and the largest difference with its place.</returns>
    public static Comparison Compare(
        Vector<double> mine, Vector<double> other,
        [CallerArgumentExpression(nameof(mine))] string? mineLabel = null, [CallerArgumentExpression(nameof(other))] string? otherLabel = null) =>
        Of(mine, other, mineLabel, otherLabel);

    /// <summary>Two MathNet matrices side by side.</summary>
    /// <inheritdoc cref="Compare(Vector{double}, Vector{double}, string?, string?)"/>
    public static Comparison Compare(
        Matrix<double> mine, Matrix<double> other,
        [CallerArgumentExpression(nameof(mine))] string? mineLabel = null, [CallerArgumentExpression(nameof(other))] string? otherLabel = null) =>
        Of(mine, other, mineLabel, otherLabel);

    /// <summary>A MathNet matrix beside a vector, which is a matrix of one column.</summary>
    /// <inheritdoc cref="Compare(Vector{double}, Vector{double}, string?, string?)"/>
    public static Comparison Compare(
        Matrix<double> mine, Vector<double> other,
        [CallerArgumentExpression(nameof(mine))] string? mineLabel = null, [CallerArgumentExpression(nameof(other))] string? otherLabel = null) =>
        Of(mine, other, mineLabel, otherLabel);

    /// <summary>A MathNet vector, which is a matrix of one column, beside a matrix.</summary>
    /// <inheritdoc cref="Compare(Vector{double}, Vector{double}, string?, string?)"/>
    public static Comparison Compare(
        Vector<double> mine, Matrix<double> other,
        [CallerArgumentExpression(nameof(mine))] string? mineLabel = null, [CallerArgumentExpression(nameof(other))] string? otherLabel = null) =>
        Of(mine, other, mineLabel, otherLabel);

    /// <summary>What changed from one trace to another: <c>Compare(trace, Backpropagation.Run(example.With("W[2][0,1]", 0.6)))</c>.</summary>
    /// <param name="before">A trace.</param>
    /// <param name="after">A trace of a network with the same layers and as many samples.</param>
    /// <returns>A displayable: each number that changed, old, new and the difference, in forward and then backward order.</returns>
    /// <exception cref="ArgumentException">The traces have other layer sizes or another number of samples.</exception>
    /// <exception cref="NumericOverflowException">A sum of the traces leaves the range of float64.</exception>
    public static TraceComparison Compare(BackpropTrace before, BackpropTrace after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return TraceComparison.Of(before, after);
    }

    static Comparison Of(object mine, object other, string? mineLabel, string? otherLabel)
    {
        ArgumentNullException.ThrowIfNull(mine);
        ArgumentNullException.ThrowIfNull(other);
        return new(NumberTable.Of(mine)!, NumberTable.Of(other)!, mineLabel ?? "mine", otherLabel ?? "other");
    }
}
