using System.Globalization;

namespace Backprop.Teaching;

/// <summary>Reads one number from left to right and counts its digits.</summary>
sealed class WrittenNumberReader(string text)
{
    const int LargestPower = 9999;
    const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    int position;

    public WrittenNumber? Read()
    {
        var sign = Sign();
        var whole = Digits();
        var hasPoint = Take('.');
        var fraction = hasPoint ? Digits() : "";
        if (whole.Length + fraction.Length == 0) return null;
        Spaces();
        var hasPower = position < text.Length;
        var power = 0;
        if (hasPower)
        {
            if (Power() is not { } read) return null;
            power = read;
        }
        Spaces();
        if (position < text.Length) return null;

        var digits = whole + fraction;
        var value = double.Parse($"{sign}{digits}e{power - fraction.Length}", NumberStyles.Float, CultureInfo.InvariantCulture);
        if (!double.IsFinite(value)) return null;
        var significant = digits.TrimStart('0').Length;
        // digits other than 0 whose number is 0 are too small for float64
        if (value == 0 && significant > 0) return null;
        int? count = significant > 0 ? significant : fraction.Length > 0 ? digits.Length : null;
        return new(value == 0 ? 0 : value, count, power - fraction.Length, hasPower);
    }

    // e-4, E-4, ·10^-4, *10^-4, ×10^-4, ·10⁻⁴
    int? Power()
    {
        if (Take('e') || Take('E')) return Whole();
        if (!Take('·') && !Take('*') && !Take('×') && !Take('⋅')) return null;
        Spaces();
        if (!Take('1') || !Take('0')) return null;
        if (!Take('^')) return RaisedWhole();
        var inBraces = Take('{') || Take('(');
        var power = Whole();
        return inBraces && !Take('}') && !Take(')') ? null : power;
    }

    int? Whole()
    {
        var sign = Sign();
        return Number(sign, Digits());
    }

    int? RaisedWhole()
    {
        var sign = Take('⁻') ? "-" : Take('⁺') ? "" : "";
        var digits = "";
        while (position < text.Length && Raised.IndexOf(text[position], StringComparison.Ordinal) is >= 0 and var digit)
        {
            digits += (char)('0' + digit);
            position++;
        }
        return Number(sign, digits);
    }

    static int? Number(string sign, string digits) =>
        int.TryParse(sign + digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && Math.Abs((long)number) <= LargestPower ? number : null;

    string Sign()
    {
        Spaces();
        var sign = Take('-') || Take('−') || Take('–') ? "-" : Take('+') ? "" : "";
        Spaces();
        return sign;
    }

    string Digits()
    {
        var start = position;
        while (position < text.Length && char.IsAsciiDigit(text[position])) position++;
        return text[start..position];
    }

    bool Take(char c)
    {
        if (position >= text.Length || text[position] != c) return false;
        position++;
        return true;
    }

    void Spaces()
    {
        while (position < text.Length && char.IsWhiteSpace(text[position])) position++;
    }
}
