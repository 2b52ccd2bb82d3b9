namespace Backprop.Teaching;

/// <summary>
/// A network's weights as the kernels read them: W as [in × out padded], for every layer but the first Wᵀ as [out × in padded],
/// and b, padded with zeros.
/// </summary>
sealed unsafe class WeightImage
{
    const int Elsewhere = -1;
    readonly int shares;
    readonly int[] weights;
    readonly int[] turned;
    readonly int[] biases;

    /// <param name="shape">A network of the shape.</param>
    /// <param name="isComplete">Whether it holds even a W that needs no padding, which can be read where it is.</param>
    /// <param name="shares">How many threads share the columns of each W; the columns of each lie together, so that no thread fetches what another writes.</param>
    public WeightImage(Network shape, bool isComplete, int shares = 1)
    {
        this.shares = shares;
        (weights, turned, biases) = (new int[shape.LayerCount], new int[shape.LayerCount], new int[shape.LayerCount]);
        var length = 0;
        for (var l = 0; l < shape.LayerCount; l++)
        {
            var layer = shape.Layers[l];
            weights[l] = isComplete || layer.Units != SampleRows.Padded(layer.Units) ? Take(layer.Inputs * SampleRows.Padded(layer.Units)) : Elsewhere;
            turned[l] = Take(l == 0 ? 0 : layer.Units * SampleRows.Padded(layer.Inputs));
            biases[l] = Take(SampleRows.Padded(layer.Units));
        }
        Memory = new(length);

        int Take(int count)
        {
            var start = length;
            length += count;
            return start;
        }
    }

    public AlignedMemory Memory { get; }

    /// <summary>The network whose numbers are held, or null.</summary>
    public Network? Network { get; private set; }

    /// <summary>W of a layer, or a share of its columns, which lie together.</summary>
    /// <param name="l">1 to L.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="own">The layer's own numbers, where they are read if they are not held here.</param>
    /// <param name="share">One of as many as the image was made for.</param>
    public Rows Weights(int l, DenseLayer layer, double* own, Share share)
    {
        var padded = SampleRows.Padded(layer.Units);
        return new((weights[l - 1] == Elsewhere ? own : Memory.Start + weights[l - 1]) + ((nint)layer.Inputs * share.Start(padded)), share.Count(padded));
    }

    public Rows Turned(int l, DenseLayer layer) => new(Memory.Start + turned[l - 1], SampleRows.Padded(layer.Inputs));

    public double* Biases(int l) => Memory.Start + biases[l - 1];

    /// <summary>Takes over the numbers of a network of the same shape, unless they are there already.</summary>
    public void Hold(Network network)
    {
        if (ReferenceEquals(Network, network)) return;
        for (var l = 1; l <= network.LayerCount; l++)
        {
            var layer = network.Layer(l);
            fixed (double* own = layer.WeightColumns)
            {
                for (var rank = 0; rank < shares; rank++)
                {
                    var share = new Share(rank, shares);
                    var rows = Weights(l, layer, own, share);
                    if (rows.Start != own) Copy(layer, rows, share, layer.WeightColumns);
                    Turn(l, layer, rows, share);
                }
            }
            layer.BiasSpan.CopyTo(new(Biases(l), layer.Units));
        }
        Network = network;
    }

    /// <summary>Takes over other numbers of a layer's shape, [in × out] and one for each unit; what is not given is 0.</summary>
    public void Fill(int l, DenseLayer layer, ReadOnlySpan<double> columns, ReadOnlySpan<double> biases)
    {
        for (var rank = 0; rank < shares; rank++) Copy(layer, Weights(l, layer, null, new(rank, shares)), new(rank, shares), columns);
        var b = new Span<double>(Biases(l), layer.Units);
        b.Clear();
        biases.CopyTo(b);
        Network = null;
    }

    /// <summary>A copy of W of a layer, [in × out] without padding.</summary>
    public double[] WeightColumns(int l, DenseLayer layer)
    {
        var columns = new double[layer.Inputs * layer.Units];
        for (var rank = 0; rank < shares; rank++)
        {
            var share = new Share(rank, shares);
            var rows = Weights(l, layer, null, share);
            var (start, count) = Units(layer, share);
            for (var k = 0; k < layer.Inputs; k++) new ReadOnlySpan<double>(rows[k], count).CopyTo(columns.AsSpan((k * layer.Units) + start));
        }
        return columns;
    }

    /// <summary>A copy of b of a layer.</summary>
    public double[] BiasArray(int l, DenseLayer layer) => new ReadOnlySpan<double>(Biases(l), layer.Units).ToArray();

    /// <summary>Says that the numbers were changed in place: they are no network's any more.</summary>
    public void Release() => Network = null;

    /// <summary>Brings Wᵀ of a layer up to date with W, or a share of its rows with that share of W.</summary>
    public void Turn(int l, DenseLayer layer, Rows rows, Share share)
    {
        var (start, count) = Units(layer, share);
        if (l > 1) Transposition.Run(rows, Turned(l, layer).From(start), layer.Inputs, count);
    }

    static void Copy(DenseLayer layer, Rows to, Share share, ReadOnlySpan<double> columns)
    {
        var (start, count) = Units(layer, share);
        for (var k = 0; k < layer.Inputs; k++)
        {
            var row = new Span<double>(to[k], count);
            if (columns.IsEmpty) row.Clear();
            else columns.Slice((k * layer.Units) + start, count).CopyTo(row);
        }
    }

    // a share of the padded columns, without the padding
    static (int Start, int Count) Units(DenseLayer layer, Share share)
    {
        var padded = SampleRows.Padded(layer.Units);
        var start = Math.Min(share.Start(padded), layer.Units);
        return (start, Math.Min(share.Count(padded), layer.Units - start));
    }
}
