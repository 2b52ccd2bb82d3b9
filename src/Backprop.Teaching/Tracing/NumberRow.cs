namespace Backprop.Teaching;

/// <summary>One row of a <see cref="NumberGrid"/>.</summary>
readonly ref struct NumberRow(ReadOnlySpan<double> numbers, int stride)
{
    readonly ReadOnlySpan<double> numbers = numbers;

    public double this[int column] => numbers[column * stride];

    /// <summary>The numbers one behind the other: in place, or collected where they lie apart.</summary>
    public ReadOnlySpan<double> SideBySide(Span<double> collected, int count)
    {
        if (stride == 1) return numbers[..count];
        for (var k = 0; k < count; k++) collected[k] = numbers[k * stride];
        return collected;
    }
}
