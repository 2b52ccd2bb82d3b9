using System.Runtime.CompilerServices;

namespace Backprop.Teaching;

/// <summary>
/// The losses when the weights and the bias that lead into one unit are moved, each alone by ±h: forward arithmetic only. Moving
/// w_jk changes one z, so all of a unit's weights are moved at once, a lane for each: z_j ± h·a_k, then W of the next layer's
/// column j times the change of a_j, and whole layers from there on.
/// </summary>
/// <remarks>It shares z and a with the forward pass and nothing with the backward pass.</remarks>
sealed unsafe class UnitMoves<V>
    where V : struct, ILanes<V>
{
    // lanes at once: what a layer of some units takes stays in the nearest cache
    const int Chunk = 128;
    readonly Example example;
    readonly Network network;
    readonly double[][][] z;
    readonly double[][][] a;
    readonly AlignedMemory moved;
    // for ReLU layers, unit by unit: the lanes whose z is above 0 at v − h
    readonly bool[]?[] on;
    readonly AlignedMemory activated;
    readonly AlignedMemory discarded;
    readonly AlignedMemory change = new(Chunk);
    readonly AlignedMemory sums = new(2 * Chunk);
    // of the chunk at hand, a multiple of 8: the last one is seldom full
    int lanes;

    public UnitMoves(Example example)
    {
        (this.example, network) = (example, example.Network);
        var widest = network.Layers.Max(layer => layer.Units);
        (moved, activated, discarded) = (new(widest * Chunk), new(widest * Chunk), new(widest * Chunk));
        on = [.. network.Layers.Select(layer => layer.Activation == ActivationFunction.ReLU ? new bool[layer.Units * Chunk] : null)];
        (z, a) = (new double[network.LayerCount + 1][][], new double[network.LayerCount + 1][][]);
        // a⁽⁰⁾ … a⁽ᴸ⁾ each with a 1 behind it: what the bias weighs
        a[0] = [.. Enumerable.Range(0, example.SampleCount).Select(i => WithOne(example.InputRows[i]))];
        for (var l = 1; l <= network.LayerCount; l++)
        {
            var layer = network.Layer(l);
            z[l] = new double[example.SampleCount][];
            a[l] = new double[example.SampleCount][];
            for (var i = 0; i < example.SampleCount; i++)
            {
                var values = new double[layer.Units];
                layer.PreActivation(a[l - 1][i].AsSpan(0, layer.Inputs), z[l][i] = new double[layer.Units]);
                layer.Activation.Apply(z[l][i], values);
                a[l][i] = WithOne(values);
            }
        }
    }

    /// <summary>The losses over all samples, without decay, for unit j of layer l.</summary>
    /// <param name="l">1 to L.</param>
    /// <param name="j">The unit.</param>
    /// <param name="h">How far each way.</param>
    /// <param name="below">Takes Σ J_i at v − h for each weight, then the bias.</param>
    /// <param name="above">The same at v + h.</param>
    /// <param name="kinks">Takes the z of each ReLU unit that changes sign in between, for each weight and the bias.</param>
    public void Run(int l, int j, double h, Span<double> below, Span<double> above, List<QuantityId>?[] kinks)
    {
        for (var first = 0; first < below.Length; first += Chunk)
        {
            var count = Math.Min(Chunk, below.Length - first);
            lanes = SampleRows.Padded(count);
            sums.Numbers.Clear();
            for (var i = 0; i < example.SampleCount; i++)
            {
                Move(l, j, i, first, -h, sums.Start, null);
                Move(l, j, i, first, h, sums.Start + Chunk, kinks);
            }
            sums.Numbers[..count].CopyTo(below[first..]);
            sums.Numbers.Slice(Chunk, count).CopyTo(above[first..]);
        }
    }

    static double[] WithOne(ReadOnlySpan<double> values)
    {
        // zeros up to a whole chunk: the lanes behind the bias are calculated with and not used
        var extended = new double[(values.Length + 1 + Chunk - 1) / Chunk * Chunk];
        values.CopyTo(extended);
        extended[values.Length] = 1;
        return extended;
    }

    // one sample's loss for each lane, added to the sums; kinks are told at v + h, after v − h
    void Move(int l, int j, int sample, int first, double h, double* sum, List<QuantityId>?[]? kinks)
    {
        var last = network.LayerCount;
        var at = l;
        if (l == last) Spread(z[l][sample], moved.Start);
        var own = l == last ? moved.Start + (j * lanes) : change.Start;
        fixed (double* input = &a[l - 1][sample][first]) MoveUnit(input, z[l][sample][j], h, own);
        Note(l, j, 1, own, sample, first, kinks);
        if (l < last)
        {
            Activate(network.Layer(l).Activation, own, 1);
            at = l + 1;
            Column(network.Layer(at), j, a[l][sample][j], z[at][sample], moved.Start);
            Note(at, 0, network.Layer(at).Units, moved.Start, sample, first, kinks);
        }
        while (at < last)
        {
            Activate(network.Layer(at).Activation, moved.Start, network.Layer(at).Units);
            at++;
            Whole(network.Layer(at), moved.Start);
            Note(at, 0, network.Layer(at).Units, moved.Start, sample, first, kinks);
        }
        AddLosses(moved.Start, sample, sum);
    }

    // remembers at v − h which ReLU units are on, and finds at v + h those that changed
    void Note(int layer, int firstUnit, int units, double* z, int sample, int first, List<QuantityId>?[]? kinks)
    {
        if (on[layer - 1] is not { } before) return;
        for (var p = 0; p < units; p++)
            for (var v = 0; v < lanes; v++)
            {
                var n = ((firstUnit + p) * Chunk) + v;
                var isOn = z[(p * lanes) + v] > 0;
                if (kinks is null) before[n] = isOn;
                else if (isOn != before[n] && first + v < kinks.Length) (kinks[first + v] ??= []).Add(new(QuantityKind.PreActivation, layer, firstUnit + p, null, sample));
            }
    }

    // for v: to[v] = h · input[v] + z
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void MoveUnit(double* input, double z, double h, double* to)
    {
        for (var v = 0; v < lanes; v += V.Count) V.Store(V.Fma(V.All(h), V.Load(input + v), V.All(z)), to + v);
    }

    // for p, v: to[p][v] = z[p]
    void Spread(double[] z, double* to)
    {
        for (var p = 0; p < z.Length; p++) new Span<double>(to + (p * lanes), lanes).Fill(z[p]);
    }

    // for p, v: to[p][v] = w[p, j] · (moved a − a) + z[p]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void Column(DenseLayer next, int j, double a, double[] z, double* to)
    {
        for (var p = 0; p < next.Units; p++)
        {
            var w = V.All(next.Weight(p, j));
            for (var v = 0; v < lanes; v += V.Count)
                V.Store(V.Fma(w, V.Load(activated.Start + v) - V.All(a), V.All(z[p])), to + (p * lanes) + v);
        }
    }

    // for p, v: to[p][v] = Σ_k w[p, k] · a[k][v] + b[p]
    void Whole(DenseLayer layer, double* to)
    {
        fixed (double* w = layer.WeightColumns)
            Product.Run<V>(new(w, 1, layer.Units), new(activated.Start, lanes), new(to, lanes), layer.Units, layer.Inputs, lanes);
        fixed (double* b = layer.BiasSpan)
            if (layer.HasBias) Elementwise<V>.AddToColumns(new(to, lanes), b, layer.Units, lanes);
    }

    void Activate(ActivationFunction f, double* z, int units) => Elementwise<V>.Activate(f, z, activated.Start, discarded.Start, units * lanes);

    void AddLosses(double* z, int sample, double* sum)
    {
        var layer = network.Layers[^1];
        var y = example.TargetRows[sample];
        if (layer.Activation.IsElementwise) Activate(layer.Activation, z, layer.Units);
        if (layer.Activation.IsElementwise && example.Objective.Loss == LossFunction.SquaredError) AddSquaredErrors(y, sum);
        else AddOneByOne(layer, z, y, sum);
    }

    // for v: sum[v] = factor · Σ_p (a[p][v] − y[p])² + sum[v]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void AddSquaredErrors(ReadOnlySpan<double> y, double* sum)
    {
        var (factor, divisor) = (V.All(example.Objective.SquaredErrorFactor), V.All(example.Objective.OverOutputs == Reduction.Mean ? y.Length : 1));
        for (var v = 0; v < lanes; v += V.Count)
        {
            var loss = default(V);
            for (var p = 0; p < y.Length; p++)
            {
                var difference = V.Load(activated.Start + (p * lanes) + v) - V.All(y[p]);
                loss = V.Fma(difference, difference, loss);
            }
            V.Store(V.Load(sum + v) + (loss * factor / divisor), sum + v);
        }
    }

    void AddOneByOne(DenseLayer layer, double* z, ReadOnlySpan<double> y, double* sum)
    {
        var (before, after) = (new double[layer.Units], new double[layer.Units]);
        for (var v = 0; v < lanes; v++)
        {
            for (var p = 0; p < before.Length; p++) before[p] = layer.Activation.IsElementwise ? activated.Start[(p * lanes) + v] : z[(p * lanes) + v];
            if (!layer.Activation.IsElementwise) layer.Activation.Apply(before, after);
            sum[v] += example.Objective.SampleLoss(layer.Activation.IsElementwise ? before : after, y);
        }
    }
}
