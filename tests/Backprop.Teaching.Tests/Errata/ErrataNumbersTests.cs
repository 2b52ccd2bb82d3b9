using System.Globalization;

namespace Backprop.Teaching.Tests.Errata;

/// <summary>The numbers of the reference's list of errata, typed with the digits that it prints. They were computed elsewhere.</summary>
public class ErrataNumbersTests
{
    // the reference's differences have another step, so their last digits are its rounding noise
    const double DifferenceTolerance = 1e-9;

    // id, which demonstration (0, then the further ones), as printed, right, finite difference; a matrix by rows, all of it or its first rows
    public static TheoryData<string, int, string, string, string> Numbers => new()
    {
        { "000-2", 0, "0, 0.5, 0.125", "0.778826176142, 0.685427072899, 0.0494780632324", "" },
        { "000-3", 0, "", "-0.0050580937, 0.0072396499, -0.0053736907", "-0.0050580937, 0.0072396499, -0.0053736907" },
        { "000-3", 1, "0.0067827208, -0.0339136041, 0.0406963249, -0.0474790457", "", "" },
        { "000-7", 0, "0.122913894653", "-0.12701867218", "-0.1270186722" },
        { "000-8", 0, "-0.0771783464, 0.9267812286", "0.2228216536, 0.5267812286", "" },
        { "000-8", 1, "", "", "-0.1097629172, 0.1467637039" },
        { "000-11", 0, "-0.0436727011, 0.0072725285", "0.0098373963, 0.0546880284", "0.0098373963, 0.0546880284" },
        { "000-11", 1, "-0.019087693148", "0.00429955550191", "0.00429955557" },
        { "000-12", 0, "0.0076714363", "0.0041273067", "0.0041273067" },
        { "000-16", 0, "-0.12334976543", "-0.185211985629", "-0.185211985651" },
        { "001-1", 1, "0.25, 0.5; 0.9, -0.07", "-0.55, -0.5; 0.64, -0.67", "" },
        { "001-3", 0, "-0.0387740244, -0.3227371682", "", "0.0108833016, -0.1465493527, -0.0546119261, 0.1635035727" },
        { "001-5", 1, "0.0242772738, -0.2097475493, -0.2015921489, -0.2077690568", "-2.7990079517e-4, -0.0946633541, -0.0776388699, -0.0960560446", "-2.7990079517e-4, -0.0946633541, -0.0776388699, -0.0960560446" },
        { "001-6", 1, "-0.320344708, -0.5089534661; 0.2244696447, -0.1358639836", "0.0500454986, -0.6056249696; 0.2539298018, 0.1702493064", "0.0500454986, -0.6056249696; 0.2539298018, 0.1702493064" },
        { "001-7", 1, "-0.2077531759, 0.6120639952; 0.307844173, -0.2715653825", "0.0500454986, -0.6056249696; 0.2539298018, 0.1702493064", "" },
        { "001-8", 0, "-0.15509609768", "-0.03877402442", "-0.03877402438" },
        { "001-10", 1, "0.4397999315, 0.7555015868", "0.379274857, -0.3840331288", "0.379274857, -0.3840331288" },
        { "002-1", 0, "0.0920731581839, 0.0920731581839, 0.0920731581839", "0.1137596165, 0.1378015736, 0.0246582844", "" },
        { "002-4", 0, "-0.014242605, 0.0130917231, 0.0071491118", "0.00199940996134", "0.00199940996134" },
        { "002-5", 0, "0.0307856090446", "0.0113445210878", "0.0113445211" },
        { "002-7", 0, "0.714771538378, 0.67145463681", "0.786531521438, 0.687086096213", "" },
        { "002-12", 0, "-0.0201828335, 0.0269104446, -0.0336380558, -0.0403656669", "-0.0426209048, 0.1054436944, -0.0224190201, -0.1301179524", "-0.0426209048, 0.1054436944, -0.0224190201, -0.1301179524" },
        { "002-12", 1, "-0.0224380714, 0.0785332498, 0.0112190357, -0.0897522855", "", "" },
        { "002-12", 2, "-0.00251523791", "-0.00531152951801", "-0.00531152952" },
        { "002-12", 3, "-0.00279629161", "", "" },
        { "002-16", 0, "-0.0058153943, 0.0011630789, -0.009304631", "-0.0053115295, 0.0010623059, -0.0084984472", "-0.0053115295, 0.0010623059, -0.0084984472" },
        { "003-1", 0, "-0.21, 0.73, 0.29, 0.51", "-0.11, 0.53, 0.59, 0.51", "" },
        { "003-2", 0, "0.2095", "0.2595", "" },
        { "003-2", 1, "0.1815", "0.2595", "" },
        { "003-4", 0, "0.2751481778, 0.3170900594", "-0.0672761115, 0.1121903568", "-0.0672761115, 0.1121903568" },
        { "003-4", 1, "0.0300746926", "-0.0672761115", "" },
        { "003-4", 2, "0.659450351948", "0.151470108397", "" },
        { "003-5", 0, "0, 0", "-0.0672761115, 0.1121903568", "-0.0672761115, 0.1121903568" },
        { "003-8", 0, "-0.0426209048, 0.1054436944, -0.0224190201, -0.1301179524", "-0.010623059, 0.0245930677, -0.0051439642, -0.0305026855", "-0.010623059, 0.0245930677, -0.0051439642, -0.0305026855" },
        { "003-8", 1, "", "", "-0.0426209048, 0.1054436944, -0.0224190201, -0.1301179524" },
        { "003-10", 0, "-0.0317898259413", "0.0578624005014", "0.0578624005" },
        { "003-10", 1, "0.0278624005014", "", "" },
        { "003-11", 0, "-0.00683477419447", "-0.0317898259413", "-0.0317898259" },
        { "003-15", 0, "-0.1233497654, 0.0416829138, 0.0501319497", "-0.1852119856, 0.0841569569, 0.1010550287", "-0.1852119856, 0.0841569569, 0.1010550287" },
        { "003-15", 1, "-0.4934828997, 0, 0", "-0.4934828997, 0.2331426592, 0.2603402405", "" },
        { "004-2", 0, "-0.0254008438, 0.0068071215, 0.0124420776", "-0.1039279027, 0.0390949878, 0.0655480693", "-0.1039279027, 0.0390949878, 0.0655480693" },
        { "004-3", 0, "-0.0544769207, 0.0384634449, -0.0185647218", "-0.0165622144, -0.0043601573, 0.0065909423", "-0.0165622144, -0.0043601573, 0.0065909423" },
        { "004-3", 1, "-0.00078411, -0.0071094021, 0.0136238036", "-0.0101947776, 0.0017805683, -0.003545762", "" },
        { "004-4", 0, "-0.1039279027, 0.0390949878, 0.0655480693", "0.0002383848", "0.0002383848" },
        { "004-5", 0, "-0.0392203926, 0.0636226037, -0.0358355304", "0.0465683448, 0.07785528, -0.0931680234", "0.0465683448, 0.07785528, -0.0931680234" },
        { "004-7", 0, "-0.0165622144", "0.0068133401, -0.0041284142, 0.0091720577", "0.0068133401, -0.0041284142, 0.0091720577" },
        { "004-7", 1, "-0.1039279027", "0.0089327736, 0.0141623611, -0.0144408903", "0.0089327736, 0.0141623611, -0.0144408903" },
        { "004-7", 2, "-0.0623567416, 0.0831423221, -0.0519639513", "0.0465683448, 0.07785528, -0.0931680234", "0.0465683448, 0.07785528, -0.0931680234" },
        { "004-9", 0, "-0.049686643225", "-0.0165622144083", "-0.0165622144" },
        { "004-9", 1, "-0.000377584353909", "-0.0101947775555", "-0.0101947776" },
        { "mazur-1", 0, "0.29102792390544197", "0.29102777369359933", "" },
    };

