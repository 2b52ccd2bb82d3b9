using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>Asks for the picture of a network with its numbers.</summary>
public static class NetworkDiagrams
{
    /// <summary>Units with z, a and δ, edges with w and ∂J/∂w, and a control that walks forward and then backward: <c>trace.NetworkDiagram()</c>.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="sample">Whose numbers, from 0; null takes the only sample, or of several the means.</param>
    /// <param name="marks">Quantities to mark, for example <c>delta[1][0]@0</c> as wrong; none if nothing is said.</param>
    /// <returns>A displayable.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such sample.</exception>
    public static NetworkDiagram NetworkDiagram(this BackpropTrace trace, int? sample = null, IReadOnlyDictionary<QuantityId, DiagramMark>? marks = null)
    {
        ArgumentNullException.ThrowIfNull(trace);
        var chosen = sample is { } i ? trace.Sample(i).Index : trace.SampleCount == 1 ? 0 : (int?)null;
        return new(new(trace, chosen), marks?.ToImmutableDictionary() ?? ImmutableDictionary<QuantityId, DiagramMark>.Empty);
    }

    // the numbers that somebody has written down instead of the trace's; what is not written is unknown
    internal static NetworkDiagram NetworkDiagram(this BackpropTrace trace, int sample, IReadOnlyDictionary<QuantityId, DiagramMark> marks, IReadOnlyDictionary<QuantityId, double> written) =>
        new(new(trace, trace.Sample(sample).Index, written), marks.ToImmutableDictionary());

    /// <summary>The network with one path to the loss highlighted: <c>trace.Paths("dW[1][0,2]@0").NetworkDiagram(3)</c>.</summary>
    /// <param name="paths">The paths of a quantity of one sample.</param>
    /// <param name="path">Which of <see cref="PathSum.Paths"/>, from 0.</param>
    /// <returns>A displayable.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such path.</exception>
    public static NetworkDiagram NetworkDiagram(this PathSum paths, int path)
    {
        ArgumentNullException.ThrowIfNull(paths);
        if (path < 0 || path >= paths.Paths.Length) throw new ArgumentOutOfRangeException(nameof(path), path, $"Paths are counted from 0: expected 0 to {paths.Paths.Length - 1}.");
        var passed = paths.Paths[path].Factors.Select(factor => factor.Quantity.Id).Append(paths.Quantity.Id);
        return paths.Quantity.Trace.NetworkDiagram(paths.Quantity.Id.Sample, passed.Distinct().ToDictionary(id => id, _ => DiagramMark.Highlighted));
    }
}
