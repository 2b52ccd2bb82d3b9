namespace Backprop.Teaching;

/// <summary>Numbers that start at a 64-byte line and do not move, all 0 at first.</summary>
sealed unsafe class AlignedMemory
{
    const int Line = 64;

    // pinned: held here, never read through this field
    readonly double[] numbers;

    public AlignedMemory(int length)
    {
        numbers = GC.AllocateArray<double>(length + (Line / sizeof(double)), pinned: true);
        var start = (nint)System.Runtime.CompilerServices.Unsafe.AsPointer(ref numbers[0]);
        Start = (double*)((start + Line - 1) & ~(nint)(Line - 1));
        Length = length;
    }

    public double* Start { get; }

    public int Length { get; }

    public Span<double> Numbers => new(Start, Length);
}
