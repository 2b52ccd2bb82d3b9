using System.Globalization;

namespace Backprop.Teaching;

/// <summary>
/// Chooses how many digits are put into a formula, so that whoever types the printed line into a calculator gets the printed
/// result: two more than the result has, more where digits cancel.
/// </summary>
static class PrintedNumbers
{
    const int UsualGuardDigits = 2;
    const int MostDigits = 17;

    /// <summary>A number as it is printed with so many digits, read back.</summary>
    public static double Read(double value, int digits) => double.Parse(new NumberFormat(digits).Format(value), CultureInfo.InvariantCulture);

    /// <summary>The fewest digits for which the rounded formula gives the printed results, or null if none do.</summary>
    /// <param name="resultDigits">The significant digits of the results.</param>
    /// <param name="results">The results, exact.</param>
    /// <param name="computeWith">The formula with its numbers rounded to so many digits.</param>
    public static int? DigitsFor(int resultDigits, IReadOnlyList<double> results, Func<int, IReadOnlyList<double>> computeWith)
    {
        for (var digits = Math.Min(resultDigits + UsualGuardDigits, MostDigits); digits <= MostDigits; digits++)
        {
            var computed = computeWith(digits);
            if (results.Zip(computed, (result, found) => PrintsAlike(result, found, resultDigits)).All(same => same)) return digits;
        }
        return null;
    }

    // a result that is short is printed short, and the calculator's rounded answer has its zeros
    static bool PrintsAlike(double result, double found, int digits) => NumberFormat.Exact(result, digits) == NumberFormat.Exact(found, digits);
}
