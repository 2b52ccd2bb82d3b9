using System.Globalization;

namespace Backprop.Teaching;

/// <summary>Numbers as figures and their alt texts write them.</summary>
static class InWords
{
    /// <summary>Four digits; a question mark for a number that is not there.</summary>
    public static string Number(double value) => double.IsNaN(value) ? "?" : NumberFormat.Default.Format(value);

    public static string Short(double value) => new NumberFormat(2).Format(value);

    public static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    public static string Of(int count, string one) => Count(count) + " " + (count == 1 ? one : one + "s");

    public static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>With + or − before it, so that the sign is not told by colour alone.</summary>
    public static string Signed(double value, int digits) =>
        double.IsNaN(value) ? "?" : value == 0 ? "0" : (value > 0 ? "+" : "−") + new NumberFormat(digits).Format(Math.Abs(value));

    public static string Percent(double share) => (100 * share).ToString("0.#", CultureInfo.InvariantCulture).Replace('-', '−') + " %";
}
