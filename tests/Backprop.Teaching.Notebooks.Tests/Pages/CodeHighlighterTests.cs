using System.Net;
using System.Text.RegularExpressions;

namespace Backprop.Teaching.Notebooks.Tests;

public class CodeHighlighterTests
{
    public static TheoryData<string> Sources =>
    [
        "", "\n", "var x = 1;  // one\nx", "#r \"nuget: Backprop.Teaching\"\nusing Backprop.Teaching;", "Console.WriteLine($\"a {x + 1:0.0} b\");", "if (a < b && c > d) { /* two\nlines */ }",
        "\"\"\"raw <b>\"\"\"", "#!magic\n1", "\"not closed", "int Square(int x) => x * x;", "for (", "<script>alert(1)</script>", "public record R(double X) { public List<double> Y { get; } = []; }", "🙂 'x' @\"a\"\"b\"",
    ];

    [Theory]
    [MemberData(nameof(Sources))]
    public void What_is_read_is_the_source(string source) =>
        Assert.Equal(source, WebUtility.HtmlDecode(Regex.Replace(CodeHighlighter.Write(source), "</?span[^>]*>", "")));

    [Fact]
    public void Keywords_types_calls_texts_numbers_and_comments_are_told_apart()
    {
        var html = CodeHighlighter.Write("#r \"a\"\nvar list = new List<double>(); // why\nlist.Add(1.5); Show(\"x\"); int Twice(int n) => 2 * n; a.b.Run()");
        foreach (var expected in (string[])[
            "<span class=\"d\">#r &quot;a&quot;</span>", "<span class=\"k\">var</span>", "<span class=\"k\">new</span>", "<span class=\"t\">List</span>", "<span class=\"k\">double</span>", "<span class=\"c\">// why</span>",
            "list.<span class=\"m\">Add</span>(<span class=\"n\">1.5</span>)", "<span class=\"m\">Show</span>(<span class=\"s\">&quot;x&quot;</span>)", "<span class=\"m\">Twice</span>", "a.b.<span class=\"m\">Run</span>()"])
            Assert.Contains(expected, html, StringComparison.Ordinal);
    }
}
