namespace Backprop.Teaching;

/// <summary>A slip in printing: the number that was meant and the one that stands there differ by one digit too many, two swapped, a sign or a decimal point.</summary>
static class Misprint
{
    const int FewestDigits = 4;

    /// <summary>Which slip makes the text from a number, as a clause; null if none does.</summary>
    public static string? Of(string text, double value)
    {
        if (!WrittenNumber.TryParse(text, out var written) || written.SignificantDigits is not >= FewestDigits) return null;
        if (written.IsRightFor(-value)) return "the sign is lost";
        for (var power = -6; power <= 6; power++)
            if (power != 0 && written.IsRightFor(value * Math.Pow(10, power))) return $"the decimal point has slipped by {(Math.Abs(power) == 1 ? "1 place" : $"{Math.Abs(power)} places")}";
        for (var at = 0; at < text.Length - 1; at++)
        {
            if (!char.IsAsciiDigit(text[at]) || !char.IsAsciiDigit(text[at + 1]) || text[at] == text[at + 1]) continue;
            if (IsRight(text[..at] + text[at + 1] + text[at] + text[(at + 2)..], value)) return $"two digits are swapped ({text[at]}{text[at + 1]} for {text[at + 1]}{text[at]})";
        }
        for (var at = 0; at < text.Length; at++)
            if (char.IsAsciiDigit(text[at]) && IsRight(text.Remove(at, 1), value)) return $"a digit {text[at]} too many is printed";
        return null;
    }

    static bool IsRight(string text, double value) => WrittenNumber.TryParse(text, out var number) && number.SignificantDigits is >= FewestDigits && number.IsRightFor(value);
}
