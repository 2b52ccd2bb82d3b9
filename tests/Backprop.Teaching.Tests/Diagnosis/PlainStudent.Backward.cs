namespace Backprop.Teaching.Tests.Diagnosis;

/// <summary>The error at the output and its way back: the mistakes E, D1, D2, D6 and P.</summary>
sealed partial class PlainStudent
{
    void Back(int i, int l)
    {
        var n = Units(l);
        (dA[i][l], delta[i][l]) = (new double[n], new double[n]);
        for (var j = 0; j < n; j++) dA[i][l][j] = l == last ? Round(OutputError(i, j)) : Round(Carried(i, l, j));
        for (var j = 0; j < n; j++) delta[i][l][j] = Round(Delta(i, l, j));
    }

    double OutputError(int i, int j)
    {
        var objective = example.Objective;
        var (aa, yy, n) = (a[i][last][j], y[i][j], Units(last));
        if (objective.Loss != LossFunction.SquaredError) return objective.ActivationGradient(aa, yy, n);
        return Wrong(i, j, objective.ActivationGradient(aa, yy, n));
    }

    // E1–E5: the error, where it is a − y and where it is its derivative
    double Wrong(int i, int j, double error)
    {
        var objective = example.Objective;
        var (aa, yy, n) = (a[i][last][j], y[i][j], Units(last));
        if (Made("E5") is not null)
        {
            error = objective.Loss == LossFunction.SquaredError ? objective.SquaredErrorFactor * (aa - yy) * (aa - yy)
                : objective.Loss == LossFunction.CrossEntropy ? -yy * Math.Log(aa) : -(yy * Math.Log(aa)) - ((1 - yy) * Math.Log(1 - aa));
            if (objective.OverOutputs == Reduction.Mean) error /= n;
        }
        if (Made("E1") is not null) error = -error;
        if (Made("E2") is not null) error *= 2;
        if (Made("E3") is not null) error /= 2;
        if (Made("E4") is not null) error = objective.OverOutputs == Reduction.Mean ? error * n : error / n;
        return error;
    }

    double Delta(int i, int l, int j)
    {
        var f = example.Network.Layer(l).Activation;
        if (l == last && example.Objective.Loss != LossFunction.SquaredError)
        {
            var over = example.Objective.OverOutputs == Reduction.Mean ? Units(last) : 1;
            double Error(int of) => Wrong(i, of, (a[i][last][of] - y[i][of]) / over);
            var aa = a[i][last][j];
            if (Made("E8") is not null) return -(y[i][j] / aa) * aa * (1 - aa) / over;
            if (Made("E7") is not { } extra) return Error(j);
            return extra.Says("Jacobian") ? Enumerable.Range(0, Units(last)).Sum(of => (of == j ? aa * (1 - aa) : -(a[i][last][of] * aa)) * Error(of)) : Error(j) * aa * (1 - aa);
        }
        if (Is("D1", l) || Is("D2", l)) return dA[i][l][j];
        if (f != ActivationFunction.Softmax) return dA[i][l][j] * fp[i][l][j];
        if (Is("D6", l, "softmax")) return dA[i][l][j] * Round(a[i][l][j] * (1 - a[i][l][j]));
        return Enumerable.Range(0, Units(l)).Sum(of => Round(of == j ? a[i][l][j] * (1 - a[i][l][j]) : -(a[i][l][of] * a[i][l][j])) * dA[i][l][of]);
    }

    // ∂J/∂a of a hidden layer
    double Carried(int i, int l, int j)
    {
        var (from, count) = (l + 1, Units(l + 1));
        double Error(int k) => Is("P5", l) ? dA[i][from][k] : delta[i][from][k];
        double Path(int k) => BackWeight(i, l, k, j) * Error(k);
        if (Made("P1", l) is { } one) return Path(one.Says("last") ? count - 1 : 0);
        if (Made("P2", l) is { } same) return Path(same.Wraps ? j % count : Math.Min(j, count - 1));
        var sum = 0.0;
        for (var k = 0; k < count; k++) sum += Path(k);
        if (Is("P4", l)) sum /= count;
        if (Is("P10", l)) for (var k = 0; k < count; k++) sum += example.Network.Layer(from).Bias(k) * delta[i][from][k];
        return sum;
    }

    double BackWeight(int i, int l, int k, int j)
    {
        var from = l + 1;
        if (Is("P3", l)) return 1;
        if (Is("P7", l)) return k < Units(l) && j < Units(l - 1) ? example.Network.Layer(l).Weight(k, j) : 0;
        var weight = Is("P6", l) ? Weight(from, k, j, swapped: true) : example.Network.Layer(from).Weight(k, j);
        if (Made("P8", l) is { } updated) weight = updated.Says("own ΔW") ? weight - (rate * dW[i][from][k, j]) : newW[from][k, j];
        return Is("P9", l) ? Math.Abs(weight) : weight;
    }
}
