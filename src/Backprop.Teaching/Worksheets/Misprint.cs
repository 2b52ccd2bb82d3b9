namespace Backprop.Teaching;

/// <summary>A slip in printing: what stands there differs from the number that was meant by swapped digits, a sign, a decimal point, or one digit too many.</summary>
static class Misprint
{
    const int FewestDigits = 4;

    /// <summary>Which slip makes the printed text of a number, in words; null if none does.</summary>
    public static string? Of(string text, WrittenNumber printed, double value)
    {
        if (printed.SignificantDigits is not >= FewestDigits) return null;
        if (Slips.InDigits(printed, each => each.IsRightFor(value)) is { } slip) return slip;
        for (var at = 0; at < text.Length; at++)
            if (char.IsAsciiDigit(text[at]) && IsRight(text.Remove(at, 1), value)) return $"a digit {text[at]} too many";
        return null;
    }

    static bool IsRight(string text, double value) => WrittenNumber.TryParse(text, out var number) && number.SignificantDigits is >= FewestDigits && number.IsRightFor(value);
}
