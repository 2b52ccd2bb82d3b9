using System.Runtime.CompilerServices;

namespace Backprop.Teaching;

/// <summary>A pass with samples as rows, for larger networks: every layer is one product forward and one backward.</summary>
/// <remarks>Threads share the units of each layer. What a step reads of a layer must be whole: they meet after each.</remarks>
/// <typeparam name="V">The vectors.</typeparam>
readonly unsafe ref struct RowPass<V>(PassInput input, TraceLayout layout, double* numbers, WeightImage image, Share share)
    where V : struct, ILanes<V>
{
    readonly PassInput input = input;
    readonly TraceLayout layout = layout;
    readonly double* numbers = numbers;
    readonly WeightImage image = image;
    readonly Share share = share;

    /// <summary>Fills the block, alone.</summary>
    /// <returns>Whether all numbers are finite.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryRun()
    {
        var finite = true;
        for (var l = 1; l <= layout.LayerCount && finite; l++) finite = Forward(l);
        finite = finite && Turn();
        for (var l = layout.LayerCount - 1; l >= 1 && finite; l--) finite = Backward(l);
        GC.KeepAlive(image);
        return finite;
    }

    /// <summary>Z = A Wᵀ + b, A = f(Z), row by row a sample.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Forward(int l)
    {
        var layer = input.Network.Layers[l - 1];
        var from = l == 1 ? input.Inputs : Part(TracePart.Activation, l - 1);
        var z = Part(TracePart.PreActivation, l);
        var (start, count) = Units(z);
        var mine = z.FromColumn(start);
        fixed (double* own = layer.WeightColumns)
            Product.Run<V>(from.ByRows, image.Weights(l, layer, own, share), mine, layout.SampleCount, layer.Inputs, count);
        if (layer.HasBias) Elementwise<V>.AddToRows(mine, image.Biases(l) + start, layout.SampleCount, count);
        return layer.Activation.IsElementwise
            ? Activate(layer.Activation, mine, Part(TracePart.Activation, l).FromColumn(start), Part(TracePart.ActivationDerivative, l).FromColumn(start), count)
            : IsFinite(mine, count);
    }

    /// <summary>From the last z to the last δ, the losses between them: one thread does it for all.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Turn()
    {
        var layer = input.Network.Layers[layout.LayerCount - 1];
        if (!layer.Activation.IsElementwise)
        {
            Rows z = Part(TracePart.PreActivation, layout.LayerCount), a = Part(TracePart.Activation, layout.LayerCount);
            for (var i = 0; i < layout.SampleCount; i++) layer.Activation.Apply(new(z[i], layer.Units), new(a[i], layer.Units));
        }
        return OutputPass<V>.TryRun(input, layout, numbers);
    }

    /// <summary>dA = Δ W of the layer after, Δ = dA ⊙ f′(Z).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Backward(int l)
    {
        var next = input.Network.Layers[l];
        var dA = Part(TracePart.ActivationGradient, l);
        var (start, count) = Units(dA);
        Rows mine = dA.FromColumn(start), derivative = Part(TracePart.ActivationDerivative, l).FromColumn(start), delta = Part(TracePart.Delta, l).FromColumn(start);
        Product.Run<V>(Part(TracePart.Delta, l + 1).ByRows, image.Turned(l + 1, next).FromColumn(start), mine, layout.SampleCount, next.Units, count);
        if (share.IsWhole) return Elementwise<V>.Multiply(mine.Start, derivative.Start, delta.Start, layout.PartLength(l));
        var finite = true;
        for (var i = 0; i < layout.SampleCount; i++) finite &= Elementwise<V>.Multiply(mine[i], derivative[i], delta[i], count);
        return finite;
    }

    // a whole layer is one run of numbers
    bool Activate(ActivationFunction f, Rows z, Rows a, Rows derivative, int count)
    {
        if (share.IsWhole) return Elementwise<V>.Activate(f, z.Start, a.Start, derivative.Start, layout.SampleCount * count);
        var finite = true;
        for (var i = 0; i < layout.SampleCount; i++) finite &= Elementwise<V>.Activate(f, z[i], a[i], derivative[i], count);
        return finite;
    }

    bool IsFinite(Rows rows, int count)
    {
        var finite = true;
        for (var i = 0; i < layout.SampleCount; i++) finite &= Elementwise<V>.IsFinite(rows[i], count);
        return finite;
    }

    (int Start, int Count) Units(Rows rows) => (share.Start((int)rows.Stride), share.Count((int)rows.Stride));

    Rows Part(TracePart part, int l) => new(numbers + layout.Offset(part, l), SampleRows.Padded(layout.Width(l)));
}
