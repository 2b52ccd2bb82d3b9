namespace Backprop.Teaching.Tests.Diagnosis;

/// <summary>
/// A student with paper: plain loops, each result rounded to some significant digits, each mistake an if where it is made.
/// Shares nothing with the doctor but the words of the mistakes.
/// </summary>
sealed partial class PlainStudent
{
    readonly Example example;
    readonly MadeMistake[] mistakes;
    readonly int digits;
    readonly int last, m;
    readonly double lambda, rate;
    readonly double[][][] x, z, a, fp, dA, delta;
    readonly double[][] y;
    readonly double[][][,] dW;
    readonly double[][][] db;
    readonly double[][,] sumW, meanW, regW, gradW, stepW, newW;
    readonly double[][] sumB, meanB, gradB, stepB, newB;
    readonly double[] loss;

    public PlainStudent(Example example, int digits, params MadeMistake[] mistakes)
    {
        this.example = example;
        this.digits = digits;
        this.mistakes = mistakes;
        (last, m) = (example.Network.LayerCount, example.SampleCount);
        (lambda, rate) = (example.Objective.WeightDecay, example.LearningRate ?? double.NaN);
        double[][][] PerSample() => [.. Enumerable.Range(0, m).Select(_ => new double[last + 1][])];
        (x, z, a, fp, dA, delta, db) = (PerSample(), PerSample(), PerSample(), PerSample(), PerSample(), PerSample(), PerSample());
        y = new double[m][];
        loss = new double[m];
        dW = [.. Enumerable.Range(0, m).Select(_ => new double[last + 1][,])];
        (sumW, meanW, regW, gradW, stepW, newW) = (new double[last + 1][,], new double[last + 1][,], new double[last + 1][,], new double[last + 1][,], new double[last + 1][,], new double[last + 1][,]);
        (sumB, meanB, gradB, stepB, newB) = (new double[last + 1][], new double[last + 1][], new double[last + 1][], new double[last + 1][], new double[last + 1][]);
        Work();
    }

    /// <summary>What stands on the student's paper.</summary>
    public double Value(QuantityId id)
    {
        var (l, j, k, i) = (id.Layer ?? 0, id.Row ?? 0, id.Column ?? 0, id.Sample ?? 0);
        var value = id.Kind switch
        {
            QuantityKind.PreActivation => z[i][l][j],
            QuantityKind.Activation => a[i][l][j],
            QuantityKind.ActivationDerivative => fp[i][l][j],
            QuantityKind.SampleLoss => loss[i],
            QuantityKind.ActivationGradient => dA[i][l][j],
            QuantityKind.Delta => delta[i][l][j],
            QuantityKind.WeightGradient => dW[i][l][j, k],
            QuantityKind.BiasGradient => db[i][l][j],
            QuantityKind.WeightGradientSum => sumW[l][j, k],
            QuantityKind.BiasGradientSum => sumB[l][j],
            QuantityKind.WeightGradientMean => meanW[l][j, k],
            QuantityKind.BiasGradientMean => meanB[l][j],
            QuantityKind.WeightDecayTerm => regW[l][j, k],
            QuantityKind.TotalWeightGradient => gradW[l][j, k],
            QuantityKind.TotalBiasGradient => gradB[l][j],
            QuantityKind.WeightStep => stepW[l][j, k],
            QuantityKind.BiasStep => stepB[l][j],
            QuantityKind.WeightsAfter => newW[l][j, k],
            QuantityKind.BiasesAfter => newB[l][j],
            _ => throw new ArgumentOutOfRangeException(nameof(id), id, "not on the student's paper"),
        };
        return Instead(id, value);
    }

    void Work()
    {
        for (var i = 0; i < m; i++) Given(i);
        Together();
        for (var i = 0; i < m; i++) Forward(i);
        for (var l = last; l >= 1; l--)
        {
            for (var i = 0; i < m; i++) Back(i, l);
            for (var i = 0; i < m; i++) Gradients(i, l);
            Batch(l);
            Step(l);
        }
    }

    int Units(int l) => l == 0 ? example.Network.InputCount : example.Network.Layer(l).Units;

    MadeMistake? Made(string id) => Array.Find(mistakes, each => each.Id == id);

    MadeMistake? Made(string id, int l) => Array.Find(mistakes, each => each.Id == id && each.IsAt(l));

    bool Is(string id, int l, string words = "") => Array.Exists(mistakes, each => each.Id == id && each.IsAt(l) && each.Says(words));

    double Round(double value) => Rounding.To(value, digits);
}
