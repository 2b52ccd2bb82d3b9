using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>The error of one parameter's numeric gradient as a function of the step h. Immutable.</summary>
public sealed class StepSweep : Displayable
{
    internal StepSweep(QuantityId parameter, double analytic, ImmutableArray<NumericDerivative> points)
    {
        Parameter = parameter;
        Analytic = analytic;
        Points = points;
    }

    /// <summary>The parameter.</summary>
    public QuantityId Parameter { get; }

    /// <summary>∂J/∂w of the backward pass.</summary>
    public double Analytic { get; }

    /// <summary>The numeric gradients for h = 1e-1, 1e-2, … 1e-12, in this order.</summary>
    public ImmutableArray<NumericDerivative> Points { get; }

    /// <summary>The h with the smallest absolute error; the largest of them where several are equal.</summary>
    public double BestStep => Points.MinBy(point => AbsoluteError(point)).Step;

    /// <summary>|a − n| at one h.</summary>
    /// <param name="point">One of <see cref="Points"/>.</param>
    /// <returns>The absolute error, ≥ 0.</returns>
    public double AbsoluteError(NumericDerivative point) => GradientErrors.Absolute(Analytic, point.Value);

    /// <summary>|a − n| / max(|a|, |n|) at one h; 0 where both are 0.</summary>
    /// <param name="point">One of <see cref="Points"/>.</param>
    /// <returns>The relative error, ≥ 0.</returns>
    public double RelativeError(NumericDerivative point) => GradientErrors.Relative(Analytic, point.Value);

    internal override DisplayNode View()
    {
        var two = new NumberFormat(2);
        var best = BestStep;
        return new StackNode(
        [
            new HeadingNode($"Error of the numeric gradient of {Parameter} over the step h"),
            new LineNode(["analytic", DisplayCell.Of(Analytic, "analytic " + Parameter)]),
            new TableNode(null, ["h", "numeric", "|a − n|", "relative error", "in words"],
            [
                .. Points.Select(IReadOnlyList<DisplayCell> (point) =>
                [
                    two.Format(point.Step),
                    DisplayCell.Of(point.Value, "numeric " + Parameter), two.Format(AbsoluteError(point)), two.Format(RelativeError(point)),
                    Words(point) + (point.Step == best ? ", the best step" : ""),
                ]),
            ]),
            new TextNode("A large h misses the curvature of the loss, an error that shrinks with h²; a small h loses the digits of the two losses, an error that grows with 1/h."),
        ]);
    }

    string Words(NumericDerivative point) => point.Kinks.IsEmpty ? GradientErrors.Words(GradientErrors.Band(RelativeError(point))) : "kink: " + string.Join(", ", point.Kinks.Take(3));
}
