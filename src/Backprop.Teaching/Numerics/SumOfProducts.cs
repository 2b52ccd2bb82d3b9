namespace Backprop.Teaching;

/// <summary>
/// Σ a_k · b_k, the one way in which sums of products are formed: a chain of fused multiply-adds that starts at 0 and takes
/// the terms in ascending index, s ← a_k · b_k + s, rounded once per term.
/// </summary>
/// <remarks>
/// A sum in another order, or with the product rounded before it is added, is a different number in its last digits. A bias
/// is added last, after the chain.
/// </remarks>
public static class SumOfProducts
{
    /// <summary>The chain over two sequences of equal length: a row of weights times the activations that it weighs.</summary>
    /// <param name="a">The first factors.</param>
    /// <param name="b">The second factors, as many as <paramref name="a"/> has.</param>
    /// <returns>Σ a_k · b_k; 0 for no terms.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double Of(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        if (a.Length != b.Length)
            throw new ArgumentException($"A sum of products needs as many second factors as first ones: found {b.Length}, expected {a.Length}.", nameof(b));

        var sum = 0.0;
        for (var k = 0; k < a.Length; k++) sum = Math.FusedMultiplyAdd(a[k], b[k], sum);
        return sum;
    }

    /// <summary>
    /// The chain over strided data: Σ a[k · aStride] · b[k · bStride] for k = 0 … count − 1. A column of a matrix stored
    /// row by row has the row length as its stride.
    /// </summary>
    /// <param name="count">How many terms.</param>
    /// <param name="a">The first factors, from the first one on.</param>
    /// <param name="aStride">The distance from one first factor to the next; 1 when they lie side by side.</param>
    /// <param name="b">The second factors, from the first one on.</param>
    /// <param name="bStride">The distance from one second factor to the next.</param>
    /// <returns>The sum, with the bits of <see cref="Of(ReadOnlySpan{double}, ReadOnlySpan{double})"/> on the gathered data.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative, or a stride is less than 1.</exception>
    /// <exception cref="ArgumentException">A span ends before its last term.</exception>
    public static double Of(int count, ReadOnlySpan<double> a, int aStride, ReadOnlySpan<double> b, int bStride)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfLessThan(aStride, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(bStride, 1);
        RequireReach(count, a.Length, aStride, nameof(a));
        RequireReach(count, b.Length, bStride, nameof(b));

        var sum = 0.0;
        for (var k = 0; k < count; k++) sum = Math.FusedMultiplyAdd(a[k * aStride], b[k * bStride], sum);
        return sum;
    }

    static void RequireReach(int count, int length, int stride, string name)
    {
        var needed = count == 0 ? 0 : (count - 1L) * stride + 1;
        if (length < needed)
            throw new ArgumentException($"{count} terms {stride} apart need {needed} numbers: found {length}.", name);
    }
}
