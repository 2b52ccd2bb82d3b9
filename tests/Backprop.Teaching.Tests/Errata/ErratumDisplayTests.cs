namespace Backprop.Teaching.Tests.Errata;

public class ErratumDisplayTests
{
    [Theory]
    [InlineData("002-12")]
    [InlineData("001-5")]
    public void An_erratum_reads_as_approved(string id) => Expectation.Matches($"erratum-{id}.txt", ErrataCatalogue.Find(id)!.ToText());

    [Fact]
    public void The_page_form_has_the_same_and_the_latex_to_unfold()
    {
        var html = ErrataCatalogue.Find("001-1")!.ToHtml();
        Assert.Contains("<summary>LaTeX</summary><div>\\texttt{z[l] = a[l] * w[l] + b[l]}</div>", html, StringComparison.Ordinal);
        Assert.Contains("no value: 4×3 elementwise with 3×4", System.Net.WebUtility.HtmlDecode(html), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_numbers_that_four_digits_cannot_tell_apart_are_shown_with_more() =>
        Assert.Contains("0.291027923905  0.291027773694", ErrataCatalogue.Find("mazur-1")!.ToText(), StringComparison.Ordinal);

    [Fact]
    public void A_value_says_what_it_has()
    {
        var value = ErrataCatalogue.Find("002-12")!.Demonstrate().Right;
        Assert.True(value is { IsVector: true, IsScalar: false, Rows: 4, Columns: 1, Shape: "4×1", ShapeError: null });
        Assert.Contains("expected one of 4: 4×1", Assert.Throws<ArgumentOutOfRangeException>(() => value[4]).Message, StringComparison.Ordinal);
        var error = ErrataCatalogue.Find("001-5")!.Demonstrate().Printed;
        Assert.True(error is { Rows: 0, Columns: 0 });
        Assert.Null(error.LargestDifference(value));
        Assert.Throws<ArgumentOutOfRangeException>(() => error[0]);
    }
}
