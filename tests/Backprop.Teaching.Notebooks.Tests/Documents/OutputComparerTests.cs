namespace Backprop.Teaching.Notebooks.Tests;

public class OutputComparerTests
{
    const string Plotly = "application/vnd.plotly.v1+json";

    [Fact]
    public void Numbers_of_a_figure_may_differ_by_rounding()
    {
        Assert.Empty(Compare(Figure("""{"data":[{"y":[0.1,1e6]}]}"""), Figure("""{"data":[{"y":[0.10000000000000001,1000000.0001]}]}""")));
        Assert.Equal(["cell 1: output 1 (application/vnd.plotly.v1+json), $.data[0].y[1]: saved 2, now 2.001"], Compare(Figure("""{"data":[{"y":[1,2]}]}"""), Figure("""{"data":[{"y":[1,2.001]}]}""")));
        Assert.Equal(["cell 1: output 1 (application/vnd.plotly.v1+json), $.a: only one of both has `b`"], Compare(Figure("""{"a":{"b":1}}"""), Figure("""{"a":{}}""")));
        Assert.Equal(["cell 1: output 1 (application/vnd.plotly.v1+json), $[0]: saved \"x\", now \"y\""], Compare(Figure("""["x"]"""), Figure("""["y"]""")));
    }

    [Fact]
    public void Text_and_latex_must_agree_exactly()
    {
        var saved = CellOutput.Shown(MimeBundle.OfText("a").With("text/latex", "$x$"), isResult: true);
        Assert.Empty(Compare(saved, CellOutput.Shown(MimeBundle.OfText("a").With("text/latex", "$x$"), isResult: true)));
        Assert.Contains("(text/latex), line 1, column 3", Assert.Single(Compare(saved, CellOutput.Shown(MimeBundle.OfText("a").With("text/latex", "$x $"), isResult: true))), StringComparison.Ordinal);
        Assert.Contains("saved forms text/latex, text/plain, now text/plain", Assert.Single(Compare(saved, CellOutput.Shown(MimeBundle.OfText("a"), isResult: true))), StringComparison.Ordinal);
        Assert.Contains("saved a value, now a display", Assert.Single(Compare(saved, CellOutput.Shown(MimeBundle.OfText("a"), isResult: false))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_varying_cell_is_passed_over_and_a_missing_count_is_not()
    {
        var one = new Cell { Id = "a", Kind = CellKind.Code, Source = "", ExecutionCount = 1, Outputs = [CellOutput.Printed("stdout", "1")] };
        var other = one with { Outputs = [CellOutput.Printed("stdout", "2")] };
        Assert.Single(OutputComparer.Compare(new([one]), new([other])));
        Assert.Empty(OutputComparer.Compare(new([one with { Tags = [CellTag.Varies] }]), new([other])));
        Assert.Equal(["cell 1: execution count: saved none, now 1"], OutputComparer.Compare(new([one with { ExecutionCount = null }]), new([one])));
    }

    static CellOutput Figure(string json) => CellOutput.Shown(MimeBundle.OfText("a figure").With(Plotly, json), isResult: true);

    static IReadOnlyList<string> Compare(CellOutput saved, CellOutput now) => OutputComparer.Compare(Of(saved), Of(now));

    static Notebook Of(CellOutput output) => new([new Cell { Id = "a", Kind = CellKind.Code, Source = "", ExecutionCount = 1, Outputs = [output] }]);
}
