namespace Backprop.Teaching;

/// <summary>
/// One or several doubles that are calculated with at once, each lane for itself and each operation rounded once. What is
/// written with these operations gives every number the same bits, whatever the number of lanes.
/// </summary>
unsafe interface ILanes<TSelf>
    where TSelf : struct, ILanes<TSelf>
{
    /// <summary>The number of lanes.</summary>
    static abstract int Count { get; }

    /// <summary>Whether 16 accumulators and their operands fit into registers.</summary>
    static abstract bool HasManyRegisters { get; }

    static abstract TSelf operator +(TSelf a, TSelf b);

    static abstract TSelf operator -(TSelf a, TSelf b);

    static abstract TSelf operator -(TSelf a);

    static abstract TSelf operator *(TSelf a, TSelf b);

    static abstract TSelf operator /(TSelf a, TSelf b);

    /// <summary>a · b + c, rounded once.</summary>
    static abstract TSelf Fma(TSelf a, TSelf b, TSelf c);

    /// <summary>The same number in all lanes.</summary>
    static abstract TSelf All(double value);

    static abstract TSelf Load(double* from);

    static abstract void Store(TSelf a, double* to);

    static abstract TSelf Abs(TSelf a);

    /// <summary>|a| with the sign of b.</summary>
    static abstract TSelf CopySign(TSelf a, TSelf b);

    /// <summary>a &lt; b ? then : otherwise; a NaN is less than nothing.</summary>
    static abstract TSelf IfLess(TSelf a, TSelf b, TSelf then, TSelf otherwise);

    /// <summary>a == b ? then : otherwise; a NaN equals nothing.</summary>
    static abstract TSelf IfEqual(TSelf a, TSelf b, TSelf then, TSelf otherwise);

    /// <summary>Whether a ≥ b in every lane; never where a lane is no number.</summary>
    static abstract bool AreAtLeast(TSelf a, TSelf b);

    /// <summary>Whether all lanes are ±0.</summary>
    static abstract bool IsZero(TSelf a);

    /// <summary>Whether a lane of one of them is neither 0 nor at least 2^−900 in magnitude.</summary>
    static abstract bool HaveTiny(TSelf a, TSelf b, TSelf c, TSelf d);

    /// <summary>2ⁿ, exact, for an integer n from −1022 to 1023.</summary>
    static abstract TSelf PowerOfTwo(TSelf n);

    /// <summary>The exponent field of the bits of a, plus <paramref name="add"/> before it is cut off, as a number.</summary>
    static abstract TSelf ExponentField(TSelf a, long add);

    /// <summary>The fraction field of the bits of a, plus <paramref name="addBefore"/> before the cut, with <paramref name="addAfter"/> after it.</summary>
    static abstract TSelf WithFraction(TSelf a, long addBefore, long addAfter);
}
