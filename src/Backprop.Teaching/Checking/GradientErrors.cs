namespace Backprop.Teaching;

/// <summary>How far two gradients are apart, and what that means.</summary>
static class GradientErrors
{
    const double RelativeLimit = 1e-4;
    const double AbsoluteLimit = 1e-8;

    /// <summary>|a − n| / max(|a|, |n|), 0 where both are 0; +∞ where one is no finite number.</summary>
    public static double Relative(double a, double n)
    {
        if (!double.IsFinite(a) || !double.IsFinite(n)) return double.PositiveInfinity;
        var larger = Math.Max(Math.Abs(a), Math.Abs(n));
        return larger == 0 ? 0 : Math.Abs(a - n) / larger;
    }

    public static double Absolute(double a, double n) => double.IsFinite(a) && double.IsFinite(n) ? Math.Abs(a - n) : double.PositiveInfinity;

    /// <summary>Beyond what the rounding of J does to the quotient.</summary>
    public static bool AboveNoise(double absolute, double loss) => absolute > AbsoluteLimit * Math.Max(1, loss);

    public static bool Differ(double a, double n, double loss) => AboveNoise(Absolute(a, n), loss) && Relative(a, n) > RelativeLimit;

    public static RelativeErrorBand Band(double relative) => relative switch
    {
        <= 1e-7 => RelativeErrorBand.Happy,
        <= 1e-4 => RelativeErrorBand.FineWithKinks,
        <= 1e-2 => RelativeErrorBand.Uncomfortable,
        _ => RelativeErrorBand.ProbablyWrong,
    };

    public static string Words(RelativeErrorBand band) => band switch
    {
        RelativeErrorBand.Happy => "be happy",
        RelativeErrorBand.FineWithKinks => "fine with kinks, high without",
        RelativeErrorBand.Uncomfortable => "uncomfortable",
        _ => "probably wrong",
    };
}
