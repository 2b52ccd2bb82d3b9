namespace Backprop.Teaching;

/// <summary>The number of a quantity, and how far from it one can come by rounding on the way there.</summary>
/// <param name="Value">The number without rounding.</param>
/// <param name="Radius">The most by which rounding at each step can move it, at least 0.</param>
readonly record struct Reach(double Value, double Radius)
{
    // what the two ways of computing the same number may differ by
    const double Floating = 1e-12;

    public double Low => Value - Radius;

    public double High => Value + Radius;

    /// <summary>Whether some number in the interval, rounded to the digits written, is this one.</summary>
    public bool Accepts(WrittenNumber written) => IsWithin(written.Value, Slack(written));

    /// <summary>Whether a number, give or take some slack, is in the interval.</summary>
    public bool IsWithin(double number, double slack)
    {
        var distance = Math.Abs(number - Value);
        // a number that is not there, or a reach without bound, accepts nothing
        return Radius < double.PositiveInfinity && distance <= Radius + slack + (Floating * (Math.Abs(Value) + Radius));
    }

    /// <summary>How far a number as it was written may lie from what it stands for; a bare zero is exact.</summary>
    public static double Slack(WrittenNumber written) =>
        written.SignificantDigits is null || (written.Value == 0 && written.HasPower) ? 0 : written.Unit / 2;
}
