using System.Runtime.CompilerServices;

namespace Backprop.Teaching;

/// <summary>A pass with samples as rows, for larger networks: every layer is one product forward and one backward.</summary>
/// <typeparam name="V">The vectors.</typeparam>
readonly unsafe ref struct RowPass<V>(PassInput input, TraceLayout layout, double* numbers, WeightImage image)
    where V : struct, ILanes<V>
{
    readonly PassInput input = input;
    readonly TraceLayout layout = layout;
    readonly double* numbers = numbers;
    readonly WeightImage image = image;

    /// <summary>Fills the block.</summary>
    /// <returns>Whether all numbers are finite.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryRun()
    {
        var finite = true;
        for (var l = 1; l <= layout.LayerCount && finite; l++) finite = Forward(l);
        finite = finite && OutputPass<V>.TryRun(input, layout, numbers);
        for (var l = layout.LayerCount - 1; l >= 1 && finite; l--) finite = Backward(l);
        GC.KeepAlive(image);
        return finite;
    }

    // Z = A Wᵀ + b, A = f(Z), row by row a sample
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    bool Forward(int l)
    {
        var layer = input.Network.Layers[l - 1];
        var from = l == 1 ? input.Inputs : Part(TracePart.Activation, l - 1);
        var z = Part(TracePart.PreActivation, l);
        fixed (double* own = layer.WeightColumns)
            Product.Run<V>(from.ByRows, image.Weights(l, layer, own), z, layout.SampleCount, layer.Inputs, (int)z.Stride);
        if (layer.HasBias) Elementwise<V>.AddToRows(z, image.Biases(l), layout.SampleCount, (int)z.Stride);

        var a = Part(TracePart.Activation, l);
        if (layer.Activation.IsElementwise)
            return Elementwise<V>.Activate(layer.Activation, z.Start, a.Start, Part(TracePart.ActivationDerivative, l).Start, layout.PartLength(l));
        for (var i = 0; i < layout.SampleCount; i++) layer.Activation.Apply(new(z[i], layer.Units), new(a[i], layer.Units));
        return Elementwise<V>.IsFinite(z.Start, layout.PartLength(l));
    }

    // dA = Δ W of the layer after, Δ = dA ⊙ f′(Z)
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    bool Backward(int l)
    {
        var next = input.Network.Layers[l];
        var dA = Part(TracePart.ActivationGradient, l);
        Product.Run<V>(Part(TracePart.Delta, l + 1).ByRows, image.Turned(l + 1, next), dA, layout.SampleCount, next.Units, (int)dA.Stride);
        return Elementwise<V>.Multiply(dA.Start, Part(TracePart.ActivationDerivative, l).Start, Part(TracePart.Delta, l).Start, layout.PartLength(l));
    }

    Rows Part(TracePart part, int l) => new(numbers + layout.Offset(part, l), SampleRows.Padded(layout.Width(l)));
}
