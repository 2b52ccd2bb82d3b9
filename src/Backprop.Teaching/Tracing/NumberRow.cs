namespace Backprop.Teaching;

/// <summary>One row of a <see cref="NumberGrid"/>.</summary>
readonly ref struct NumberRow(ReadOnlySpan<double> numbers, int stride)
{
    readonly ReadOnlySpan<double> numbers = numbers;

    public double this[int column] => numbers[column * stride];
}
