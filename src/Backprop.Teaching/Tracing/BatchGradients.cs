namespace Backprop.Teaching;

/// <summary>The products that a trace leaves for later: the sums of ΔW and Δb over its samples, and ∂J_i/∂x.</summary>
static unsafe class BatchGradients
{
    const int FewProducts = 2048;

    /// <summary>Σ ΔW = Σ_i a_i δ_iᵀ and Σ Δb of a layer; where samples lie in lanes the pass has made them.</summary>
    public static GradientSums.Sums OfLayer(BackpropTrace trace, int l)
    {
        var layout = trace.Block.Layout;
        var stride = SampleRows.Padded(layout.Width(l));
        var numbers = trace.Block.Numbers;
        if (layout.InLanes)
            return new(new(numbers, layout.WeightSumOffset(l), layout.Width(l - 1) * stride), stride, new(numbers, layout.BiasSumOffset(l), stride));

        var (weights, biases) = (new double[layout.Width(l - 1) * stride], new double[stride]);
        fixed (double* x = trace.Example.InputRows[0], block = numbers, to = weights, toBiases = biases)
        {
            var from = l == 1 ? new Rows(x, SampleRows.Padded(layout.Width(0))) : new Rows(block + layout.Offset(TracePart.Activation, l - 1), SampleRows.Padded(layout.Width(l - 1)));
            Sum(from, new(block + layout.Offset(TracePart.Delta, l), stride), new(to, stride), toBiases, layout.Width(l - 1), layout.SampleCount);
        }
        return new(weights, stride, biases);
    }

    /// <summary>∂J_i/∂x = (W⁽¹⁾)ᵀ δ⁽¹⁾ of every sample, as rows padded to a multiple of 8.</summary>
    public static double[] OfInputs(BackpropTrace trace)
    {
        var layer = trace.Network.Layers[0];
        var stride = SampleRows.Padded(layer.Inputs);
        var gradients = new double[trace.SampleCount * stride];
        var turned = new double[layer.Units * stride];
        var layout = trace.Block.Layout;
        fixed (double* block = trace.Block.Numbers, own = layer.WeightColumns, w = turned, to = gradients)
        {
            Transposition.Run(new(own, layer.Units), new(w, stride), layer.Inputs, layer.Units);
            var delta = block + layout.Offset(TracePart.Delta, 1);
            var rows = layout.InLanes ? new Strided(delta, 1, layout.LaneStride) : new Rows(delta, SampleRows.Padded(layer.Units)).ByRows;
            Multiply(rows, new(w, stride), new(to, stride), trace.SampleCount, layer.Units, stride);
        }
        return gradients;
    }

    /// <summary>Σ_i a_i δ_iᵀ and Σ_i δ_i, from samples as rows.</summary>
    public static void Sum(Rows from, Rows delta, Rows weights, double* biases, int inputs, int samples)
    {
        var padded = (int)delta.Stride;
        Multiply(from.ByColumns, delta, weights, inputs, samples, padded);
        new Span<double>(biases, padded).Clear();
        for (var i = 0; i < samples; i++)
            for (var j = 0; j < padded; j++)
                biases[j] += delta[i][j];
    }

    static void Multiply(Strided p, Rows q, Rows c, int rows, int terms, int columns)
    {
        if ((long)rows * terms * columns <= FewProducts)
        {
            // not worth the compilation of a kernel
            for (var r = 0; r < rows; r++)
                for (var j = 0; j < columns; j++)
                {
                    var sum = 0.0;
                    for (var t = 0; t < terms; t++) sum = Math.FusedMultiplyAdd(p.From(r).Start[t * p.TermStride], q[t][j], sum);
                    c[r][j] = sum;
                }
            return;
        }
        switch (VectorWidth.WidestBits)
        {
            case 512: Product.Run<Lanes512>(p, q, c, rows, terms, columns); break;
            case 256: Product.Run<Lanes256>(p, q, c, rows, terms, columns); break;
            default: Product.Run<OneLane>(p, q, c, rows, terms, columns); break;
        }
    }
}
