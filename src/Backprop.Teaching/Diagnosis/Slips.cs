using System.Globalization;

namespace Backprop.Teaching;

/// <summary>Slips of the pen: the right number written down wrongly, or in the wrong place.</summary>
static class Slips
{
    const int LeastDigits = 3;
    const int MostPowers = 6;

    /// <summary>Which slip makes the written number of a right one, in words that do not give the number away; null if none does.</summary>
    public static string? InDigits(WrittenNumber written, Func<WrittenNumber, bool> isRight)
    {
        if (written.SignificantDigits is not >= LeastDigits || written.Value == 0) return null;
        if (isRight(Of(-written.Value, written))) return "the digits are right, the sign is not";
        for (var power = 1; power <= MostPowers; power++)
            foreach (var shift in (int[])[power, -power])
                if (isRight(Shifted(written, shift)) || isRight(Shifted(Of(-written.Value, written), shift)))
                    return written.HasPower ? $"the digits are right, the exponent is off by {power}"
                        : shift == -1 && Math.Abs(written.Value) < 1 ? "the digits are right, a zero behind the decimal point is lost"
                        : $"the digits are right, the decimal point is off by {(power == 1 ? "one place" : $"{power} places")}";
        var digits = Digits(written);
        for (var n = 0; n + 1 < digits.Length; n++)
            if (digits[n] != digits[n + 1] && isRight(FromDigits(digits[..n] + digits[n + 1] + digits[n] + digits[(n + 2)..], written)))
                return "two neighbouring digits are swapped";
        for (var n = 1; n < digits.Length; n++)
            if (isRight(FromDigits(digits[..n] + "0" + digits[n..], written)))
                return "a zero between the digits is lost";
        return null;
    }

    /// <summary>Whether it is the right number of another place of the same kind of quantity; in words that do not say of which.</summary>
    public static string? InPlace(WrittenNumber written, QuantityId id, Network network, int samples, Func<QuantityId, bool> isRight)
    {
        if (written.SignificantDigits is not >= LeastDigits || !id.IsScalar || id.Info.Indices == 0) return null;
        var whole = id with { Row = null, Column = null };
        var (rows, columns) = QuantityShape.Of(whole, network);
        if (id.Column is { } column && id.Row < columns && column < rows && column != id.Row && isRight(id with { Row = column, Column = id.Row })) return "it is the right number with the two indices exchanged";
        for (var j = 0; j < rows; j++)
            for (var k = 0; k < columns; k++)
            {
                var other = id.Column is null ? whole.At(j) : whole.At(j, k);
                if (other != id && isRight(other)) return "it is the right number of another entry";
            }
        for (var i = 0; i < samples && id.Sample is not null; i++)
            if (i != id.Sample && isRight(id with { Sample = i })) return "it is the right number of another sample";
        return null;
    }

    public static WrittenNumber Negated(WrittenNumber written) => Of(-written.Value, written);

    static WrittenNumber Of(double value, WrittenNumber written) => new(value, written.SignificantDigits, written.LastPlace, written.HasPower);

    static WrittenNumber Shifted(WrittenNumber written, int power) => new(
        power >= 0 ? written.Value * Math.Pow(10, power) : written.Value / Math.Pow(10, -power), written.SignificantDigits, written.LastPlace + power, written.HasPower);

    // the significant digits as they were written
    static string Digits(WrittenNumber written)
    {
        var digits = Math.Min(written.SignificantDigits!.Value, 17);
        var text = Math.Abs(written.Value).ToString("e" + (digits - 1).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return text[..text.IndexOf('e', StringComparison.Ordinal)].Replace(".", "", StringComparison.Ordinal);
    }

    // the first digit keeps its place
    static WrittenNumber FromDigits(string digits, WrittenNumber written)
    {
        var last = written.LastPlace - (digits.Length - written.SignificantDigits!.Value);
        var value = double.Parse($"{digits}e{last}", CultureInfo.InvariantCulture) * Math.Sign(written.Value);
        return new(value, digits.Length, last, written.HasPower);
    }
}
