using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>What a network of two inputs decides, everywhere.</summary>
public static class DecisionFigures
{
    /// <summary>One output over the plane of two inputs, against a threshold: <c>Examples.Xor.DecisionRegionsFigure()</c>, or of a trained network <c>history.Network.DecisionRegionsFigure(Examples.Xor)</c>.</summary>
    /// <param name="network">A network of two inputs.</param>
    /// <param name="example">Whose samples are marked, and around which the plane is drawn.</param>
    /// <param name="output">Which output, from 0.</param>
    /// <param name="threshold">From where on the decision is yes; 0.5 if nothing is said.</param>
    /// <param name="points">How many numbers each way the output is computed at, 5 to 101.</param>
    /// <returns>A figure: orange above the threshold, blue below, the samples by their targets.</returns>
    /// <exception cref="ArgumentException">The network does not have two inputs, or the example's are not as many.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such output, or <paramref name="points"/> is not in 5…101.</exception>
    public static Figure DecisionRegionsFigure(this Network network, Example example, int output = 0, double threshold = 0.5, int points = 41)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(example);
        if (network.InputCount != 2 || example.Network.InputCount != 2) throw new ArgumentException($"network: found {network.InputCount} inputs, the example {example.Network.InputCount}, expected 2 of both", nameof(network));
        if (output < 0 || output >= Math.Min(network.OutputCount, example.Network.OutputCount)) throw new ArgumentOutOfRangeException(nameof(output), output, $"Outputs are counted from 0: expected 0 to {network.OutputCount - 1}.");
        if (points is < 5 or > 101) throw new ArgumentOutOfRangeException(nameof(points), points, "points: expected 5 to 101.");
        var samples = Enumerable.Range(0, example.SampleCount).Select(i => new Sample(i, example.Input(i)[0], example.Input(i)[1], example.Target(i)[output] >= threshold, network.Forward(example.Input(i).ToArray())[output])).ToList();
        var (x, y) = (Around(samples.Select(sample => sample.X), points), Around(samples.Select(sample => sample.Y), points));
        ImmutableArray<ImmutableArray<double>> z = [.. y.Select(v => x.Select(u => network.Forward([u, v])[output] - threshold).ToImmutableArray())];
        var above = z.Sum(row => row.Count(value => value >= 0)) / (double)(points * points);
        var right = samples.Count(sample => sample.IsYes == (sample.Output >= threshold));
        var alt = $"Output {output} over both inputs: {InWords.Percent(above)} of the plane shown is at or above {InWords.Number(threshold)}. {right} of {InWords.Of(samples.Count, "sample")} on the right side"
            + (samples.Count <= 12 ? ": " + string.Join(", ", samples.Select(sample => $"({InWords.Number(sample.X)}, {InWords.Number(sample.Y)}) gives {InWords.Number(sample.Output)}")) : "") + ".";
        return new($"Decision regions of {example.Name}, output {output}", alt, new FigurePanel(
            new("x[0]"), new("x[1]"),
            new HeatMapTrace($"a − {InWords.Number(threshold)}", x, y, z) { FullScale = 2 * z.Max(row => row.Max(Math.Abs)) },
            new ContourTrace("boundary, a − threshold", x, y, z, 0, 1, 1),
            Marks("target yes", samples.Where(sample => sample.IsYes), 5),
            Marks("target no", samples.Where(sample => !sample.IsYes), 4))
        { Width = 360, Height = 360 });
    }

    /// <summary>The same of an example's own network.</summary>
    /// <param name="example">An example of two inputs.</param>
    /// <param name="output">Which output, from 0.</param>
    /// <param name="threshold">From where on the decision is yes; 0.5 if nothing is said.</param>
    /// <param name="points">How many numbers each way the output is computed at, 5 to 101.</param>
    /// <returns>A figure.</returns>
    /// <exception cref="ArgumentException">The example does not have two inputs.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such output, or <paramref name="points"/> is not in 5…101.</exception>
    public static Figure DecisionRegionsFigure(this Example example, int output = 0, double threshold = 0.5, int points = 41)
    {
        ArgumentNullException.ThrowIfNull(example);
        return example.Network.DecisionRegionsFigure(example, output, threshold, points);
    }

    static ImmutableArray<double> Around(IEnumerable<double> values, int points)
    {
        var extent = Extent.Of(values, false);
        var room = extent.Max > extent.Min ? 0.25 * (extent.Max - extent.Min) : 1;
        return Grid.Between(extent.Min - room, extent.Max + room, points);
    }

    static LineTrace Marks(string name, IEnumerable<Sample> samples, int series)
    {
        var all = samples.ToList();
        return new(name, [.. all.Select(sample => sample.X)], [.. all.Select(sample => sample.Y)])
        {
            HasLine = false,
            HasMarkers = true,
            Series = series,
            Labels = [.. all.Select(sample => $"sample {sample.Index}: {InWords.Number(sample.Output)}")],
        };
    }

    sealed record Sample(int Index, double X, double Y, bool IsYes, double Output);
}
