namespace Backprop.Teaching;

/// <summary>Moves one number of a pass and measures what the loss does.</summary>
public static class Nudges
{
    /// <summary>The central difference of J_i for an x, z or a of one sample, or of J for a weight or bias: <c>trace.Nudge("a[1][2]@0")</c>.</summary>
    /// <param name="trace">The trace; it is unchanged.</param>
    /// <param name="name">The name of one number, for example <c>z[1][0]@3</c> or <c>W[2][0,1]</c>; the sample may be left out where there is one.</param>
    /// <param name="h">How far it is moved each way, above 0; 1e-5 if nothing is said.</param>
    /// <returns>A displayable: what was moved, the losses, the quotient, and the traced quantity that it should equal.</returns>
    /// <exception cref="UnknownQuantityException">There is no such number, it is a whole vector or matrix, or it is none of x, z, a, W, b.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="h"/> is not a finite number above 0, or so large that the loss is no finite number.</exception>
    public static Nudge Nudge(this BackpropTrace trace, string name, double h = NumericGradient.DefaultStep)
    {
        ArgumentNullException.ThrowIfNull(trace);
        return Of(trace, QuantityId.Parse(name), name, h);
    }

    /// <summary>The same by its id: <c>trace.Nudge(quantity.Id)</c>.</summary>
    /// <param name="trace">The trace; it is unchanged.</param>
    /// <param name="id">An x, z, a, W or b, one number.</param>
    /// <param name="h">How far it is moved each way, above 0; 1e-5 if nothing is said.</param>
    /// <returns>A displayable.</returns>
    /// <exception cref="UnknownQuantityException">There is no such number, it is a whole vector or matrix, or it is none of x, z, a, W, b.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="h"/> is not a finite number above 0, or so large that the loss is no finite number.</exception>
    public static Nudge Nudge(this BackpropTrace trace, QuantityId id, double h = NumericGradient.DefaultStep)
    {
        ArgumentNullException.ThrowIfNull(trace);
        return Of(trace, id, id.ToString(), h);
    }

    static Nudge Of(BackpropTrace trace, QuantityId id, string name, double h)
    {
        NumericGradient.CheckStep(h);
        var gradient = GradientOf(id.Kind) ?? throw new UnknownQuantityException(name, $"the pass does not run on from {id.KindName}, expected one of x, z, a, W, b.");
        if (trace[id] is not ScalarQuantity moved) throw new UnknownQuantityException(name, "found a whole vector or matrix, expected one number: add the last bracket.");
        // the sample is filled in by now
        id = moved.Id;
        var traced = (ScalarQuantity)trace[id with { Kind = gradient }];
        var loss = id.Sample is { } sample ? trace.Sample(sample).Loss : trace.Loss;
        var derivative = id.Sample is null ? NumericGradient.Of(trace.Example, id, h) : OfSample(trace, id, moved, h);
        if (!double.IsFinite(derivative.Value))
            throw new ArgumentOutOfRangeException(nameof(h), h, $"{id}: the loss is no finite number when it is moved by ±h, expected a smaller h.");
        return new(derivative, traced, loss);
    }

    static NumericDerivative OfSample(BackpropTrace trace, QuantityId id, double value, double h)
    {
        List<QuantityId> onBelow = [], onAbove = [];
        var below = Loss(trace, id, value - h, onBelow);
        var above = Loss(trace, id, value + h, onAbove);
        return new(id, value, h, below, above, NumericGradient.Crossed(onBelow, onAbove));
    }

    // one number of a vector is overwritten and the pass runs on from there
    static double Loss(BackpropTrace trace, QuantityId id, double value, List<QuantityId> on)
    {
        var sample = id.Sample!.Value;
        var l = id.Layer ?? 0;
        var vector = ((VectorQuantity)trace[id with { Row = null }]).ToArray();
        vector[id.Row!.Value] = value;
        var a = id.Kind == QuantityKind.PreActivation ? ForwardLoss.Activate(trace.Network, vector, l, sample, on) : vector;
        return ForwardLoss.OfSample(trace.Example, trace.Network, sample, a, l + 1, on);
    }

    static QuantityKind? GradientOf(QuantityKind kind) => kind switch
    {
        QuantityKind.Input => QuantityKind.InputGradient,
        QuantityKind.PreActivation => QuantityKind.Delta,
        QuantityKind.Activation => QuantityKind.ActivationGradient,
        QuantityKind.Weights => QuantityKind.TotalWeightGradient,
        QuantityKind.Biases => QuantityKind.TotalBiasGradient,
        _ => null,
    };
}
