namespace Backprop.Teaching;

/// <summary>
/// The exponential, the hyperbolic tangent, the natural logarithm and the logistic function with which every number of this
/// library is computed.
/// </summary>
/// <remarks>
/// One polynomial each, explicit fused multiply-adds, no tables: the same argument gives the same bits on every machine,
/// alone or in a vector.
/// An ulp is the distance between neighbouring doubles at the exact result; the errors stated are the worst found against
/// an arbitrary-precision oracle, far below the 2 ulp that are promised. Every NaN comes back as <see cref="double.NaN"/>.
/// </remarks>
public static class Elementary
{
    /// <summary>The exponential function, e^x.</summary>
    /// <param name="x">Any number.</param>
    /// <returns>
    /// From 0 to +∞, at most 0.7 ulp from e^x, 0.8 ulp where it is subnormal. Exp(±0) = 1, Exp(−∞) = 0, Exp(+∞) = +∞,
    /// Exp(NaN) = NaN; above 709.78 it is +∞, below −745.13 it is 0.
    /// </returns>
    public static double Exp(double x) => ElementaryLanes.Exp(new OneLane(x)).Value;

    /// <summary>The hyperbolic tangent, (e^x − e^−x) / (e^x + e^−x).</summary>
    /// <param name="x">Any number.</param>
    /// <returns>
    /// From −1 to 1, at most 0.9 ulp from tanh x (subnormal results included). Odd to the bit: Tanh(−x) = −Tanh(x).
    /// Tanh(±0) = ±0, Tanh(±∞) = ±1, Tanh(NaN) = NaN; from |x| = 19.07 on it is ±1.
    /// </returns>
    public static double Tanh(double x) => ElementaryLanes.Tanh(new OneLane(x)).Value;

    /// <summary>The natural logarithm, ln x.</summary>
    /// <param name="x">Any number; subnormal ones too.</param>
    /// <returns>
    /// At most 0.65 ulp from ln x. Log(1) = +0, Log(±0) = −∞, Log(+∞) = +∞; NaN for negative x and for NaN.
    /// </returns>
    public static double Log(double x) => ElementaryLanes.Log(new OneLane(x)).Value;

    /// <summary>The logistic function σ(x) = 1 / (1 + e^−x).</summary>
    /// <param name="x">Any number.</param>
    /// <returns>
    /// From 0 to 1, at most 0.8 ulp from σ(x) (subnormal results included). Sigmoid(±0) = 0.5, Sigmoid(−∞) = 0,
    /// Sigmoid(+∞) = 1, Sigmoid(NaN) = NaN; from 37.43 on it is 1, below −745.13 it is 0.
    /// </returns>
    public static double Sigmoid(double x) => ElementaryLanes.Sigmoid(new OneLane(x)).Value;
}
