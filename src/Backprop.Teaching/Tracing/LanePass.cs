using System.Runtime.CompilerServices;

namespace Backprop.Teaching;

/// <summary>
/// A pass with samples in lanes, for small networks: a unit is a row of samples, so that even a layer of 3 units fills the
/// vectors. The sums over the samples are made on the way.
/// </summary>
/// <typeparam name="V">The vectors.</typeparam>
/// <typeparam name="S">The samples taken at once: as many as a vector holds, or one where there are few.</typeparam>
readonly unsafe ref struct LanePass<V, S>(PassInput input, TraceLayout layout, double* numbers, WeightImage? image)
    where V : struct, ILanes<V>
    where S : struct, ILanes<S>
{
    readonly PassInput input = input;
    readonly TraceLayout layout = layout;
    readonly double* numbers = numbers;
    readonly WeightImage? image = image;

    /// <summary>Fills the block.</summary>
    /// <returns>Whether all numbers are finite; the sums are not looked at.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryRun()
    {
        Turn(input.Inputs, Lanes(layout.InputOffset), layout.Width(0));
        Turn(input.Targets, Lanes(layout.TargetOffset), layout.Width(layout.LayerCount));
        var finite = true;
        for (var l = 1; l <= layout.LayerCount && finite; l++) finite = Forward(l);
        finite = finite && OutputPass<V>.TryRun(input, layout, numbers);
        for (var l = layout.LayerCount; l >= 1 && finite; l--)
        {
            if (l < layout.LayerCount) finite = Backward(l);
            Sum(l);
        }
        GC.KeepAlive(image);
        return finite;
    }

    // Z = W A + b, A = f(Z), column by column a sample
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    bool Forward(int l)
    {
        var layer = input.Network.Layers[l - 1];
        var from = l == 1 ? Lanes(layout.InputOffset) : Part(TracePart.Activation, l - 1);
        var z = Part(TracePart.PreActivation, l);
        fixed (double* own = layer.WeightColumns, bias = layer.BiasSpan)
        {
            Product.Run<S>(Weights(l, layer, own).ByColumns, from, z, layer.Units, layer.Inputs, layout.LaneStride);
            if (layer.HasBias) Elementwise<S>.AddToColumns(z, image is null ? bias : image.Biases(l), layer.Units, layout.LaneStride);
        }
        var a = Part(TracePart.Activation, l);
        if (layer.Activation.IsElementwise)
            return Elementwise<V>.Activate(layer.Activation, z.Start, a.Start, Part(TracePart.ActivationDerivative, l).Start, layout.PartLength(l));
        Softmax(layer, z, a);
        return Elementwise<V>.IsFinite(z.Start, layout.PartLength(l));
    }

    // dA = Wᵀ Δ of the layer after, Δ = dA ⊙ f′(Z)
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    bool Backward(int l)
    {
        var next = input.Network.Layers[l];
        var dA = Part(TracePart.ActivationGradient, l);
        fixed (double* own = next.WeightColumns)
            Product.Run<S>(Weights(l + 1, next, own).ByRows, Part(TracePart.Delta, l + 1), dA, next.Inputs, next.Units, layout.LaneStride);
        return Elementwise<V>.Multiply(dA.Start, Part(TracePart.ActivationDerivative, l).Start, Part(TracePart.Delta, l).Start, layout.PartLength(l));
    }

    // Σ ΔW = Σ_i a_i δ_iᵀ and Σ Δb = Σ_i δ_i in the order of the samples, units in lanes: δ has to be turned round
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void Sum(int l)
    {
        var (units, padded) = (layout.Width(l), SampleRows.Padded(layout.Width(l)));
        var delta = Part(TracePart.Delta, l);
        var turned = new Rows(numbers + layout.TurnedOffset, padded);
        Transposition.Run(delta, turned, units, layout.SampleCount);
        if (units < padded)
            for (var i = 0; i < layout.SampleCount; i++)
                new Span<double>(turned[i] + units, padded - units).Clear();
        var from = l == 1 ? Lanes(layout.InputOffset) : Part(TracePart.Activation, l - 1);
        Product.Run<V>(from.ByRows, turned, new(numbers + layout.WeightSumOffset(l), padded), layout.Width(l - 1), layout.SampleCount, padded);
        Elementwise<V>.SumRows(turned, numbers + layout.BiasSumOffset(l), layout.SampleCount, padded);
    }

    void Softmax(DenseLayer layer, Rows z, Rows a)
    {
        var values = stackalloc double[2 * layer.Units];
        for (var i = 0; i < layout.SampleCount; i++)
        {
            for (var j = 0; j < layer.Units; j++) values[j] = z[j][i];
            layer.Activation.Apply(new(values, layer.Units), new(values + layer.Units, layer.Units));
            for (var j = 0; j < layer.Units; j++) a[j][i] = values[layer.Units + j];
        }
    }

    // the lanes that are left over repeat the first sample: they overflow only where it does
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void Turn(Rows samples, Rows lanes, int width)
    {
        Transposition.Run(samples, lanes, layout.SampleCount, width);
        for (var k = 0; k < width; k++)
            for (var i = layout.SampleCount; i < layout.LaneStride; i++)
                lanes[k][i] = lanes[k][0];
    }

    Rows Weights(int l, DenseLayer layer, double* own) => image is null ? new(own, layer.Units) : image.Weights(l, layer, own, Share.Whole);

    Rows Part(TracePart part, int l) => Lanes(layout.Offset(part, l));

    Rows Lanes(int offset) => new(numbers + offset, layout.LaneStride);
}
