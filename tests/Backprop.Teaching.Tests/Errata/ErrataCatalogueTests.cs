namespace Backprop.Teaching.Tests.Errata;

public class ErrataCatalogueTests
{
    static readonly Dictionary<string, int[]> Listed = new()
    {
        ["000"] = [2, 3, 7, 8, 11, 12, 16],
        ["001"] = [1, 3, 5, 6, 7, 8, 10],
        ["002"] = [1, 4, 5, 7, 12, 14, 16],
        ["003"] = [1, 2, 4, 8, 10, 11, 15, 5],
        ["004"] = [2, 3, 4, 5, 7, 9],
        ["mazur"] = [1],
    };

    // where printed and right are far apart in every other erratum, Mazur's two losses differ in the seventh decimal
    const double LeastDifference = 1e-6;
    const double LeastDifferenceOfMazur = 1e-7;

    static readonly List<string> All = [.. Listed.SelectMany(text => text.Value.Select(number => $"{text.Key}-{number}"))];

    public static TheoryData<string> Ids => [.. All];

    [Fact]
    public void The_catalogue_is_the_list() => Assert.Equal(All.Order(StringComparer.Ordinal), ErrataCatalogue.All.Select(erratum => erratum.Id).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Each_is_found_by_its_id_and_says_everything(string id)
    {
        var erratum = ErrataCatalogue.Find(id)!;
        Assert.Equal(id, erratum.Id);
        Assert.Equal(id.Split('-')[0], erratum.Text);
        Assert.NotEqual(erratum.Printed, erratum.Right);
        Assert.NotEqual(erratum.PrintedText, erratum.RightText);
        foreach (var sentence in (string[])[erratum.What, erratum.Why, erratum.PrintedText, erratum.RightText]) Assert.False(string.IsNullOrWhiteSpace(sentence));
        Assert.DoesNotContain('\n', erratum.What);
        Assert.EndsWith(".", erratum.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("002-13")]
    [InlineData("")]
    [InlineData("MAZUR-1")]
    public void Other_ids_are_not_found(string id) => Assert.Null(ErrataCatalogue.Find(id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_printed_formula_gives_something_else_than_the_right_one(string id)
    {
        var least = id == "mazur-1" ? LeastDifferenceOfMazur : LeastDifference;
        foreach (var demonstration in ErrataValues.All(id))
        {
            Assert.Null(demonstration.Right.ShapeError);
            Assert.True(demonstration.Difference is null or > LeastDifferenceOfMazur && (demonstration.Difference ?? 1) > least, $"{demonstration.Quantity}: {demonstration.Difference}");
            // a missing difference has a reason: no value, or another shape
            if (demonstration.Difference is null) Assert.NotEqual(demonstration.Printed.Shape, demonstration.Right.Shape);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_right_formula_agrees_with_the_finite_difference_and_the_printed_one_does_not(string id)
    {
        foreach (var demonstration in ErrataValues.All(id))
        {
            var (right, difference) = (ErrataValues.Entries(demonstration.Right), ErrataValues.Entries(demonstration.FiniteDifference));
            Assert.Equal(right.Count, difference.Count);
            for (var i = 0; i < right.Count; i++) Assert.True(Math.Abs(right[i] - difference[i]) <= 1e-8, $"{demonstration.Quantity}, entry {i}: {right[i]:R} and {difference[i]:R}");
            Assert.True(demonstration.Agrees);
            Assert.Equal((1e-5, 1e-8), (demonstration.Step, demonstration.Tolerance));
            Assert.False(demonstration.Printed.LargestDifference(demonstration.FiniteDifference) <= 1e-8);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_latex_is_balanced_ascii(string id)
    {
        var erratum = ErrataCatalogue.Find(id)!;
        foreach (var latex in (string[])[erratum.Printed, erratum.Right])
        {
            Assert.True(Balanced(latex), latex);
            Assert.All(latex, c => Assert.InRange(c, ' ', '~'));
            foreach (var (open, close) in (ReadOnlySpan<(string, string)>)[(@"\begin{", @"\end{"), (@"\left(", @"\right)")])
                Assert.Equal(latex.Split(open).Length, latex.Split(close).Length);
        }
    }

    [Theory]
    [InlineData("a^{(l)}_{jk}", true)]
    [InlineData("a^{(l)_{jk}", false)]
    [InlineData("a}{", false)]
    public void Unbalanced_braces_are_noticed(string latex, bool balanced) => Assert.Equal(balanced, Balanced(latex));

    [Fact]
    public void A_demonstration_is_computed_anew_and_the_same() =>
        Assert.Equal(ErrataCatalogue.Find("002-12")!.Demonstrate().ToText(new(17)), ErrataCatalogue.Find("002-12")!.Demonstrate().ToText(new(17)));

    static bool Balanced(string latex)
    {
        var depth = 0;
        foreach (var c in latex)
        {
            depth += c switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth < 0) return false;
        }
        return depth == 0;
    }
}
