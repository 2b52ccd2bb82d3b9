namespace Backprop.Teaching;

/// <summary>The gradient check, found from the trace that it checks.</summary>
public static class GradientChecks
{
    /// <summary>Checks this trace's ∂J/∂W and ∂J/∂b by central differences of the loss, (J(w + h) − J(w − h)) / 2h.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="h">How far each parameter is moved each way, above 0; 1e-5 if nothing is said.</param>
    /// <returns>A displayable report, worst first. It costs two forward passes for each parameter.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="h"/> is not a finite number above 0.</exception>
    /// <exception cref="NumericOverflowException">A number of a pass leaves the range of float64.</exception>
    public static GradientCheckReport CheckGradients(this BackpropTrace trace, double h = NumericGradient.DefaultStep)
    {
        ArgumentNullException.ThrowIfNull(trace);
        return GradientCheck.Run(trace.Example, h);
    }
}
