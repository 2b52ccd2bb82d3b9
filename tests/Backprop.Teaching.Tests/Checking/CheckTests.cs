using static Backprop.Teaching.Lesson;

namespace Backprop.Teaching.Tests.Checking;

public class CheckTests
{
    // delta = 0.1385, loss and the rest follow; x and y are exact
    static readonly BackpropTrace Mazur = Backpropagation.Run(Examples.Mazur);

    static CheckResult Answer(double right, string? answer)
    {
        var trace = Backpropagation.Run(Example.Of(Network.Of(Layer.Identity(w: [[1]])), x: [right], y: [0]));
        return Check(trace.Sample(0).Input[0], answer);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("?")]
    [InlineData(" ? ")]
    public void No_answer_is_missing(string? answer)
    {
        var result = Check(Mazur.Layer(2).Delta[0], answer);
        Assert.Equal(CheckStatus.Missing, result.Status);
        Assert.Equal("delta[2][0]@0: missing", result.ToText());
        Assert.Equal(CheckStatus.Missing, Check(Mazur.Layer(2).Delta, answer).Status);
    }

    [Theory]
    [InlineData(0.13849856, "0.1385", "right to 4 digits")]
    [InlineData(0.13849856, "0.138", "right to 3 digits")]
    [InlineData(0.13849856, ".14", "right to 2 digits")]
    [InlineData(0.13849856, "0.1", "right to 1 digit")]
    [InlineData(0.13849856, "0.13849856", "right to 8 digits")]
    [InlineData(0.13849856, "1.385e-1", "right to 4 digits")]
    [InlineData(-0.0381, "−0.0381", "right to 3 digits")]
    [InlineData(3.51e-5, "3.51·10^-5", "right to 3 digits")]
    [InlineData(0.14, "0.1400000", "right to 7 digits")]
    [InlineData(0.5, "[0.5]", "right to 1 digit")]
    [InlineData(0.0, "0", "right")]
    [InlineData(1e-17, "0", "right")]
    [InlineData(0.0004, "0.000", "right to 4 digits")]
    [InlineData(0.1385, "0.138", "right to 3 digits")]
    [InlineData(0.1385, "0.139", "right to 3 digits")]
    public void Right_to_the_digits_given(double right, string answer, string message)
    {
        var result = Answer(right, answer);
        Assert.True(result.IsRight);
        Assert.Equal(message, result.Message);
        Assert.Equal("x[0]@0: " + message, result.ToText());
    }

    [Theory]
    [InlineData(0.13849856, "0.140", "right to 2 digits, the third digit differs")]
    [InlineData(0.13849856, "0.1380", "right to 3 digits, the fourth digit differs")]
    [InlineData(0.13849856, "0.15", "the last digit is off by one: cut off, or rounded on the way?")]
    [InlineData(0.13849856, "0.1384", "the last digit is off by one: cut off, or rounded on the way?")]
    [InlineData(0.13849856, "0.17", "right to 1 digit, the second digit differs")]
    [InlineData(0.13849856, "0.31", "it differs in the first digit")]
    [InlineData(0.13849856, "0.2", "it differs in the first digit")]
    [InlineData(0.13849856, "0.193", "it differs in the first digit")]
    [InlineData(0.13849856, "-0.138", "the digits are right, the sign is not")]
    [InlineData(0.13849856, "1.38", "the digits are right, but it is too large by a factor of ten")]
    [InlineData(0.13849856, "0.00138", "the digits are right, but it is too small by a factor of a hundred")]
    [InlineData(0.13849856, "-0.31", "it differs in sign and in the first digit")]
    [InlineData(0.13849856, "0", "it differs in the first digit")]
    [InlineData(0.0004, "0", "it differs in the first digit")]
    [InlineData(0.0004, "0.000e+00", "it differs in the first digit")]
    [InlineData(0.0, "0.1", "it differs in the first digit")]
    [InlineData(0.1999, "0.2001", "right to 3 digits, the fourth digit differs")]
    [InlineData(123456789012, "123456789000.0", "right to 10 digits, the 11th digit differs")]
    public void Where_it_differs(double right, string answer, string message)
    {
        var result = Answer(right, answer);
        Assert.Equal(CheckStatus.Wrong, result.Status);
        Assert.Equal(message, result.Message);
    }

    [Theory]
    [InlineData("a lot", "found 'a lot', expected a number such as 0.140, -3.5e-4 or 3.5·10^-4")]
    [InlineData("0,14", "found '0,14', expected one number with a decimal point")]
    [InlineData("NaN", "found 'NaN', expected a number such as 0.140, -3.5e-4 or 3.5·10^-4")]
    [InlineData("1e999", "found '1e999', expected a number such as 0.140, -3.5e-4 or 3.5·10^-4")]
    public void What_is_no_number(string answer, string message)
    {
        var result = Answer(0.14, answer);
        Assert.Equal(CheckStatus.Unreadable, result.Status);
        Assert.Equal(message, result.Message);
        Assert.Null(result.Answer);
    }

