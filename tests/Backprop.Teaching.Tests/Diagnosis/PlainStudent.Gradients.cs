namespace Backprop.Teaching.Tests.Diagnosis;

/// <summary>One sample's gradients: the mistakes G and B.</summary>
sealed partial class PlainStudent
{
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
}
