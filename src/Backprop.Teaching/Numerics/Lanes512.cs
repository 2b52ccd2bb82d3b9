using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Backprop.Teaching;

/// <summary>Eight lanes, 512 bits: one register of AVX-512.</summary>
readonly unsafe struct Lanes512(Vector512<double> values) : ILanes<Lanes512>
{
    readonly Vector512<double> values = values;

    public static int Count => 8;

    public static bool HasManyRegisters => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator +(Lanes512 a, Lanes512 b) => new(a.values + b.values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator -(Lanes512 a, Lanes512 b) => new(a.values - b.values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator -(Lanes512 a) => new(-a.values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator *(Lanes512 a, Lanes512 b) => new(a.values * b.values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator /(Lanes512 a, Lanes512 b) => new(a.values / b.values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Fma(Lanes512 a, Lanes512 b, Lanes512 c) => new(Vector512.FusedMultiplyAdd(a.values, b.values, c.values));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 All(double value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Load(double* from) => new(Vector512.Load(from));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes512 a, double* to) => a.values.Store(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Abs(Lanes512 a) => new(Vector512.Abs(a.values));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 CopySign(Lanes512 a, Lanes512 b) => new(Vector512.CopySign(a.values, b.values));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 IfLess(Lanes512 a, Lanes512 b, Lanes512 then, Lanes512 otherwise) =>
        new(Vector512.ConditionalSelect(Vector512.LessThan(a.values, b.values), then.values, otherwise.values));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 IfEqual(Lanes512 a, Lanes512 b, Lanes512 then, Lanes512 otherwise) =>
        new(Vector512.ConditionalSelect(Vector512.Equals(a.values, b.values), then.values, otherwise.values));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreAtLeast(Lanes512 a, Lanes512 b) => Vector512.GreaterThanOrEqualAll(a.values, b.values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsZero(Lanes512 a) => Vector512.EqualsAll(a.values, Vector512<double>.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool HaveTiny(Lanes512 a, Lanes512 b, Lanes512 c, Lanes512 d) =>
        Vector512.LessThanAny(Vector512.Min(Vector512.Min(Rank(a), Rank(b)), Vector512.Min(Rank(c), Rank(d))), Vector512.Create(OneLane.TinyRank));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 PowerOfTwo(Lanes512 n) =>
        new((((n.values + Vector512.Create(ExponentialCore.Rounder)).AsInt64() << ExponentialCore.FractionBits) + Vector512.Create(ExponentialCore.OneBits)).AsDouble());

    // the bits of an integer below 2⁵² stand in the fraction of 2⁵²
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 ExponentField(Lanes512 a, long add)
    {
        var field = (a.values.AsInt64() + Vector512.Create(add)) >>> ExponentialCore.FractionBits;
        var big = Vector512.Create(OneLane.TwoTo52);
        return new((field | big.AsInt64()).AsDouble() - big);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 WithFraction(Lanes512 a, long addBefore, long addAfter) =>
        new((((a.values.AsInt64() + Vector512.Create(addBefore)) & Vector512.Create(OneLane.FractionMask)) + Vector512.Create(addAfter)).AsDouble());

    // twice the bits, less one: the sign is gone, and 0 is above all others
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<ulong> Rank(Lanes512 a) => (a.values.AsUInt64() << 1) - Vector512<ulong>.One;
}
