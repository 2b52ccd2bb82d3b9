namespace Backprop.Teaching;

/// <summary>Where a written number leaves the right one, in words that do not give the right one away.</summary>
static class WrittenDifference
{
    const int MostPowers = 6;
    static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
    static readonly string[] Powers = ["", "ten", "a hundred", "a thousand", "ten thousand", "a hundred thousand", "a million"];

    /// <summary>For example <c>the third digit differs</c>; the number is not right.</summary>
    public static string Of(WrittenNumber written, double right)
    {
        if (written.Value == 0 || right == 0) return "it differs in the first digit";
        if (Scaled(written, -1).IsRightFor(right)) return "the digits are right, the sign is not";
        for (var power = 1; power <= MostPowers; power++)
        {
            if (Shifted(written, -power).IsRightFor(right)) return $"the digits are right, but it is too large by a factor of {Powers[power]}";
            if (Shifted(written, power).IsRightFor(right)) return $"the digits are right, but it is too small by a factor of {Powers[power]}";
        }
        var digits = written.SignificantDigits ?? 1;
        var error = Math.Abs(written.Value - right);
        if (digits > 1 && error <= written.Unit * 1.5) return "the last digit is off by one: cut off, or rounded on the way?";
        var agreeing = Agreeing(right, error, digits);
        if (agreeing > 0) return $"right to {Count(agreeing)}, the {Ordinal(agreeing)} digit differs";
        return Math.Sign(written.Value) != Math.Sign(right) ? "it differs in sign and in the first digit" : "it differs in the first digit";
    }

    public static string Count(int digits) => digits == 1 ? "1 digit" : $"{digits} digits";

    // the digits to which both are the same number when rounded
    static int Agreeing(double right, double error, int digits)
    {
        var first = WrittenNumber.Exponent(right);
        var agreeing = 0;
        while (agreeing < digits - 1 && error <= 0.5 * Math.Pow(10, first - agreeing)) agreeing++;
        return agreeing;
    }

    static string Ordinal(int index) => index < Ordinals.Length ? Ordinals[index] : $"{index + 1}th";

    static WrittenNumber Scaled(WrittenNumber written, double factor) => new(written.Value * factor, written.SignificantDigits, written.LastPlace, written.HasPower);

    static WrittenNumber Shifted(WrittenNumber written, int power) => new(
        power >= 0 ? written.Value * Math.Pow(10, power) : written.Value / Math.Pow(10, -power), written.SignificantDigits, written.LastPlace + power, written.HasPower);
}
