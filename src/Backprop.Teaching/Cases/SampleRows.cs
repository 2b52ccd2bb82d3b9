namespace Backprop.Teaching;

/// <summary>Samples as rows of one contiguous block, each row padded with zeros to a multiple of 8 numbers. Immutable.</summary>
sealed class SampleRows : IEquatable<SampleRows>
{
    readonly double[] block;

    SampleRows(double[] block, int count, int width)
    {
        this.block = block;
        Count = count;
        Width = width;
    }

    /// <summary>m, the number of samples.</summary>
    public int Count { get; }

    /// <summary>The numbers in one sample, without the padding.</summary>
    public int Width { get; }

    int Stride => Padded(Width);

    public ReadOnlySpan<double> this[int sample] => block.AsSpan(sample * Stride, Width);

    public ReadOnlyMemory<double> Row(int sample) => block.AsMemory(sample * Stride, Width);

    /// <summary>One sample with the zeros behind it.</summary>
    public ReadOnlySpan<double> PaddedRow(int sample) => block.AsSpan(sample * Stride, Stride);

    /// <summary>A width rounded up to a multiple of 8 doubles, one 64-byte line.</summary>
    public static int Padded(int width) => (width + 7) & ~7;

    /// <summary>Copies rows of equal width, all finite.</summary>
    public static SampleRows Of(string field, string word, double[][] rows, int width, string widthReason)
    {
        if (rows.Length == 0) throw new InvalidInputException(field, "", "no samples", "at least one");
        var stride = Padded(width);
        var block = new double[rows.Length * stride];
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i].Length != width)
                throw new InvalidInputException($"{field}[{i}]", $"{word} of sample {i}", Numbers(rows[i].Length), $"{width}: {widthReason}");
            for (var k = 0; k < width; k++)
                block[(i * stride) + k] = double.IsFinite(rows[i][k])
                    ? rows[i][k]
                    : throw new InvalidInputException($"{field}[{i}][{k}]", $"{word} of sample {i}", NumberFormat.RoundTrip(rows[i][k]), "a finite number");
        }
        return new(block, rows.Length, width);
    }

    public double[][] ToArrays() => [.. Enumerable.Range(0, Count).Select(i => this[i].ToArray())];

    public SampleRows With(int sample, int index, double value)
    {
        var copy = (double[])block.Clone();
        copy[(sample * Stride) + index] = value;
        return new(copy, Count, Width);
    }

    public SampleRows Only(int sample) => new(block.AsSpan(sample * Stride, Stride).ToArray(), 1, Width);

    public bool Equals(SampleRows? other) => other is not null && Count == other.Count && Width == other.Width && block.AsSpan().SequenceEqual(other.block);

    public override bool Equals(object? obj) => Equals(obj as SampleRows);

    public override int GetHashCode() => HashCode.Combine(Count, Width, block[0]);

    static string Numbers(int count) => count == 1 ? "1 number" : $"{count} numbers";
}
