using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Backprop.Teaching;

/// <summary>Four lanes, 256 bits: one register of AVX2, or two of a processor with 128.</summary>
readonly unsafe struct Lanes256(Vector256<double> values) : ILanes<Lanes256>
{
    readonly Vector256<double> values = values;

    public static int Count => 4;

    public static bool HasManyRegisters => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator +(Lanes256 a, Lanes256 b) => new(a.values + b.values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator -(Lanes256 a, Lanes256 b) => new(a.values - b.values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator -(Lanes256 a) => new(-a.values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator *(Lanes256 a, Lanes256 b) => new(a.values * b.values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator /(Lanes256 a, Lanes256 b) => new(a.values / b.values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Fma(Lanes256 a, Lanes256 b, Lanes256 c) => new(Vector256.FusedMultiplyAdd(a.values, b.values, c.values));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 All(double value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Load(double* from) => new(Vector256.Load(from));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes256 a, double* to) => a.values.Store(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Abs(Lanes256 a) => new(Vector256.Abs(a.values));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 CopySign(Lanes256 a, Lanes256 b) => new(Vector256.CopySign(a.values, b.values));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 IfLess(Lanes256 a, Lanes256 b, Lanes256 then, Lanes256 otherwise) =>
        new(Vector256.ConditionalSelect(Vector256.LessThan(a.values, b.values), then.values, otherwise.values));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 IfEqual(Lanes256 a, Lanes256 b, Lanes256 then, Lanes256 otherwise) =>
        new(Vector256.ConditionalSelect(Vector256.Equals(a.values, b.values), then.values, otherwise.values));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreAtLeast(Lanes256 a, Lanes256 b) => Vector256.GreaterThanOrEqualAll(a.values, b.values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsZero(Lanes256 a) => Vector256.EqualsAll(a.values, Vector256<double>.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool HaveTiny(Lanes256 a, Lanes256 b, Lanes256 c, Lanes256 d) =>
        Vector256.LessThanAny(Vector256.Min(Vector256.Min(Rank(a), Rank(b)), Vector256.Min(Rank(c), Rank(d))), Vector256.Create(OneLane.TinyRank));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 PowerOfTwo(Lanes256 n) =>
        new((((n.values + Vector256.Create(ExponentialCore.Rounder)).AsInt64() << ExponentialCore.FractionBits) + Vector256.Create(ExponentialCore.OneBits)).AsDouble());

    // the bits of an integer below 2⁵² stand in the fraction of 2⁵²
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 ExponentField(Lanes256 a, long add)
    {
        var field = (a.values.AsInt64() + Vector256.Create(add)) >>> ExponentialCore.FractionBits;
        var big = Vector256.Create(OneLane.TwoTo52);
        return new((field | big.AsInt64()).AsDouble() - big);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 WithFraction(Lanes256 a, long addBefore, long addAfter) =>
        new((((a.values.AsInt64() + Vector256.Create(addBefore)) & Vector256.Create(OneLane.FractionMask)) + Vector256.Create(addAfter)).AsDouble());

    // twice the bits, less one: the sign is gone, and 0 is above all others
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<ulong> Rank(Lanes256 a) => (a.values.AsUInt64() << 1) - Vector256<ulong>.One;
}
