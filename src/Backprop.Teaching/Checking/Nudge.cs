using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>
/// What the loss does when one number is moved by ±h and the pass runs on from there: (J(v + h) − J(v − h)) / 2h, beside the
/// traced quantity that it should equal. It calculates as the quotient. Immutable.
/// </summary>
public sealed class Nudge : Displayable
{
    const int LossDigits = 13;
    readonly NumericDerivative derivative;

    internal Nudge(NumericDerivative derivative, ScalarQuantity traced, double loss)
    {
        this.derivative = derivative;
        Traced = traced;
        Loss = loss;
    }

    /// <summary>What was moved: an x, z or a of one sample, or a weight or bias.</summary>
    public QuantityId Nudged => derivative.Quantity;

    /// <summary>v, where it stood.</summary>
    public double Value => derivative.At;

    /// <summary>h, how far it was moved each way.</summary>
    public double Step => derivative.Step;

    /// <summary>The loss with nothing moved: J_i of the sample for x, z and a; J over all samples, decay included, for W and b.</summary>
    public double Loss { get; }

    /// <summary>The same loss with v − h.</summary>
    public double LossBelow => derivative.LossBelow;

    /// <summary>The same loss with v + h.</summary>
    public double LossAbove => derivative.LossAbove;

    /// <summary>(J(v + h) − J(v − h)) / 2h.</summary>
    public double Quotient => derivative.Value;

    /// <summary>The quantity of the trace that the quotient should equal: dx for an x, delta for a z, dA for an a, gradW for a W, gradb for a b.</summary>
    public ScalarQuantity Traced { get; }

    /// <summary>The quotient minus the traced quantity; near 0 where the pass is right and no kink is near.</summary>
    public double Difference => Quotient - Traced.Value;

    /// <summary>The z of each ReLU unit that changes sign between v − h and v + h; where there is one, the quotient is no derivative.</summary>
    public ImmutableArray<QuantityId> Kinks => derivative.Kinks;

    /// <summary>The quotient.</summary>
    /// <param name="nudge">A nudge.</param>
    public static implicit operator double(Nudge nudge)
    {
        ArgumentNullException.ThrowIfNull(nudge);
        return nudge.Quotient;
    }

    internal override DisplayNode View()
    {
        var loss = Nudged.IsPerSample ? QuantitySymbol.Of(new(QuantityKind.SampleLoss, Sample: Nudged.Sample)) : "J";
        var symbol = QuantitySymbol.Of(Nudged);
        var nodes = new List<DisplayNode>
        {
            new HeadingNode($"{symbol} nudged by ±h, h = {new NumberFormat(17).Format(Step)}"),
            new TableNode(null, ["what", "value", "name"],
            [
                [symbol, DisplayCell.Of(Value, Nudged.ToString()), DisplayCell.Code(Nudged.ToString())],
                [$"{loss} at {symbol} − h", Long(LossBelow), ""],
                [$"{loss} as it is", Long(Loss), DisplayCell.Code(Nudged.IsPerSample ? $"loss@{Nudged.Sample}" : "J")],
                [$"{loss} at {symbol} + h", Long(LossAbove), ""],
                [$"quotient ({loss}⁺ − {loss}⁻) / 2h", DisplayCell.Of(Quotient), ""],
                [$"{Traced.Symbol} in the trace", DisplayCell.Of(Traced.Value, Traced.Name), DisplayCell.Code(Traced.Name)],
                ["difference", new NumberFormat(2).Format(Difference), ""],
            ]),
        };
        if (!Kinks.IsEmpty) nodes.Add(new TextNode($"Within ±h the sign of {string.Join(", ", Kinks)} changes: a ReLU has a kink there, and the quotient is no derivative."));
        return new StackNode(nodes);
    }

    // four digits would show the same loss three times
    static DisplayCell Long(double loss) => new NumberFormat(LossDigits).Format(loss);
}
