using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using static Backprop.Teaching.Lesson;

namespace Backprop.Teaching.Tests.Display;

public partial class HtmlTests
{
    const string Script = "<script>alert(1)</script>";

    static readonly Example Named = Examples.SoftmaxCrossEntropy with { Name = Script };

    [Fact]
    public void Everything_that_comes_from_data_is_escaped()
    {
        var trace = Backpropagation.Run(Named);
        foreach (var shown in Displayables(Named))
        {
            var html = shown.ToHtml();
            Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(html, shown.ToMimeBundle().Contents[MimeBundle.Html]);
        }
        Assert.Contains(WebUtility.HtmlEncode(Script), trace.ToHtml(), StringComparison.Ordinal);
        Assert.Contains(WebUtility.HtmlEncode(Script), Named.ToHtml(), StringComparison.Ordinal);
        // a label is data too: the text of the student's expression, and a student's text
        var html2 = Show("<b>\"bold\" & 'more'</b>", "1 < 2".Length < 9 && "</td>".Length > 1).ToHtml();
        Assert.DoesNotContain("<b>", html2, StringComparison.Ordinal);
        Assert.DoesNotContain("</td>", html2, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;", html2, StringComparison.Ordinal);
    }

    [Fact]
    public void The_tags_of_every_fragment_are_balanced_and_it_needs_nothing_from_outside()
    {
        foreach (var shown in Displayables(Named))
        {
            var html = shown.ToHtml();
            var open = new Stack<string>();
            foreach (Match tag in Tag().Matches(html))
            {
                if (tag.Groups["close"].Length == 0) open.Push(tag.Groups["name"].Value);
                else Assert.Equal(open.Pop(), tag.Groups["name"].Value);
            }
            Assert.Empty(open);
            Assert.DoesNotContain("http", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("url(", html, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void No_colour_is_fixed_that_a_dark_or_a_light_theme_would_swallow()
    {
        foreach (var shown in Displayables(Named))
        {
            var html = shown.ToHtml();
            Assert.DoesNotMatch("(?<![a-z-])color:(?!inherit)", html);
            Assert.DoesNotMatch("background:(?!transparent)", html);
            Assert.DoesNotMatch("style=\"[^\"]*#", html);
        }
    }

    [Fact]
    public void Numbers_are_printed_alike_under_every_culture()
    {
        static string[] Printed() => [.. Displayables(Named).SelectMany(shown => (string[])[shown.ToHtml(), shown.ToMimeBundle().Text])];
        var expected = Printed();
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (var name in (string[])["fr-FR", "ar-EG", "de-CH"])
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
                Assert.Equal(expected, Printed());
                Assert.Equal(0.6, Examples.Mazur.With("b[2][0]", 0.6).Network.Layer(2).Bias(0));
                Assert.Equal(new(QuantityKind.Delta, 12, 34, null, 56), QuantityId.Parse("delta[12][34]@56"));
                Assert.Equal("delta[12][34]@56", new QuantityId(QuantityKind.Delta, 12, 34, null, 56).ToString());
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void The_title_of_every_number_of_a_trace_carries_its_name_its_code_and_all_its_digits()
    {
        var trace = Backpropagation.Run(Examples.Mazur);
        foreach (var html in (string[])[trace.ToHtml(), trace.Layer(2).ToHtml(), trace.Step().ToHtml(), trace.Layer(1).WeightGradient.ToHtml(), trace.Everything().ToHtml()])
        {
            var titles = Title().Matches(html).Select(match => WebUtility.HtmlDecode(match.Groups["text"].Value)).ToList();
            Assert.NotEmpty(titles);
            foreach (var title in titles)
            {
                var parts = NameCodeNumber().Match(title);
                Assert.True(parts.Success, title);
                var quantity = trace[parts.Groups["name"].Value];
                Assert.Equal(quantity.CodeName, parts.Groups["code"].Value);
                Bits.AssertSame(trace.Value(parts.Groups["name"].Value), double.Parse(parts.Groups["number"].Value, CultureInfo.InvariantCulture), title);
            }
            Assert.Equal(NumberCells().Count(html), titles.Count);
        }
    }

    static IEnumerable<IDisplayable> Displayables(Example example)
    {
        var trace = Backpropagation.Run(example);
        return
        [
            example, example.Network, trace, trace.Everything(), trace.Sample(0), trace.Sample(0).Layer(2), trace.Layer(1), trace.Step(), trace.Loss,
            trace.Sample(0).Layer(1).Delta, trace.Layer(1).TotalWeightGradient, Show(example.Name, trace.Loss, example),
        ];
    }

    [GeneratedRegex("<(?<close>/?)(?<name>[a-z]+)[^<>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(" title=\"(?<text>[^\"]*)\"")]
    private static partial Regex Title();

    [GeneratedRegex("^(?<name>\\S+) · (?<code>\\S+) = (?<number>\\S+)$")]
    private static partial Regex NameCodeNumber();

    // what is printed as a number: digits alone between two tags
    [GeneratedRegex(">-?[0-9]+(\\.[0-9]+)?(e-?[0-9]+)?<")]
    private static partial Regex NumberCells();
}
