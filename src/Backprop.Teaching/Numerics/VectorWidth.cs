using System.Runtime.Intrinsics;

namespace Backprop.Teaching;

/// <summary>How wide the vectors of this machine are.</summary>
static class VectorWidth
{
    /// <summary>512 or 256 bits; 64, one number, where there are none.</summary>
    public static int WidestBits { get; } = Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 64;
}
