using System.Globalization;

namespace Backprop.Teaching;

/// <summary>How numbers are printed: a count of significant digits, invariant culture.</summary>
/// <remarks>
/// A number that needs fewer digits than asked for (of its first fifteen) is printed as it was given (<c>0.5</c>, not <c>0.5000</c>), so that
/// inputs look as they stand on paper. From 1e-4 up to 1e6 in plain decimals, otherwise as <c>3.51e-5</c>.
/// </remarks>
/// <param name="SignificantDigits">1 to 17. The default format has 4.</param>
public readonly record struct NumberFormat(int SignificantDigits)
{
    /// <summary>Four significant digits.</summary>
    public static NumberFormat Default { get; } = new(4);

    /// <summary>The count of significant digits.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not in 1…17.</exception>
    public int SignificantDigits { get; init; } = SignificantDigits is >= 1 and <= 17
        ? SignificantDigits
        : throw new ArgumentOutOfRangeException(nameof(SignificantDigits), SignificantDigits, "Significant digits: 1 to 17.");

    /// <summary>The shortest text that reads back as exactly this number.</summary>
    /// <param name="value">Any number.</param>
    /// <returns>For example <c>0.29837110876000272</c> with as many digits as it takes.</returns>
    public static string RoundTrip(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A number with at most <see cref="SignificantDigits"/> significant digits.</summary>
    /// <param name="value">Any number; −0 is printed as <c>0</c>.</param>
    /// <returns>For example <c>0.1385</c>, <c>-0.0381</c>, <c>3.51e-5</c>.</returns>
    public string Format(double value)
    {
        if (value == 0) return "0";
        if (!double.IsFinite(value)) return value.ToString(CultureInfo.InvariantCulture);
        // default(NumberFormat) has no digits stated and means the default
        var digits = SignificantDigits == 0 ? Default.SignificantDigits : SignificantDigits;
        // 0.3 + 0.1 − 0.01 is 0.39 to fifteen digits: what is short but for the last bits is printed short
        var shortest = digits > 15 ? RoundTrip(value) : value.ToString("G15", CultureInfo.InvariantCulture);
        return Plain(value, Math.Min(digits, SignificantDigitsOf(shortest)));
    }

    /// <summary>A number with exactly <paramref name="digits"/> significant digits, trailing zeros kept.</summary>
    /// <param name="value">A finite number.</param>
    /// <param name="digits">1 to 17.</param>
    /// <returns>For example <c>0.1400</c> for 0.14 and four digits.</returns>
    public static string Exact(double value, int digits) => value == 0 ? "0" : Plain(value, digits);

    static string Plain(double value, int digits)
    {
        // d.ddde±xxx, correctly rounded by the runtime; only the point is moved below
        var scientific = value.ToString("e" + (digits - 1).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var mark = scientific.IndexOf('e', StringComparison.Ordinal);
        var exponent = int.Parse(scientific.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = scientific[..mark];
        if (exponent is < -4 or >= 6) return mantissa + "e" + exponent.ToString(CultureInfo.InvariantCulture);

        var sign = mantissa.StartsWith('-') ? "-" : "";
        var figures = mantissa.Replace("-", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);
        if (exponent < 0) return sign + "0." + new string('0', -exponent - 1) + figures;
        if (figures.Length <= exponent + 1) return sign + figures.PadRight(exponent + 1, '0');
        return sign + figures[..(exponent + 1)] + "." + figures[(exponent + 1)..];
    }

    static int SignificantDigitsOf(string number)
    {
        var mantissa = number.AsSpan();
        var mark = mantissa.IndexOf('E');
        if (mark >= 0) mantissa = mantissa[..mark];
        var first = mantissa.IndexOfAnyInRange('1', '9');
        if (first < 0) return 1;
        var count = 0;
        var trailingZeros = 0;
        var pastPoint = mantissa.Contains('.');
        foreach (var c in mantissa[first..])
        {
            if (c == '.') continue;
            count++;
            trailingZeros = c == '0' ? trailingZeros + 1 : 0;
        }
        return pastPoint ? count : count - trailingZeros;
    }
}
