using System.Collections.Immutable;
using System.Globalization;

namespace Backprop.Teaching;

/// <summary>Which paths a gradient comes along.</summary>
public static class PathFigures
{
    const int MostBars = 16;

    /// <summary>Each path's product as a bar: what it adds to the derivative or takes from it: <c>trace.Paths("dW[1][0,2]").SharesFigure()</c>.</summary>
    /// <param name="paths">The paths. Beyond 16 the largest by |product|, and the alt text says so.</param>
    /// <returns>A figure.</returns>
    public static Figure SharesFigure(this PathSum paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var shown = paths.Paths.OrderByDescending(path => Math.Abs(path.Product)).Take(MostBars).ToList();
        // in the order of their units again, as everywhere
        shown = [.. paths.Paths.Where(shown.Contains)];
        var bars = new BarTrace("product", Grid.Count(shown.Count), [.. shown.Select(path => path.Product)])
        {
            BySign = true,
            Labels = [.. shown.Select(path => Label(path, shown.Count))],
        };
        var largest = shown.MaxBy(path => Math.Abs(path.Product))!;
        var against = shown.Count(path => path.Product * paths.Quantity.Value < 0);
        var alt = $"{paths.Quantity.Name} = {InWords.Number(paths.Quantity)} is a sum over {Count(paths.Count)}{(shown.Count < paths.Count ? $", the {shown.Count} largest shown" : "")}: "
            + string.Join(", ", shown.Select(path => $"{Name(path)} {InWords.Number(path.Product)}"))
            + $". Largest: {Name(largest)}{(largest.Share is { } most ? $" with {InWords.Percent(most)}" : "")}; {against} of them against the sum's sign.";
        return new($"Shares of the paths in {paths.Quantity.Name}", alt, new FigurePanel(
            new("units passed, from the layer after it to the outputs") { Labels = [.. shown.Select(Name)] }, new("product along the path"), bars)
        { Width = Math.Clamp(108 * shown.Count, 300, 860) });
    }

    /// <summary>The multiplications for one derivative, path by path and with each δ computed once, on a logarithmic axis: <c>sums.CostFigure()</c>.</summary>
    /// <param name="sums">One derivative of the first layer of each of several networks, shallow to deep; at least one.</param>
    /// <returns>A figure over the number of layers.</returns>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Figure CostFigure(this IEnumerable<PathSum> sums)
    {
        ArgumentNullException.ThrowIfNull(sums);
        var all = sums.ToImmutableArray();
        if (all.IsEmpty) throw new ArgumentException("sums: found none, expected at least one sum over paths", nameof(sums));
        ImmutableArray<double> layers = [.. all.Select(sum => (double)sum.Quantity.Trace.LayerCount)];
        ImmutableArray<double> apart = [.. all.Select(sum => sum.WithoutSharing)], shared = [.. all.Select(sum => sum.WithSharing)];
        var alt = "Multiplications for one derivative of layer 1. " + string.Join(" ", ((int[])[0, all.Length - 1]).Distinct().Select(i =>
            $"{InWords.Of((int)layers[i], "layer")}, {Count(all[i].Count)}: {Many(apart[i])} path by path, {Many(shared[i])} when each δ is computed once."));
        return new("Multiplications with and without sharing", alt, new FigurePanel(
            new("layers"), new("multiplications, logarithmic") { IsLog = true },
            new LineTrace("path by path", layers, apart) { HasMarkers = true },
            new LineTrace("each δ once", layers, shared) { HasMarkers = true }));
    }

    // many bars stand too close for both numbers
    static string Label(LossPath path, int bars) => path.Share is not { } share
        ? InWords.Signed(path.Product, 2)
        : bars > 8 ? InWords.Percent(share) : $"{InWords.Signed(path.Product, 2)} ({InWords.Percent(share)})";

    static string Name(LossPath path) => path.Units.IsEmpty ? "direct" : string.Join('→', path.Units);

    static string Count(double count) => count == 1 ? "1 path" : Many(count) + " paths";

    static string Many(double count) => count.ToString(count < 1e15 ? "N0" : "0.###e0", CultureInfo.InvariantCulture);
}
