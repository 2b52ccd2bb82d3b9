namespace Backprop.Teaching;

/// <summary>Gradient checks as pictures.</summary>
public static class CheckFigures
{
    /// <summary>The error of a numeric gradient over the step h, both axes logarithmic: <c>GradientCheck.ErrorOverStep(example, "W[1][0,0]").VCurveFigure()</c>.</summary>
    /// <param name="sweep">The errors. One of 0 has no place on a logarithmic axis; the alt text counts them.</param>
    /// <returns>A figure.</returns>
    public static Figure VCurveFigure(this StepSweep sweep)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        var best = sweep.Points.First(point => point.Step == sweep.BestStep);
        var errors = new LineTrace("|a − n|", [.. sweep.Points.Select(point => point.Step)], [.. sweep.Points.Select(sweep.AbsoluteError)])
        {
            HasMarkers = true,
            Labels = [.. sweep.Points.Select(point => $"h = {InWords.Short(point.Step)}: |a − n| = {InWords.Short(sweep.AbsoluteError(point))}")],
        };
        var zeros = sweep.Points.Count(point => sweep.AbsoluteError(point) == 0);
        var alt = $"|analytic − numeric| of ∂J/∂{sweep.Parameter} over h: {At(sweep.Points[0])}, smallest {At(best)}, {At(sweep.Points[^1])}; the analytic value is {InWords.Number(sweep.Analytic)}."
            + (zeros > 0 ? $" {InWords.Of(zeros, "error")} of exactly 0 not drawn." : "");
        return new($"Error of the numeric gradient of {sweep.Parameter} over the step h", alt, new FigurePanel(new("h, logarithmic") { IsLog = true }, new("|a − n|, logarithmic") { IsLog = true }, errors));

        string At(NumericDerivative point) => $"{InWords.Short(sweep.AbsoluteError(point))} at h = {InWords.Short(point.Step)}";
    }

    /// <summary>Every analytic gradient against its numeric one; right ones lie on the diagonal: <c>GradientCheck.Run(example).ScatterFigure()</c>.</summary>
    /// <param name="report">The check.</param>
    /// <returns>A figure; what fails and what is not judged are marked differently.</returns>
    public static Figure ScatterFigure(this GradientCheckReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var drawn = report.Parameters.Where(each => double.IsFinite(each.Analytic) && double.IsFinite(each.Numeric)).ToList();
        var all = Extent.Of(drawn.SelectMany(each => new[] { each.Analytic, each.Numeric }), false).With(0).Padded(0.05);
        var traces = new List<FigureTrace> { new LineTrace("a = n", [all.Min, all.Max], [all.Min, all.Max]) { Series = 2 } };
        Add("right", 0, each => !each.Fails && each.Kinks.IsEmpty);
        Add("fails", 4, each => each.Fails);
        Add("at a kink", 3, each => !each.Kinks.IsEmpty);
        var failures = report.Failures.ToList();
        var alt = $"Analytic against numeric gradient of {InWords.Of(report.Parameters.Length, "parameter")} of {report.Example.Name}: "
            + (failures.Count == 0 ? "none fails" : $"{failures.Count} fail, the worst {failures[0].Parameter} with {InWords.Number(failures[0].Analytic)} against {InWords.Number(failures[0].Numeric)}")
            + $"; largest relative error {InWords.Short(drawn.Select(each => each.RelativeError).DefaultIfEmpty(0).Max())}, h = {InWords.Short(report.Step)}.";
        return new("Analytic and numeric gradients of " + report.Example.Name, alt, new FigurePanel(new("numeric, (J(w + h) − J(w − h)) / 2h"), new("analytic, ∂J/∂w"), [.. traces]) { Width = 340, Height = 340 });

        void Add(string name, int series, Func<ParameterCheck, bool> which)
        {
            var some = drawn.Where(which).ToList();
            if (some.Count == 0) return;
            traces.Add(new LineTrace(name, [.. some.Select(each => each.Numeric)], [.. some.Select(each => each.Analytic)])
            {
                HasLine = false,
                HasMarkers = true,
                Series = series,
                Labels = [.. some.Select(each => each.ToString())],
            });
        }
    }
}
