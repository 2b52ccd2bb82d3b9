using System.Runtime.CompilerServices;

namespace Backprop.Teaching;

/// <summary>One lane: a single number, for processors without vectors, for remainders, and for the functions of one number.</summary>
readonly unsafe struct OneLane(double value) : ILanes<OneLane>
{
    /// <summary>2⁵².</summary>
    internal const double TwoTo52 = 4503599627370496.0;

    internal const long FractionMask = 0x000FFFFFFFFFFFFF;

    /// <summary>The rank of 2^−900 among magnitudes, of which 0 is the highest: twice its bits, less one.</summary>
    internal const ulong TinyRank = ((1023UL - 900) << (ExponentialCore.FractionBits + 1)) - 1;

    /// <summary>The number.</summary>
    public readonly double Value = value;

    public static int Count => 1;

    public static bool HasManyRegisters => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane operator +(OneLane a, OneLane b) => new(a.Value + b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane operator -(OneLane a, OneLane b) => new(a.Value - b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane operator -(OneLane a) => new(-a.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane operator *(OneLane a, OneLane b) => new(a.Value * b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane operator /(OneLane a, OneLane b) => new(a.Value / b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane Fma(OneLane a, OneLane b, OneLane c) => new(Math.FusedMultiplyAdd(a.Value, b.Value, c.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane All(double value) => new(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane Load(double* from) => new(*from);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(OneLane a, double* to) => *to = a.Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane Abs(OneLane a) => new(Math.Abs(a.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane CopySign(OneLane a, OneLane b) => new(Math.CopySign(a.Value, b.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane IfLess(OneLane a, OneLane b, OneLane then, OneLane otherwise) => a.Value < b.Value ? then : otherwise;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane IfEqual(OneLane a, OneLane b, OneLane then, OneLane otherwise) => a.Value == b.Value ? then : otherwise;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreAtLeast(OneLane a, OneLane b) => a.Value >= b.Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsZero(OneLane a) => a.Value == 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool HaveTiny(OneLane a, OneLane b, OneLane c, OneLane d) => Math.Min(Math.Min(Rank(a), Rank(b)), Math.Min(Rank(c), Rank(d))) < TinyRank;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane PowerOfTwo(OneLane n) =>
        new(BitConverter.Int64BitsToDouble((BitConverter.DoubleToInt64Bits(n.Value + ExponentialCore.Rounder) << ExponentialCore.FractionBits) + ExponentialCore.OneBits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane ExponentField(OneLane a, long add) => new((BitConverter.DoubleToInt64Bits(a.Value) + add) >>> ExponentialCore.FractionBits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane WithFraction(OneLane a, long addBefore, long addAfter) =>
        new(BitConverter.Int64BitsToDouble(((BitConverter.DoubleToInt64Bits(a.Value) + addBefore) & FractionMask) + addAfter));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static ulong Rank(OneLane a) => unchecked((BitConverter.DoubleToUInt64Bits(a.Value) << 1) - 1);
}
