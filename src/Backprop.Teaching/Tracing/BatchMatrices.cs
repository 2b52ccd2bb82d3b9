using MathNet.Numerics.LinearAlgebra;

namespace Backprop.Teaching;

/// <summary>The vectors of all samples as one matrix.</summary>
public static class BatchMatrices
{
    /// <summary>The batch of a vector, a column for each sample: <c>trace.Batch("a[1]")</c> is A⁽¹⁾ = (a⁽¹⁾@0, …, a⁽¹⁾@m−1), n_l × m. Its transpose has the samples as rows.</summary>
    /// <param name="trace">The trace; it is unchanged.</param>
    /// <param name="name">A vector that each sample has, without sample and unit: x, y, z[l], a[l], fprime[l], dA[l], delta[l], db[l] or dx.</param>
    /// <returns>A MathNet matrix, a copy.</returns>
    /// <exception cref="UnknownQuantityException">There is no such quantity, or it is no vector that each sample has.</exception>
    public static Matrix<double> Batch(this BackpropTrace trace, string name)
    {
        ArgumentNullException.ThrowIfNull(trace);
        var id = QuantityId.Parse(name);
        if (!id.IsPerSample || id.Sample is not null || id.Row is not null) throw NoVector(name);
        return Matrix<double>.Build.DenseOfColumnVectors(Enumerable.Range(0, trace.SampleCount)
            .Select(i => trace[id with { Sample = i }] is VectorQuantity vector ? vector.ToVector() : throw NoVector(name)));
    }

    static UnknownQuantityException NoVector(string name) =>
        new(name, "expected a vector that each sample has, without sample and unit, such as x, a[1] or delta[2].");
}