    [Fact]
    public void A_double_counts_as_three_digits()
    {
        var delta = Mazur.Layer(2).Delta[0];
        Assert.Equal("right to 3 digits", Check(delta, 0.138).Message);
        Assert.Equal("right to 3 digits", Check(delta, 0.13849856).Message);
        Assert.Equal("the last digit is off by one: cut off, or rounded on the way?", Check(delta, 0.1395).Message);
        Assert.Equal("right to 2 digits, the third digit differs", Check(delta, 0.142).Message);
        Assert.Equal("right to 3 digits", Check(delta, delta).Message);
        Assert.Equal("found NaN, expected a finite number", Check(delta, double.NaN).Message);
    }

    [Theory]
    [InlineData("[0.138, -0.038]")]
    [InlineData("0.138, -0.038")]
    [InlineData("[0.138; -0.038]")]
    [InlineData("[ 0.138 -0.038 ]")]
    [InlineData("[[0.138], [-0.038]]")]
    [InlineData("0.138\n-0.038\n")]
    [InlineData("[0.138,\n -0.038]")]
    public void A_vector_in_every_form(string answer)
    {
        var result = Check(Mazur.Layer(2).Delta, answer);
        Assert.Equal("delta[2]@0: all 2 entries are right to the digits given", result.ToText());
        Assert.Equal(["delta[2][0]@0", "delta[2][1]@0"], result.Entries.Select(entry => entry.Quantity.ToString()));
    }

    [Theory]
    [InlineData("[0.15, 0.20; 0.25, 0.30]")]
    [InlineData("[[0.15, 0.20], [0.25, 0.30]]")]
    [InlineData("[[0.15 0.20]\n [0.25 0.30]]")]
    [InlineData("0.15 0.20\n0.25 0.30")]
    public void A_matrix_in_every_form(string answer) => Assert.True(Check(Mazur.Layer(1).Weights, answer).IsRight);

    [Fact]
    public void A_wrong_entry_is_named()
    {
        var result = Check(Mazur.Layer(1).Weights, "[0.15, 0.45; ?, x]");
        Assert.Equal(CheckStatus.Wrong, result.Status);
        Assert.Equal(
            """
            W[1]: 1 of 4 entries are right to the digits given, 1 wrong, 1 unreadable, 1 missing

            entry      verdict
            W[1][0,1]  it differs in the first digit
            W[1][1,0]  missing
            W[1][1,1]  found 'x', expected a number such as 0.140, -3.5e-4 or 3.5·10^-4
            """.ReplaceLineEndings("\n"), result.ToText());
        Assert.Equal(CheckStatus.Missing, Check(Mazur.Layer(1).Weights, "[0.15, 0.20; 0.25, ]").Status);
        Assert.Equal(CheckStatus.Unreadable, Check(Mazur.Layer(1).Weights, "[0.15, 0.20; ?, x]").Status);
    }

    [Fact]
    public void A_wrong_shape_is_named()
    {
        var dW = Backpropagation.Run(Examples.TwoOutputs).Layer(2).WeightGradient;
        void Says(string message, string answer)
        {
            var result = Check(dW, answer);
            Assert.Equal(CheckStatus.WrongShape, result.Status);
            Assert.Equal(message, result.Message);
            Assert.Empty(result.Entries);
        }
        Says("found 4×2, expected 2×4: is a transpose missing?", "[1, 2; 3, 4; 5, 6; 7, 8]");
        Says("found 1×3, expected 2×4", "[1, 2, 3]");
        Says("found rows of 2, 1 entries, expected 2×4", "[1, 2; 3]");
        Assert.Equal("found 3×1, expected 2×1", Check(Mazur.Layer(2).Delta, "[1, 2, 3]").Message);
    }

    [Fact]
    public void The_value_is_never_shown()
    {
        var random = new SeededRandom(20261121);
        for (var i = 0; i < 2000; i++)
        {
            var right = random.Between(-1, 1) * Math.Pow(10, random.Below(9) - 4);
            var wrong = right * random.Between(-2, 2);
            var result = Answer(right, NumberFormat.Exact(wrong, 1 + random.Below(6)));
            if (result.IsRight) continue;
            for (var digits = 2; digits <= 6; digits++)
                Assert.DoesNotContain(NumberFormat.Exact(Math.Abs(right), digits), result.ToText() + result.ToHtml(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_number_rounded_to_its_digits_is_right_and_one_beside_it_wrong()
    {
        var random = new SeededRandom(7);
        for (var i = 0; i < 3000; i++)
        {
            var right = random.Between(-1, 1) * Math.Pow(10, random.Below(12) - 10);
            var digits = 2 + random.Below(9);
            var text = NumberFormat.Exact(right, digits);
            Assert.True(Answer(right, text).IsRight, $"{right} {text}");
            Assert.True(WrittenNumber.TryParse(text, out var written));
            var beside = NumberFormat.Exact(written.Value + (written.Unit * (random.Below(2) == 0 ? 1.2 : -1.2)), digits);
            // 0.10 beside 0.099 has another last digit
            if (!WrittenNumber.TryParse(beside, out var other) || other.LastPlace != written.LastPlace) continue;
            Assert.False(Answer(right, beside).IsRight, $"{right} {beside}");
        }
    }
}
