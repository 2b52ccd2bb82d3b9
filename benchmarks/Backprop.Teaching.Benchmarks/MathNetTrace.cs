using MathNet.Numerics.LinearAlgebra;

namespace Backprop.Teaching.Benchmarks;

/// <summary>The same quantities with MathNet matrices, samples as columns: what a C# user writes by hand.</summary>
sealed class MathNetTrace(Example example)
{
    readonly Matrix<double>[] weights = [.. example.Network.Layers.Select(layer => layer.Weights)];
    readonly Vector<double>[] biases = [.. example.Network.Layers.Select(layer => layer.Biases!)];
    readonly Matrix<double> x = Matrix<double>.Build.DenseOfColumnVectors(Enumerable.Range(0, example.SampleCount).Select(example.Input));
    readonly Matrix<double> y = Matrix<double>.Build.DenseOfColumnVectors(Enumerable.Range(0, example.SampleCount).Select(example.Target));
    Matrix<double>[] deltas = [];
    Matrix<double>[] sums = [];

    public void Check(Example of)
    {
        Run();
        var trace = Backpropagation.Run(of);
        if ((trace.Layer(1).WeightGradientSum.ToMatrix() - sums[0]).FrobeniusNorm() > 1e-12) throw new InvalidOperationException("MathNet: other sums than ours.");
    }

    public void Run()
    {
        var layers = weights.Length;
        Matrix<double>[] z = new Matrix<double>[layers], a = new Matrix<double>[layers + 1], prime = new Matrix<double>[layers];
        a[0] = x;
        for (var l = 0; l < layers; l++)
        {
            z[l] = weights[l] * a[l];
            var b = biases[l];
            z[l].MapIndexedInplace((j, _, value) => value + b[j]);
            a[l + 1] = z[l].Map(value => 1 / (1 + Math.Exp(-value)));
            prime[l] = a[l + 1].Map(value => value * (1 - value));
        }
        (deltas, sums) = (new Matrix<double>[layers], new Matrix<double>[layers]);
        var (biasSums, means, each) = (new Vector<double>[layers], new Matrix<double>[layers], new Matrix<double>[layers][]);
        var gradient = a[layers] - y;
        for (var l = layers - 1; l >= 0; l--)
        {
            deltas[l] = gradient.PointwiseMultiply(prime[l]);
            sums[l] = deltas[l].TransposeAndMultiply(a[l]);
            biasSums[l] = deltas[l].RowSums();
            means[l] = sums[l] / x.ColumnCount;
            each[l] = new Matrix<double>[x.ColumnCount];
            for (var i = 0; i < x.ColumnCount; i++) each[l][i] = deltas[l].Column(i).OuterProduct(a[l].Column(i));
            if (l > 0) gradient = weights[l].TransposeThisAndMultiply(deltas[l]);
        }
    }
}
