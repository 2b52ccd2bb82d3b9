using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>What a derivative of the loss is: a slope.</summary>
public static class SlopeFigures
{
    const int Points = 121;
    // the tangent is drawn over this part of the width
    const double Part = 0.6;

    /// <summary>The loss over one weight or bias, all others as they are, and the tangent whose slope is ∂J/∂w: <c>trace.SlopeFigure("W[3][0,0]")</c>.</summary>
    /// <param name="trace">The trace. With several samples the loss is J, over all of them, decay included.</param>
    /// <param name="parameter">The name of one weight or bias.</param>
    /// <param name="reach">How far the axis goes each way from where the parameter stands, above 0.</param>
    /// <returns>A figure. The curve comes from forward passes alone, the tangent from the backward pass; where both are right they touch.</returns>
    /// <exception cref="UnknownQuantityException">There is no such number, or it is neither W nor b.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="reach"/> is not a finite number above 0.</exception>
    /// <exception cref="NumericOverflowException">J is no finite number within reach.</exception>
    public static Figure SlopeFigure(this BackpropTrace trace, string parameter, double reach = 2)
    {
        ArgumentNullException.ThrowIfNull(trace);
        if (!double.IsFinite(reach) || reach <= 0) throw new ArgumentOutOfRangeException(nameof(reach), reach, "reach: expected a finite number above 0.");
        var id = Parameters.Find(trace.Network, parameter);
        double at = Parameters.Value(trace.Network, id), loss = trace.Loss;
        double slope = (ScalarQuantity)trace[id with { Kind = id.Kind == QuantityKind.Weights ? QuantityKind.TotalWeightGradient : QuantityKind.TotalBiasGradient }];
        var w = Grid.Between(at - reach, at + reach, Points);
        var curve = w.Select(value => Finite(ForwardLoss.Of(trace.Example, Parameters.With(trace.Network, id, value)))).ToImmutableArray();
        var tangent = Grid.Between(at - (Part * reach), at + (Part * reach), 2);
        var symbol = QuantitySymbol.Of(id);
        var alt = $"J over {id} from {InWords.Number(w[0])} to {InWords.Number(w[^1])}: {InWords.Number(curve[0])} at the left end, {InWords.Number(curve[^1])} at the right. "
            + $"Where {id} stands, at {InWords.Number(at)}, J is {InWords.Number(loss)} and the tangent has the slope {InWords.Number(slope)}: J {Way(slope)} to the right.";
        return new($"J over {symbol}, and its slope where {symbol} stands", alt, new FigurePanel(
            new(symbol), new("J"),
            new LineTrace("J, by forward passes", w, curve),
            new LineTrace($"slope ∂J/∂{symbol} = {InWords.Signed(slope, 4)}", tangent, [.. tangent.Select(value => loss + (slope * (value - at)))]),
            new LineTrace("where it stands", [at], [loss]) { HasLine = false, HasMarkers = true, Series = 2 }));
    }

    static string Way(double slope) => slope < 0 ? "falls" : slope > 0 ? "rises" : "neither rises nor falls";

    static double Finite(double loss) => double.IsFinite(loss) ? loss : throw new NumericOverflowException(new(QuantityKind.Loss));
}
