namespace Backprop.Teaching;

/// <summary>
/// A network's weights as the kernels read them: W as [in × out padded], for every layer but the first Wᵀ as [out × in padded],
/// and b, padded with zeros.
/// </summary>
sealed unsafe class WeightImage
{
    const int Elsewhere = -1;
    readonly int[] weights;
    readonly int[] turned;
    readonly int[] biases;

    /// <param name="shape">A network of the shape.</param>
    /// <param name="isComplete">Whether it holds even a W that needs no padding, which can be read where it is.</param>
    public WeightImage(Network shape, bool isComplete)
    {
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

    /// <summary>W of a layer.</summary>
    /// <param name="l">1 to L.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="own">The layer's own numbers, where they are read if they are not held here.</param>
    public Rows Weights(int l, DenseLayer layer, double* own) =>
        new(weights[l - 1] == Elsewhere ? own : Memory.Start + weights[l - 1], SampleRows.Padded(layer.Units));

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
                var rows = Weights(l, layer, own);
                if (rows.Start != own)
                    for (var k = 0; k < layer.Inputs; k++)
                        layer.WeightColumns.Slice(k * layer.Units, layer.Units).CopyTo(new(rows[k], layer.Units));
                Turn(l, layer, rows);
            }
            layer.BiasSpan.CopyTo(new(Biases(l), layer.Units));
        }
        Network = network;
    }

    /// <summary>Takes over other numbers of a layer's shape, [in × out] and one for each unit; what is not given is 0.</summary>
    public void Fill(int l, DenseLayer layer, ReadOnlySpan<double> columns, ReadOnlySpan<double> biases)
    {
        var rows = Weights(l, layer, null);
        for (var k = 0; k < layer.Inputs; k++)
        {
            var row = new Span<double>(rows[k], layer.Units);
            if (columns.IsEmpty) row.Clear();
            else columns.Slice(k * layer.Units, layer.Units).CopyTo(row);
        }
        var b = new Span<double>(Biases(l), layer.Units);
        b.Clear();
        biases.CopyTo(b);
        Network = null;
    }

    /// <summary>A copy of W of a layer, [in × out] without padding.</summary>
    public double[] WeightColumns(int l, DenseLayer layer)
    {
        var columns = new double[layer.Inputs * layer.Units];
        var rows = Weights(l, layer, null);
        for (var k = 0; k < layer.Inputs; k++) new ReadOnlySpan<double>(rows[k], layer.Units).CopyTo(columns.AsSpan(k * layer.Units));
        return columns;
    }

    /// <summary>A copy of b of a layer.</summary>
    public double[] BiasArray(int l, DenseLayer layer) => new ReadOnlySpan<double>(Biases(l), layer.Units).ToArray();

    /// <summary>Says that the numbers were changed in place: they are no network's any more.</summary>
    public void Release() => Network = null;

    /// <summary>Brings Wᵀ of a layer up to date with W.</summary>
    public void Turn(int l, DenseLayer layer, Rows rows)
    {
        if (l > 1) Transposition.Run(rows, Turned(l, layer), layer.Inputs, layer.Units);
    }
}
