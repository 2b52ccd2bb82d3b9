namespace Backprop.Teaching.Tests.Diagnosis;

/// <summary>
/// A student with paper: plain loops, each result rounded to some significant digits, each mistake an if where it is made.
/// Shares nothing with the doctor but the words of the mistakes.
/// </summary>
sealed class PlainStudent
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

    // U2: something else is written down for a gradient
    double Instead(QuantityId id, double value)
    {
        if (Made("U2") is not { } taken) return value;
        var isTotal = id.Kind is QuantityKind.TotalWeightGradient or QuantityKind.TotalBiasGradient;
        var isOther = id.Kind is QuantityKind.WeightGradient or QuantityKind.BiasGradient or QuantityKind.WeightGradientSum or QuantityKind.BiasGradientSum or QuantityKind.WeightGradientMean or QuantityKind.BiasGradientMean;
        if (!isTotal && (!isOther || taken.Says(" ∂J/∂W"))) return value;
        if (taken.Says("new value")) return id.Column is { } k ? newW[id.Layer!.Value][id.Row!.Value, k] : newB[id.Layer!.Value][id.Row!.Value];
        return Round(taken.Says("−η") ? -(rate * value) : rate * value);
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

    void Given(int i)
    {
        x[i][0] = example.Input(i).ToArray();
        y[i] = example.Target(i).ToArray();
        if (Made("E6") is { } permuted)
        {
            var n = y[i].Length;
            var shift = permuted.Says("previous") ? n - 1 : 1;
            var right = y[i].ToArray();
            for (var j = 0; j < n; j++) y[i][j] = right[(j + shift) % n];
        }
        if (Made("F1") is { } f && f.Says("applied to the inputs"))
            for (var k = 0; k < x[i][0].Length; k++) x[i][0][k] = Round(F(1, x[i][0][k]));
    }

    // M3 as if there were no other, M4: one sample stands for all
    void Together()
    {
        if (Made("M3") is { } one && one.Says("as if there were no other")) (x[0][0], y[0]) = ([.. x[m - 1][0]], [.. y[m - 1]]);
        if (Made("M4") is null) return;
        for (var k = 0; k < x[0][0].Length; k++) x[0][0][k] = Round(Enumerable.Range(0, m).Sum(i => x[i][0][k]) / m);
        for (var j = 0; j < y[0].Length; j++) y[0][j] = Round(Enumerable.Range(0, m).Sum(i => y[i][j]) / m);
    }

    void Forward(int i)
    {
        a[i][0] = x[i][0];
        for (var l = 1; l <= last; l++)
        {
            var (n, before) = (Units(l), Units(l - 1));
            (z[i][l], a[i][l], fp[i][l]) = (new double[n], new double[n], new double[n]);
            for (var j = 0; j < n; j++)
            {
                var sum = 0.0;
                for (var k = 0; k < before; k++) sum += Weight(l, j, k, Is("F1", l, "swapped in z")) * a[i][l - 1][k];
                if (example.Network.Layer(l).HasBias && !Is("F1", l, "bias is left out")) sum += example.Network.Layer(l).Bias(j);
                z[i][l][j] = Round(sum);
            }
            for (var j = 0; j < n; j++) a[i][l][j] = Is("F1", l, "f is left out") ? z[i][l][j] : Round(example.Network.Layer(l).Activation == ActivationFunction.Softmax ? Share(z[i][l], j) : F(l, z[i][l][j]));
        }
        for (var l = 1; l <= last; l++)
            for (var j = 0; j < Units(l); j++) fp[i][l][j] = Round(Slope(i, l, j));
        loss[i] = Round(example.Objective.SampleLoss(a[i][last], y[i]));
    }

    double Slope(int i, int l, int j)
    {
        var (at, zz, aa) = (l, z[i][l][j], a[i][l][j]);
        if (Made("D9", l) is { } neighbour)
        {
            at = neighbour.Says("next") ? l + 1 : l - 1;
            var other = neighbour.Wraps ? j % Units(at) : Math.Min(j, Units(at) - 1);
            (zz, aa) = (z[i][at][other], a[i][at][other]);
        }
        var name = example.Network.Layer(at).Activation.Name;
        if (Made("D6", l) is { } foreign && !foreign.Says("softmax")) return foreign.Says("sigmoid") ? aa * (1 - aa) : foreign.Says("tanh") ? 1 - (aa * aa) : 1;
        if (Is("D4", l)) return aa;
        if (Is("D5", l)) return 1 - aa;
        var kept = Is("F1", l, "at z all the same") ? F(l, zz) : Is("D3", l) ? F(l, aa) : Is("D7", l) ? zz : aa;
        return name switch
        {
            "sigmoid" => kept * (Is("D8", l) ? 1 + kept : 1 - kept),
            "tanh" => Is("D8", l) ? 1 + (kept * kept) : 1 - (kept * kept),
            "relu" => zz > 0 ? 1 : 0,
            _ => 1,
        };
    }

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

    void Gradients(int i, int l)
    {
        var (n, before) = (Units(l), Units(l - 1));
        (dW[i][l], db[i][l]) = (new double[n, before], new double[n]);
        for (var j = 0; j < n; j++)
        {
            for (var k = 0; k < before; k++) dW[i][l][j, k] = Round(OneGradient(i, l, j, k) + (Made("M5") is not null && i > 0 ? dW[i - 1][l][j, k] : 0));
            db[i][l][j] = Round(OneBias(i, l, j) + (Made("M5") is not null && i > 0 ? db[i - 1][l][j] : 0));
        }
    }

    double OneGradient(int i, int l, int j, int k)
    {
        if (Is("G4", l) && k < Units(l) && j < Units(l - 1)) (j, k) = (k, j);
        if (Is("G5", l) && (j, k) is (0, 1) or (1, 0) && Is("G5", l)) (j, k) = (k, j);
        var error = Is("G6", l) ? dA[i][l][j] : delta[i][l][j];
        if (Is("G3", l)) return error;
        if (Is("G2", l)) return error * z[i][l - 1][k];
        if (Made("G1", l) is { } own) return error * a[i][l][own.Wraps ? k % Units(l) : Math.Min(k, Units(l) - 1)];
        return error * a[i][l - 1][k];
    }

    double OneBias(int i, int l, int j)
    {
        if (!example.Network.Layer(l).HasBias) return double.NaN;
        var error = delta[i][l][j];
        if (Made("B1", l) is { } times) error *= times.Says("first") ? a[i][l - 1][0] : times.Says("own") ? a[i][l][j] : a[i][l - 1].Sum();
        if (Is("B2", l)) error *= example.Network.Layer(l).Bias(j);
        if (Is("B3", l)) error = 0;
        return Is("B4", l) ? delta[i][l].Sum() : error;
    }

    void Batch(int l)
    {
        var (n, before) = (Units(l), Units(l - 1));
        (sumW[l], meanW[l], regW[l], gradW[l]) = (new double[n, before], new double[n, before], new double[n, before], new double[n, before]);
        (sumB[l], meanB[l], gradB[l]) = (new double[n], new double[n], new double[n]);
        for (var j = 0; j < n; j++)
        {
            for (var k = 0; k < before; k++)
            {
                sumW[l][j, k] = Round(Total([.. Enumerable.Range(0, m).Select(i => dW[i][l][j, k])]));
                meanW[l][j, k] = Round(Mean(sumW[l][j, k]));
                var w = example.Network.Layer(l).Weight(j, k);
                regW[l][j, k] = Round(Decay(w));
                gradW[l][j, k] = lambda == 0 ? Data(sumW[l][j, k], meanW[l][j, k]) : Round(Data(sumW[l][j, k], meanW[l][j, k]) + (Made("L1") is not null ? 0 : Made("L5") is { } sign && sign.Says("subtracted") ? -regW[l][j, k] : regW[l][j, k]));
            }
            sumB[l][j] = Round(Total([.. Enumerable.Range(0, m).Select(i => db[i][l][j])]));
            meanB[l][j] = Round(Mean(sumB[l][j]));
            gradB[l][j] = Data(sumB[l][j], meanB[l][j]);
            if (Made("L2") is not null && example.Network.Layer(l).HasBias) gradB[l][j] = Round(gradB[l][j] + (example.Objective.DecayGradientFactor(m) * example.Network.Layer(l).Bias(j)));
        }
    }

    double Total(double[] each)
    {
        if (Made("M3") is { } one) return each[one.Says("last sample only is used for") ? m - 1 : 0];
        if (Made("M4") is not null) return each[0];
        if (Made("M5") is { } kept && !kept.Says("summed again")) return each[m - 1];
        return each.Sum();
    }

    double Mean(double sum)
    {
        if (Made("M3") is not null || Made("M4") is not null || (Made("M1") is not null && example.Objective.OverSamples == Reduction.Mean)) return sum;
        return Made("M2") is not null ? sum / m / m : sum / m;
    }

    double Data(double sum, double mean) => example.Objective.OverSamples == Reduction.Mean ? mean : Made("M1") is not null ? sum / m : sum;

    double Decay(double w)
    {
        if (Made("L5") is { } form && form.Says("without λ")) return w;
        var factor = example.Objective.DecayGradientFactor(m);
        if (Made("L3") is not null) factor = example.Objective.Decay == DecayScaling.HalfLambda ? factor / m : factor * m;
        if (Made("L4") is not null) factor = example.Objective.Decay == DecayScaling.HalfLambda ? factor * 2 : factor / 2;
        return factor * w;
    }

    void Step(int l)
    {
        var (n, before, layer) = (Units(l), Units(l - 1), example.Network.Layer(l));
        (stepW[l], newW[l], stepB[l], newB[l]) = (new double[n, before], new double[n, before], new double[n], new double[n]);
        var sign = Made("U1") is not null ? 1 : -1;
        for (var j = 0; j < n; j++)
        {
            for (var k = 0; k < before; k++)
            {
                stepW[l][j, k] = Round(sign * rate * gradW[l][j, k]);
                newW[l][j, k] = Round(layer.Weight(j, k) + (sign * rate * gradW[l][j, k]));
            }
            if (!layer.HasBias) continue;
            var often = example.Network.TrainBias ? Is("B5", l) ? before : 1 : 0;
            stepB[l][j] = Round(sign * often * rate * gradB[l][j]);
            newB[l][j] = Round(layer.Bias(j) + (sign * often * rate * gradB[l][j]));
        }
    }

    // swapped indices where both exist
    double Weight(int l, int j, int k, bool swapped) => swapped && k < Units(l) && j < Units(l - 1) ? example.Network.Layer(l).Weight(k, j) : example.Network.Layer(l).Weight(j, k);

    int Units(int l) => l == 0 ? example.Network.InputCount : example.Network.Layer(l).Units;

    double F(int l, double at) => example.Network.Layer(l).Activation.Name switch
    {
        "sigmoid" => 1 / (1 + Math.Exp(-at)),
        "tanh" => Math.Tanh(at),
        "relu" => Math.Max(0, at),
        _ => at,
    };

    static double Share(double[] z, int j) => Math.Exp(z[j]) / z.Sum(Math.Exp);

    MadeMistake? Made(string id) => Array.Find(mistakes, each => each.Id == id);

    MadeMistake? Made(string id, int l) => Array.Find(mistakes, each => each.Id == id && each.IsAt(l));

    bool Is(string id, int l, string words = "") => Array.Exists(mistakes, each => each.Id == id && each.IsAt(l) && each.Says(words));

    double Round(double value) => Rounding.To(value, digits);
}
