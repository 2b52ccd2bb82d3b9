using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>One weight or bias of a gradient check: the gradient that is judged beside the numeric one. Immutable.</summary>
public sealed class ParameterCheck
{
    internal ParameterCheck(double analytic, NumericDerivative numeric, double loss)
    {
        Parameter = numeric.Quantity;
        Analytic = analytic;
        Numeric = numeric.Value;
        Kinks = numeric.Kinks;
        AbsoluteError = GradientErrors.Absolute(analytic, Numeric);
        RelativeError = GradientErrors.Relative(analytic, Numeric);
        IsAboveNoise = GradientErrors.AboveNoise(AbsoluteError, loss);
        Fails = Kinks.IsEmpty && GradientErrors.Differ(analytic, Numeric, loss);
    }

    /// <summary>The parameter, for example <c>W[2][0,1]</c>.</summary>
    public QuantityId Parameter { get; }

    /// <summary>The gradient that is judged: ∂J/∂w of the backward pass, or the one that was given.</summary>
    public double Analytic { get; }

    /// <summary>(J(w + h) − J(w − h)) / 2h, from forward passes alone.</summary>
    public double Numeric { get; }

    /// <summary>|a − n|; +∞ where one of them is no finite number.</summary>
    public double AbsoluteError { get; }

    /// <summary>|a − n| / max(|a|, |n|); 0 where both are 0, +∞ where one is no finite number.</summary>
    public double RelativeError { get; }

    /// <summary>The relative error in words.</summary>
    public RelativeErrorBand Band => GradientErrors.Band(RelativeError);

    /// <summary>The z of each ReLU unit that changes sign within ±h. Where there is one the parameter is marked and not judged.</summary>
    public ImmutableArray<QuantityId> Kinks { get; }

    /// <summary>Whether |a − n| &gt; 1e-8·max(1, J) and the relative error &gt; 1e-4, and no ReLU's z changes sign within ±h.</summary>
    public bool Fails { get; }

    /// <summary>The verdict in words, for example <c>be happy</c> or <c>FAILS: probably wrong</c>.</summary>
    public string Words =>
        !Kinks.IsEmpty ? "kink: " + string.Join(", ", Kinks.Take(3)) + (Kinks.Length > 3 ? $" and {Kinks.Length - 3} more" : "")
        : Fails ? "FAILS: " + GradientErrors.Words(Band)
        : !IsAboveNoise && Band >= RelativeErrorBand.Uncomfortable ? "too small to tell: |a − n| ≤ 1e-8·max(1, J)"
        : GradientErrors.Words(Band);

    /// <summary>The name, both gradients and the verdict.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"{Parameter}: analytic {NumberFormat.Default.Format(Analytic)}, numeric {NumberFormat.Default.Format(Numeric)}, {Words}";

    internal bool IsAboveNoise { get; }
}
