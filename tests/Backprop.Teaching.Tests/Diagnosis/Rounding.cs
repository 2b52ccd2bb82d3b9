namespace Backprop.Teaching.Tests.Diagnosis;

/// <summary>Rounds as on paper: to so many significant digits.</summary>
static class Rounding
{
    public static double To(double value, int digits)
    {
        if (value == 0 || !double.IsFinite(value) || digits > 15) return value;
        var places = digits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(value)));
        var power = Math.Pow(10, Math.Abs(places));
        return places >= 0 ? Math.Round(value * power) / power : Math.Round(value / power) * power;
    }

    /// <summary>A number as the student writes it: all the digits that it was rounded to.</summary>
    public static WrittenNumber Write(double value, int digits)
    {
        var text = value == 0 ? "0" : value.ToString("e" + (digits - 1), System.Globalization.CultureInfo.InvariantCulture);
        return WrittenNumber.TryParse(text, out var written) ? written : throw new ArgumentException($"{value} cannot be written down.", nameof(value));
    }
}
