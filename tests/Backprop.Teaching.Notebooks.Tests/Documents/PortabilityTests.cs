namespace Backprop.Teaching.Notebooks.Tests;

public class PortabilityTests
{
    public static TheoryData<string> Lessons
    {
        get
        {
            var lessons = Path.Combine(Lab.Root, "notebooks");
            string[] found = Directory.Exists(lessons) ? Directory.GetFiles(lessons, "*.ipynb", SearchOption.AllDirectories) : [];
            return [Lab.Sample, .. found.Order(StringComparer.Ordinal)];
        }
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public void A_lesson_uses_only_what_every_host_understands(string file)
    {
        var problems = Notebook.Read(file).Cells.Where(cell => cell.Kind == CellKind.Code)
            .SelectMany((cell, i) => PortableSubset.Problems(cell.Is(CellTag.Solution) ? SolutionCell.Uncomment(cell.Source) : cell.Source).Select(problem => $"code cell {i + 1}, {problem}"));
        Assert.Equal("", string.Join('\n', problems));
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public void A_lesson_compiles_with_what_every_host_imports(string file)
    {
        var cells = Notebook.Read(file).Cells.Where(cell => cell.Kind == CellKind.Code && !cell.Is(CellTag.RaisesException));
        Assert.Equal("", string.Join('\n', PortableCompilation.Problems(cells.Select(cell => cell.Is(CellTag.Solution) ? SolutionCell.Uncomment(cell.Source) : cell.Source))));
    }

    [Fact]
    public void What_only_our_host_imports_does_not_compile()
    {
        Assert.Empty(PortableCompilation.Problems([LessonFile.FirstCell, "Show(new List<int>().Sum())", "Vector<double>.Build.Dense(2)"]));
        Assert.Contains("code cell 2", Assert.Single(PortableCompilation.Problems([LessonFile.FirstCell, "Path.Combine(\"a\", \"b\")"])), StringComparison.Ordinal);
        Assert.Contains("code cell 1", Assert.Single(PortableCompilation.Problems(["Backpropagation.Run(null)"])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#!time")]
    [InlineData("#i \"nuget: x\"")]
    [InlineData("#load \"a.csx\"")]
    [InlineData("#r \"nuget: Plotly.NET, 5.0.0\"")]
    [InlineData("display(1);")]
    [InlineData("HTML(\"<b>\")")]
    [InlineData("x.Display();")]
    [InlineData("using Microsoft.DotNet.Interactive.Formatting;")]
    [InlineData("Formatter.Register<int>(x => \"\");")]
    [InlineData("var name = Console.ReadLine();")]
    [InlineData("namespace A { }")]
    [InlineData("using var s = new MemoryStream();")]
    public void What_only_some_hosts_understand_is_found(string code) => Assert.Single(PortableSubset.Problems("var a = 1;\n" + code));

    [Theory]
    [InlineData("#r \"nuget: Backprop.Teaching\"\nusing Backprop.Teaching;\nusing static Backprop.Teaching.Lesson;\nShow(1)")]
    [InlineData("#r \"../lib/Backprop.Teaching.dll\"\nusing M = System.Math;\nConsole.WriteLine(1);")]
    [InlineData("// display(1) would show it\nvar displayed = x.Displayed(1);")]
    public void What_all_of_them_understand_is_not(string code) => Assert.Empty(PortableSubset.Problems(code));
}