    // what the shapes of the reference's list say
    public static TheoryData<string, int, string, string> Shapes => new()
    {
        { "000-3", 0, "4×1 elementwise with 3×1", "3×1" },
        { "000-12", 1, "2×2", "2×3" },
        { "001-1", 0, "4×3 elementwise with 3×4", "4×4" },
        { "001-3", 0, "4×2", "3×4" },
        { "001-5", 0, "4×2 times 4×4", "4×2" },
        { "001-6", 0, "4×2 times 4×2", "3×4" },
        { "001-7", 0, "4×4 elementwise with 4×3", "3×4" },
        { "001-10", 0, "4×3", "3×4" },
        { "004-3", 2, "1×1 times 3×1", "1×3" },
        { "004-4", 0, "1×3", "1×1" },
        { "004-5", 1, "1×3 times 1×3", "3×3" },
        { "004-7", 0, "1×3", "3×3" },
    };

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Each_number_of_the_reference_is_ours_to_its_last_digit(string id, int which, string printed, string right, string difference)
    {
        var demonstration = ErrataValues.All(id)[which];
        Compare(demonstration.Printed, printed, null);
        Compare(demonstration.Right, right, null);
        Compare(demonstration.FiniteDifference, difference, DifferenceTolerance);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Each_shape_of_the_reference_is_ours(string id, int which, string printed, string right)
    {
        var demonstration = ErrataValues.All(id)[which];
        Assert.StartsWith(printed, demonstration.Printed.Shape, StringComparison.Ordinal);
        Assert.Equal(printed.Contains(' ', StringComparison.Ordinal), demonstration.Printed.ShapeError is not null);
        Assert.Equal(right, demonstration.Right.Shape);
        Assert.Null(demonstration.Difference);
    }

    [Fact]
    public void A_lost_mean_is_wrong_by_the_number_of_samples()
    {
        var demonstration = ErrataValues.All("001-8")[0];
        Assert.Equal(4, demonstration.Printed[0] / demonstration.Right[0], 1e-12);
    }

    [Fact]
    public void One_hidden_unit_alone_sends_back_its_own_row_of_weights()
    {
        // the reference's net of 002-14 is not given; of ours the printed formula follows row 0 of W⁽ᴸ⁻¹⁾ = (0.5, −0.4, 0.3)
        var printed = ErrataValues.Entries(ErrataValues.All("002-14")[0].Printed);
        Assert.Equal(-0.8, printed[1] / printed[0], 1e-12);
        Assert.Equal(0.6, printed[2] / printed[0], 1e-12);
    }

    [Fact]
    public void A_last_digit_off_by_one_is_noticed() => Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Compare(ErrataValues.All("000-7")[0].Printed, "0.122913894654", null));

    static void Compare(ErratumValue value, string text, double? tolerance)
    {
        if (text.Length == 0) return;
        var rows = text.Split("; ");
        // a number or a column is written as one row
        var entries = value.Columns == 1 ? rows[0].Split(", ").Select((number, j) => (number, Found: value[j])) : rows.SelectMany((row, j) => row.Split(", ").Select((number, k) => (number, Found: value[j, k])));
        if (value.Columns == 1) Assert.Equal(value.Rows, rows[0].Split(", ").Length);
        foreach (var (number, found) in entries)
        {
            var expected = double.Parse(number, CultureInfo.InvariantCulture);
            Assert.True(Math.Abs(found - expected) <= (tolerance ?? HalfADigit(number)), $"found {found:R}, expected {number}");
        }
    }

    // half of the last printed digit, and a little for the rounding of both sides
    static double HalfADigit(string number)
    {
        var parts = number.Split('e');
        var exponent = parts.Length == 2 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
        var point = parts[0].IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? 12 : parts[0].Length - point - 1;
        return (0.5 * Math.Pow(10, exponent - decimals)) + 1e-16;
    }
}
