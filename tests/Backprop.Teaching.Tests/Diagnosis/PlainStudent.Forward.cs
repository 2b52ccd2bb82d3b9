namespace Backprop.Teaching.Tests.Diagnosis;

/// <summary>The forward pass, and its mistakes: F, the derivatives D, the targets E6, and the samples taken for one another (M3, M4).</summary>
sealed partial class PlainStudent
{
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

    // swapped indices where both exist
    double Weight(int l, int j, int k, bool swapped) => swapped && k < Units(l) && j < Units(l - 1) ? example.Network.Layer(l).Weight(k, j) : example.Network.Layer(l).Weight(j, k);

    double F(int l, double at) => example.Network.Layer(l).Activation.Name switch
    {
        "sigmoid" => 1 / (1 + Math.Exp(-at)),
        "tanh" => Math.Tanh(at),
        "relu" => Math.Max(0, at),
        _ => at,
    };

    static double Share(double[] z, int j) => Math.Exp(z[j]) / z.Sum(Math.Exp);
}
