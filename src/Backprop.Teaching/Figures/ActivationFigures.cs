namespace Backprop.Teaching;

/// <summary>Where the units stand on their activation function.</summary>
public static class ActivationFigures
{
    const int Points = 121;

    /// <summary>f and f′ of a layer with each unit's z on them, for every sample: <c>trace.ActivationFigure(1)</c>. What saturates is seen.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="layer">1 to L.</param>
    /// <returns>A figure.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such layer.</exception>
    /// <exception cref="InvalidOperationException">The layer is softmax, which has no f of one z.</exception>
    public static Figure ActivationFigure(this BackpropTrace trace, int layer)
    {
        ArgumentNullException.ThrowIfNull(trace);
        var f = trace.Layer(layer).Layer.Activation;
        if (!f.IsElementwise) throw new InvalidOperationException($"Layer {layer} is softmax: each a depends on every z, found a question for one curve f(z), expected a layer with an elementwise activation.");
        var points = Enumerable.Range(0, trace.SampleCount).SelectMany(i => Enumerable.Range(0, trace.Layer(layer).Units).Select(j => new Operating(trace, layer, j, i))).ToList();
        var reach = Math.Max(f == ActivationFunction.Sigmoid ? 6 : 3, 1.1 * points.Max(point => Math.Abs(point.Z)));
        var z = Grid.Between(-reach, reach, Points);
        var largest = f == ActivationFunction.Sigmoid ? 0.25 : 1;
        var saturated = points.Count(point => point.Derivative < 0.1 * largest);
        var alt = $"Layer {layer}, {f.Name}: {InWords.Of(trace.Layer(layer).Units, "unit")}, {InWords.Of(trace.SampleCount, "sample")}; z from {InWords.Number(points.Min(point => point.Z))} to {InWords.Number(points.Max(point => point.Z))}, "
            + $"f′ from {InWords.Number(points.Min(point => point.Derivative))} to {InWords.Number(points.Max(point => point.Derivative))} of at most {InWords.Number(largest)}; {saturated} of {points.Count} saturated (f′ below a tenth of that).";
        return new($"f and f′ of layer {layer} with the units' z", alt, new FigurePanel(
            new("z"), new("f(z), f′(z)"),
            new LineTrace(f.Name, z, [.. z.Select(f.Value)]),
            new LineTrace(f.Name + "′", z, [.. z.Select(f.Derivative)]),
            Marks("units on f", points, point => point.Activation, 0),
            Marks("units on f′", points, point => point.Derivative, 1)));
    }

    static LineTrace Marks(string name, List<Operating> points, Func<Operating, double> y, int series) =>
        new(name, [.. points.Select(point => point.Z)], [.. points.Select(y)])
        {
            HasLine = false,
            HasMarkers = true,
            Series = series,
            Labels = [.. points.Select(point => point.Text)],
        };

    // one unit for one sample
    sealed class Operating(BackpropTrace trace, int layer, int unit, int sample)
    {
        public double Z { get; } = trace.Sample(sample).Layer(layer).PreActivation[unit];

        public double Activation { get; } = trace.Sample(sample).Layer(layer).Activation[unit];

        public double Derivative { get; } = trace.Sample(sample).Layer(layer).ActivationDerivative[unit];

        public string Text => $"unit {unit}, sample {sample}: z = {InWords.Number(Z)}, a = {InWords.Number(Activation)}, f′ = {InWords.Number(Derivative)}";
    }
}
