using System.Diagnostics.CodeAnalysis;

namespace Backprop.Teaching;

/// <summary>A number as it was written, with the digits that it was written with: <c>0.140</c> has three, <c>1.40e-4</c> too, a bare <c>0</c> is exact.</summary>
/// <remarks>
/// Read are a sign (<c>+</c>, <c>-</c>, or the Unicode minus), digits with a decimal point, and a power of ten as <c>e-4</c>,
/// <c>E-4</c>, <c>·10^-4</c>, <c>*10^-4</c>, <c>×10^-4</c> or with raised digits, <c>·10⁻⁴</c>. Spaces around the signs do not count.
/// Leading zeros are no significant digits, zeros at the end are, those of a whole number too (<c>120</c> has three,
/// <c>1.2e2</c> two); in a zero with decimals every written digit counts (<c>0.000e+00</c> has four).
/// </remarks>
public readonly record struct WrittenNumber
{
    const int DigitsOfDouble = 3;
    // what rounding may have done to the number that is judged
    const double Rounding = 1e-13;
    const double NearZero = 1e-12;

    internal WrittenNumber(double value, int? significantDigits, int lastPlace, bool hasPower)
    {
        Value = value;
        SignificantDigits = significantDigits;
        LastPlace = lastPlace;
        HasPower = hasPower;
    }

    /// <summary>The number, finite.</summary>
    public double Value { get; }

    /// <summary>How many significant digits were written, at least 1; null for a bare zero, which is exact.</summary>
    public int? SignificantDigits { get; }

    /// <summary>The power of ten of the last digit written: −3 for <c>0.140</c>, 0 for <c>12</c>.</summary>
    public int LastPlace { get; }

    /// <summary>Whether it was written with a power of ten.</summary>
    public bool HasPower { get; }

    /// <summary>One unit of the last digit written, above 0.</summary>
    public double Unit => Math.Pow(10, LastPlace);

    /// <summary>A double, of which three digits count.</summary>
    /// <param name="value">A finite number; 0 is exact.</param>
    /// <returns>The number with three significant digits.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static WrittenNumber Of(double value)
    {
        if (!double.IsFinite(value)) throw new ArgumentOutOfRangeException(nameof(value), value, "Expected a finite number.");
        return value == 0 ? new(0, null, 0, false) : new(value, DigitsOfDouble, Exponent(value) - DigitsOfDouble + 1, false);
    }

    /// <summary>Reads a number if it is one.</summary>
    /// <param name="text">For example <c>-0.0381</c> or <c>3.51·10^-5</c>.</param>
    /// <param name="number">The number, or the default.</param>
    /// <returns>Whether it was one; words, an empty text, a decimal comma and numbers beyond the range of float64 are none.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out WrittenNumber number)
    {
        number = default;
        if (text is null || new WrittenNumberReader(text).Read() is not { } read) return false;
        number = read;
        return true;
    }

    /// <summary>Whether a number, rounded to the digits written, is this one.</summary>
    /// <remarks>
    /// Within half a unit of the last digit; where both neighbours are as near, both are right. A bare zero, and a zero with a
    /// power of ten, is right for 0 alone (up to 1e-12), since it says of no digit where it was rounded; <c>0.000</c> for all
    /// that round to it.
    /// </remarks>
    /// <param name="value">The number that it should be.</param>
    /// <returns>Whether the digits written are right.</returns>
    public bool IsRightFor(double value)
    {
        var exactly = Rounding * Math.Abs(value);
        if (Value == 0 && (SignificantDigits is null || HasPower)) return Math.Abs(value) <= NearZero;
        return Math.Abs(value - Value) <= (Unit / 2 * (1 + 1e-9)) + exactly;
    }

    // the power of ten of the first digit
    internal static int Exponent(double value)
    {
        var text = value.ToString("e16", System.Globalization.CultureInfo.InvariantCulture);
        return int.Parse(text.AsSpan(text.IndexOf('e', StringComparison.Ordinal) + 1), System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture);
    }
}
