namespace Backprop.Teaching.Notebooks.Tests;

public class CodePointsTests
{
    [Theory]
    [InlineData("abc", 2, 2)]
    [InlineData("δab", 2, 2)]
    [InlineData("𝛿ab", 2, 3)]
    [InlineData("a𝛿𝛿b", 3, 5)]
    [InlineData("abc", 99, 3)]
    [InlineData("\ud835x", 1, 1)]
    [InlineData("", 0, 0)]
    public void A_cursor_in_code_points_becomes_one_in_utf16_units(string text, int codePoints, int units)
    {
        Assert.Equal(units, CodePoints.ToUtf16(text, codePoints));
        if (codePoints <= text.Length) Assert.Equal(codePoints, CodePoints.Before(text, units));
    }

    [Fact]
    public void A_cursor_before_the_start_is_the_start() => Assert.Equal(0, CodePoints.ToUtf16("abc", -3));
}
