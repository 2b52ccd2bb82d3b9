using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>Quantities as annotated heat maps: row = the unit to which an entry leads, column = the unit from which it comes.</summary>
public static class MatrixFigures
{
    const int MostAnnotated = 16;
    const int MostSamples = 12;

    /// <summary>A quantity as a heat map: <c>trace.Layer(2).Weights.HeatMapFigure()</c>.</summary>
    /// <param name="quantity">A matrix, a vector (one column) or one number.</param>
    /// <returns>A figure; each cell shows its number with its sign, up to 16 rows and columns.</returns>
    public static Figure HeatMapFigure(this Quantity quantity)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        var rows = Rows(quantity);
        var title = $"{quantity.Symbol}: {quantity.Id.Words}";
        return new(title, $"{quantity.Name}, {quantity.Id.Words}, {quantity.Shape}: {Extremes(quantity.Id, rows)}", Panel(quantity.Id, quantity.Name, rows, null));
    }

    /// <summary>What changed in a quantity from one trace to another, as a heat map: <c>after.Layer(1).Weights.DifferenceFigure(before.Layer(1).Weights)</c>.</summary>
    /// <param name="after">The quantity as it is afterwards.</param>
    /// <param name="before">The quantity as it was, of the same shape.</param>
    /// <returns>A figure of after − before.</returns>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Figure DifferenceFigure(this Quantity after, Quantity before)
    {
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(before);
        if (after.Shape != before.Shape) throw new ArgumentException($"before: found {before.Name} of {before.Shape}, expected {after.Shape} as {after.Name}", nameof(before));
        ImmutableArray<ImmutableArray<double>> old = Rows(before), rows = [.. Rows(after).Select((row, j) => row.Select((value, k) => value - old[j][k]).ToImmutableArray())];
        var name = after.Name == before.Name ? after.Name : $"{after.Name} − {before.Name}";
        return new($"{name}: after − before", $"Difference of {name}, after − before, {after.Shape}: {Extremes(after.Id, rows)}", Panel(after.Id, name, rows, null));
    }

    /// <summary>Each sample's ΔW of a layer side by side, then their sum and their mean, all on one colour scale: <c>trace.PerSampleFigure(1)</c>.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="layer">1 to L.</param>
    /// <returns>A figure; beyond 12 samples the first 12, and the alt text says so.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such layer.</exception>
    public static Figure PerSampleFigure(this BackpropTrace trace, int layer)
    {
        ArgumentNullException.ThrowIfNull(trace);
        var batch = trace.Layer(layer);
        var shown = Math.Min(trace.SampleCount, MostSamples);
        List<Quantity> all = [.. Enumerable.Range(0, shown).Select(i => trace.Sample(i).Layer(layer).WeightGradient), batch.WeightGradientSum, batch.WeightGradientMean];
        var full = all.Max(quantity => Rows(quantity).Max(row => row.Max(Math.Abs)));
        var norms = string.Join(", ", Enumerable.Range(0, shown).Select(i => InWords.Number(trace.Sample(i).Layer(layer).WeightGradient.FrobeniusNorm)));
        var alt = $"∂Jᵢ/∂W of layer {layer} for {InWords.Of(trace.SampleCount, "sample")}{(shown < trace.SampleCount ? $", the first {shown} shown" : "")}: norms {norms}; "
            + $"norm of the sum {InWords.Number(batch.WeightGradientSum.FrobeniusNorm)}, of the mean {InWords.Number(batch.WeightGradientMean.FrobeniusNorm)}. Mean: {Extremes(batch.WeightGradientMean.Id, Rows(batch.WeightGradientMean))}";
        return new($"Per-sample ΔW of layer {layer}, before 1/m and before −η", alt, [.. all.Select((quantity, i) => Panel(quantity.Id, quantity.Name, Rows(quantity), full) with
        {
            Title = i < shown ? $"sample {i}" : i == shown ? "sum" : "mean",
        })]);
    }

    static ImmutableArray<ImmutableArray<double>> Rows(Quantity quantity) => quantity switch
    {
        MatrixQuantity matrix => [.. matrix.ToRows().Select(row => row.ToImmutableArray())],
        VectorQuantity vector => [.. vector.ToArray().Select(value => ImmutableArray.Create(value))],
        ScalarQuantity scalar => [[scalar.Value]],
        _ => throw new ArgumentOutOfRangeException(nameof(quantity), quantity, "not a quantity"),
    };

    static FigurePanel Panel(QuantityId id, string name, ImmutableArray<ImmutableArray<double>> rows, double? full)
    {
        var (height, width) = (rows.Length, rows[0].Length);
        var numbers = height <= MostAnnotated && width <= MostAnnotated;
        var heat = new HeatMapTrace(name, Grid.Count(width), Grid.Count(height), rows) { HasNumbers = numbers, FullScale = full };
        return new(new(Column(id)) { Labels = Labels(width) }, new(Row(id)) { Labels = Labels(height), IsReversed = true }, heat)
        {
            Width = Math.Max(90, numbers ? 76 * width : Math.Min(540, 12 * width)),
            Height = Math.Max(60, numbers ? 36 * height : Math.Min(400, 12 * height)),
        };
    }

    // a long axis names a few
    static ImmutableArray<string> Labels(int count)
    {
        var every = Math.Max(1, (count + 15) / 16);
        return [.. Enumerable.Range(0, count).Select(i => i % every == 0 ? InWords.Plain(i) : "")];
    }

    static string Row(QuantityId id) => id switch
    {
        { Row: { } row } => $"entry {row}",
        { Kind: QuantityKind.Input or QuantityKind.InputGradient } => "input",
        { Layer: { } l } when id.Info.Indices > 0 => $"{(id.Info.Indices == 2 ? "to: " : "")}unit, layer {l}",
        _ => "",
    };

    static string Column(QuantityId id) => id switch
    {
        { Row: not null } or { Layer: null } => "",
        { Kind: QuantityKind.ActivationJacobian } => $"from: unit, layer {id.Layer}",
        _ when id.Info.Indices < 2 => "",
        { Layer: 1 } => "from: input",
        _ => $"from: unit, layer {id.Layer - 1}",
    };

    static string Extremes(QuantityId id, ImmutableArray<ImmutableArray<double>> rows)
    {
        var all = rows.SelectMany((row, j) => row.Select((value, k) => (Value: value, J: j, K: k))).ToList();
        var (low, high) = (all.MinBy(each => each.Value), all.MaxBy(each => each.Value));
        if (all.Count == 1) return InWords.Number(low.Value) + ".";
        if (low.Value == high.Value) return $"all {InWords.Number(low.Value)}.";
        string At((double Value, int J, int K) each) => id.Info.Indices == 2 ? $"at [{each.J},{each.K}]" : $"at [{each.J}]";
        return $"from {InWords.Number(low.Value)} {At(low)} to {InWords.Number(high.Value)} {At(high)}; {all.Count(each => each.Value < 0)} of {all.Count} entries negative.";
    }
}
