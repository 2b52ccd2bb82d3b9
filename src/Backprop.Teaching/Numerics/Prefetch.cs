using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Backprop.Teaching;

/// <summary>Says what will be read soon. It changes no number, only when memory is waited for.</summary>
static unsafe class Prefetch
{
    /// <summary>Brings the line of memory with a number nearer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Line(double* number)
    {
        if (Sse.IsSupported) Sse.Prefetch1(number);
    }
}
