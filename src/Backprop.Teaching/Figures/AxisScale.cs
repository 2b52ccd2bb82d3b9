namespace Backprop.Teaching;

/// <summary>Where numbers lie on an axis, from 0 to 1, and which of them are written beside it.</summary>
sealed class AxisScale
{
    readonly FigureAxis axis;

    AxisScale(FigureAxis axis, Extent range)
    {
        this.axis = axis;
        Range = range;
    }

    /// <summary>From one end of the axis to the other; on a logarithmic axis the decadic logarithms.</summary>
    public Extent Range { get; }

    public static AxisScale Of(FigureAxis axis, IEnumerable<Extent> extents)
    {
        var range = extents.Where(extent => !extent.IsEmpty).Aggregate(Extent.Empty, (all, extent) => all.With(extent));
        if (range.IsEmpty) range = new(0, 1);
        if (range.Max - range.Min <= 1e-12 * Math.Max(Math.Abs(range.Min), Math.Abs(range.Max)) || range.Max == range.Min)
        {
            var room = axis.IsLog || range.Min == 0 ? 0.5 : 0.1 * Math.Abs(range.Min);
            range = new(range.Min - room, range.Max + room);
        }
        return new(axis, range);
    }

    public bool Holds(double value) => double.IsFinite(value) && (!axis.IsLog || value > 0);

    /// <summary>0 at the left or lower end, 1 at the other; reversed axes the other way round.</summary>
    public double At(double value)
    {
        var share = ((axis.IsLog ? Math.Log10(value) : value) - Range.Min) / (Range.Max - Range.Min);
        return axis.IsReversed ? 1 - share : share;
    }

    public IEnumerable<(double Value, string Label)> Ticks()
    {
        if (!axis.Labels.IsEmpty) return axis.Labels.Select((label, i) => ((double)i, label)).Where(tick => tick.Item1 >= Range.Min && tick.Item1 <= Range.Max);
        return axis.IsLog ? LogTicks() : LinearTicks(Range).Select(tick => (tick, new NumberFormat(6).Format(tick)));
    }

    IEnumerable<(double Value, string Label)> LogTicks()
    {
        var (low, high) = ((int)Math.Ceiling(Range.Min - 1e-9), (int)Math.Floor(Range.Max + 1e-9));
        if (high - low < 1)
        {
            // less than a decade: round numbers
            return LinearTicks(new(Math.Pow(10, Range.Min), Math.Pow(10, Range.Max))).Where(tick => tick > 0).Select(tick => (tick, InWords.Number(tick)));
        }
        var every = Math.Max(1, (int)Math.Ceiling((high - low) / 7.0));
        var exponents = Enumerable.Range(0, ((high - low) / every) + 1).Select(i => low + (i * every));
        return exponents.Select(exponent => (Math.Pow(10, exponent), InWords.Number(Math.Pow(10, exponent))));
    }

    static IEnumerable<double> LinearTicks(Extent range)
    {
        var rough = (range.Max - range.Min) / 6;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = power * (rough / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 };
        var first = Math.Ceiling((range.Min / step) - 1e-9);
        for (var i = 0; i < 20 && (first + i) * step <= range.Max + (step * 1e-9); i++)
            // 3 · 0.1 is 0.30000000000000004: what is written is 0.3
            yield return Math.Round((first + i) * step / power * 10) * power / 10;
    }
}
