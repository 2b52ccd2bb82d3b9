namespace Backprop.Teaching;

/// <summary>What <see cref="PlainBackpropagation"/> leaves behind for one sample, in plain arrays. Index l runs from 0, the input, to L.</summary>
public sealed class PlainPass
{
    internal PlainPass(int layers)
    {
        Z = new double[layers + 1][];
        A = new double[layers + 1][];
        FPrime = new double[layers + 1][];
        DA = new double[layers + 1][];
        Delta = new double[layers + 1][];
        DW = new double[layers + 1][,];
    }

    /// <summary>z[l][j]; nothing at 0.</summary>
    public double[][] Z { get; }

    /// <summary>a[l][j]; a[0] is x.</summary>
    public double[][] A { get; }

    /// <summary>f′(z)[l][j]; nothing at 0 and for a softmax layer.</summary>
    public double[][] FPrime { get; }

    /// <summary>∂J_i/∂a[l][j]; at 0 it is ∂J_i/∂x.</summary>
    public double[][] DA { get; }

    /// <summary>δ[l][j] = ∂J_i/∂z, which is also ∂J_i/∂b; nothing at 0.</summary>
    public double[][] Delta { get; }

    /// <summary>ΔW[l][j,k] = ∂J_i/∂W; nothing at 0.</summary>
    public double[][,] DW { get; }

    /// <summary>J_i.</summary>
    public double Loss { get; internal set; }
}
