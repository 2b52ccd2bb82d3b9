namespace Backprop.Teaching.Tests.Diagnosis;

/// <summary>The samples together, the decay and the step: the mistakes M, L, U and B5.</summary>
sealed partial class PlainStudent
{
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
}
