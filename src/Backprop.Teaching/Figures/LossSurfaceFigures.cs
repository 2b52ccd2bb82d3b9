using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>The loss as a landscape over two parameters.</summary>
public static class LossSurfaceFigures
{
    const int Levels = 12;

    /// <summary>The loss over two parameters as a contour with the descent path on it: <c>history.LossSurfaceFigure("W[1][0,0]", "W[2][0,0]")</c>.</summary>
    /// <param name="history">A training that watched both (<see cref="TrainingOptions.Watch"/>).</param>
    /// <param name="horizontal">The parameter on the horizontal axis, for example <c>W[1][0,0]</c>.</param>
    /// <param name="vertical">The parameter on the vertical axis.</param>
    /// <param name="points">How many numbers each way the loss is computed at, 5 to 101.</param>
    /// <returns>A figure. All other parameters stand as they are after the last epoch; the path itself went through others.</returns>
    /// <exception cref="UnknownQuantityException">A parameter was not watched.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="points"/> is not in 5…101.</exception>
    public static Figure LossSurfaceFigure(this TrainingHistory history, string horizontal, string vertical, int points = 41)
    {
        ArgumentNullException.ThrowIfNull(history);
        if (points is < 5 or > 101) throw new ArgumentOutOfRangeException(nameof(points), points, "points: expected 5 to 101.");
        ImmutableArray<double> pathX = history.Path(horizontal), pathY = history.Path(vertical);
        var (x, y) = (Around(pathX, points), Around(pathY, points));
        var last = history.Example with { Network = history.Network };
        ImmutableArray<ImmutableArray<double>> z = [.. y.Select(v => x.Select(u => ForwardLoss.Of(last, last.With(horizontal, u).With(vertical, v).Network)).ToImmutableArray())];
        var all = Extent.Of(z.SelectMany(row => row), false);
        var step = all.Max > all.Min ? (all.Max - all.Min) / (Levels + 1) : 1;
        var kept = Keep(pathX, pathY);
        var alt = $"Loss over {horizontal} and {vertical}, from {InWords.Number(all.Min)} to {InWords.Number(all.Max)} in the part shown, all other parameters as after the last epoch. "
            + $"The descent goes from ({InWords.Number(pathX[0])}, {InWords.Number(pathY[0])}) to ({InWords.Number(pathX[^1])}, {InWords.Number(pathY[^1])}) in {InWords.Of(history.Last.Epoch, "epoch")}; J falls from {InWords.Number(history.First.Loss)} to {InWords.Number(history.Last.Loss)}.";
        return new($"Loss over {horizontal} and {vertical} with the descent", alt, new FigurePanel(
            new(horizontal), new(vertical),
            new ContourTrace("J", x, y, z, all.Min + step, step, Levels),
            new LineTrace("descent", [.. kept.Select(i => pathX[i])], [.. kept.Select(i => pathY[i])]) { Series = 0 },
            new LineTrace("start", [pathX[0]], [pathY[0]]) { HasLine = false, HasMarkers = true, Series = 2 },
            new LineTrace("end", [pathX[^1]], [pathY[^1]]) { HasLine = false, HasMarkers = true, Series = 1 })
        { Width = 420, Height = 360 });
    }

    // the path in the middle, as much room on each side as it is long
    static ImmutableArray<double> Around(ImmutableArray<double> path, int points)
    {
        var extent = Extent.Of(path, false);
        var room = Math.Max(0.5, 0.5 * (extent.Max - extent.Min));
        return Grid.Between(extent.Min - room, extent.Max + room, points);
    }

    static ImmutableArray<int> Keep(ImmutableArray<double> x, ImmutableArray<double> y) => [.. Thinning.Keep(x).Union(Thinning.Keep(y)).Order()];
}
