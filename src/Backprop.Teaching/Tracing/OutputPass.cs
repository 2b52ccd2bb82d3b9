using System.Runtime.CompilerServices;

namespace Backprop.Teaching;

/// <summary>The turn of a pass: the loss of each sample, and dA and δ of the output layer.</summary>
static unsafe class OutputPass<V>
    where V : struct, ILanes<V>
{
    /// <summary>Fills the losses and the last layer's dA and δ.</summary>
    /// <returns>Whether all numbers are finite.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryRun(PassInput input, TraceLayout layout, double* numbers)
    {
        var l = layout.LayerCount;
        var y = layout.InLanes ? numbers + layout.TargetOffset : input.Targets.Start;
        var a = numbers + layout.Offset(TracePart.Activation, l);
        var dA = numbers + layout.Offset(TracePart.ActivationGradient, l);
        var delta = numbers + layout.Offset(TracePart.Delta, l);
        var objective = input.Objective;
        var count = layout.PartLength(l);
        var divisor = objective.OverOutputs == Reduction.Mean ? layout.Width(l) : 1;
        if (objective.Loss != LossFunction.SquaredError)
            return Entropies(input, layout, numbers, y) & Elementwise<V>.Difference(a, y, delta, 1, divisor, count) & ClearPadding(layout, delta);

        var finite = Losses(objective, layout, numbers, a, y) & Elementwise<V>.Difference(a, y, dA, 2 * objective.SquaredErrorFactor, divisor, count) & ClearPadding(layout, dA);
        if (!input.Network.Layers[l - 1].Activation.IsElementwise) return finite && ThroughJacobian(layout, a, dA, delta);
        return finite && Elementwise<V>.Multiply(dA, numbers + layout.Offset(TracePart.ActivationDerivative, l), delta, count);
    }

    // for i: sum = 0; for j: sum = (a_j − y_j)² + sum; loss_i = factor · sum
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static bool Losses(Objective objective, TraceLayout layout, double* numbers, double* a, double* y)
    {
        var losses = numbers + layout.LossOffset;
        var units = layout.Width(layout.LayerCount);
        var finite = true;
        if (layout.InLanes && layout.SampleCount >= TraceLayout.FewestForLanes)
        {
            for (var i = 0; i < layout.LaneStride; i += V.Count)
            {
                var sum = default(V);
                for (var j = 0; j < units; j++)
                {
                    var difference = V.Load(a + (j * layout.LaneStride) + i) - V.Load(y + (j * layout.LaneStride) + i);
                    sum = V.Fma(difference, difference, sum);
                }
                sum *= V.All(objective.SquaredErrorFactor);
                V.Store(objective.OverOutputs == Reduction.Mean ? sum / V.All(units) : sum, losses + i);
            }
            return Elementwise<V>.IsFinite(losses, layout.LaneStride);
        }
        for (var i = 0; i < layout.SampleCount; i++)
        {
            var sum = 0.0;
            for (var j = 0; j < units; j++)
            {
                var n = layout.SampleOffset(layout.LayerCount, i) + (j * layout.UnitStride);
                sum = Math.FusedMultiplyAdd(a[n] - y[n], a[n] - y[n], sum);
            }
            sum *= objective.SquaredErrorFactor;
            losses[i] = objective.OverOutputs == Reduction.Mean ? sum / units : sum;
            finite &= double.IsFinite(losses[i]);
        }
        return finite;
    }

    // the losses and dA where there are logarithms, one number at a time
    static bool Entropies(PassInput input, TraceLayout layout, double* numbers, double* y)
    {
        var l = layout.LayerCount;
        var units = layout.Width(l);
        double* a = numbers + layout.Offset(TracePart.Activation, l), dA = numbers + layout.Offset(TracePart.ActivationGradient, l);
        Span<double> outputs = stackalloc double[Collected(layout)], targets = stackalloc double[Collected(layout)];
        var finite = true;
        for (var i = 0; i < layout.SampleCount; i++)
        {
            for (var j = 0; j < units; j++)
            {
                var n = layout.SampleOffset(l, i) + (j * layout.UnitStride);
                dA[n] = input.Objective.ActivationGradient(a[n], y[n], units);
                finite &= double.IsFinite(dA[n]);
            }
            var loss = input.Objective.SampleLoss(Sample(layout, a, i, outputs), Sample(layout, y, i, targets));
            numbers[layout.LossOffset + i] = loss;
            finite &= double.IsFinite(loss);
        }
        return finite;
    }

    // δ_k = Σ_j (∂a_j/∂z_k) dA_j: with softmax every output hangs on every z
    static bool ThroughJacobian(TraceLayout layout, double* a, double* dA, double* delta)
    {
        var l = layout.LayerCount;
        Span<double> outputs = stackalloc double[Collected(layout)];
        var finite = true;
        for (var i = 0; i < layout.SampleCount; i++)
        {
            var (start, stride) = (layout.SampleOffset(l, i), layout.UnitStride);
            var values = Sample(layout, a, i, outputs);
            for (var k = 0; k < values.Length; k++)
            {
                var sum = 0.0;
                for (var j = 0; j < values.Length; j++) sum = Math.FusedMultiplyAdd(ActivationFunction.SoftmaxJacobian(values, j, k), dA[start + (j * stride)], sum);
                delta[start + (k * stride)] = sum;
                finite &= double.IsFinite(sum);
            }
        }
        return finite;
    }

    static int Collected(TraceLayout layout) => layout.InLanes ? layout.Width(layout.LayerCount) : 0;

    // one sample's numbers of the last layer side by side: in place where samples are rows, otherwise collected
    static ReadOnlySpan<double> Sample(TraceLayout layout, double* part, int sample, Span<double> collected)
    {
        var start = part + layout.SampleOffset(layout.LayerCount, sample);
        if (!layout.InLanes) return new(start, layout.Width(layout.LayerCount));
        for (var j = 0; j < collected.Length; j++) collected[j] = start[j * layout.UnitStride];
        return collected;
    }

    // a of a unit that is not there may be other than 0, its gradient may not: it would train weights that are not there
    static bool ClearPadding(TraceLayout layout, double* gradients)
    {
        var units = layout.Width(layout.LayerCount);
        if (layout.InLanes) return true;
        for (var i = 0; i < layout.SampleCount; i++)
            for (var j = units; j < SampleRows.Padded(units); j++)
                gradients[layout.SampleOffset(layout.LayerCount, i) + j] = 0;
        return true;
    }
}
