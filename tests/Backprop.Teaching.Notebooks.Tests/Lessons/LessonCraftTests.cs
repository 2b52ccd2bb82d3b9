using System.Text.RegularExpressions;

namespace Backprop.Teaching.Notebooks.Tests;

/// <summary>The rules of a good lesson that can be counted.</summary>
public partial class LessonCraftTests
{
    const int MostBytes = 500_000;
    const int MostLines = 15;

    // shorter than the others: one question each
    static readonly string[] Short = ["04", "05", "06", "08"];

    [Theory]
    [MemberData(nameof(LessonFile.All), MemberType = typeof(LessonFile))]
    public void A_lesson_is_saved_by_the_runner_and_small(string name)
    {
        var lesson = LessonFile.Read(name);
        // kernelspec, order of keys, nothing beside what the runner writes
        Assert.Equal(lesson.Notebook.ToJson(), File.ReadAllText(lesson.Path));
        Assert.InRange(new FileInfo(lesson.Path).Length, 1, MostBytes);
        Assert.Equal(Enumerable.Range(1, lesson.Code.Count), lesson.Code.Select(cell => cell.ExecutionCount ?? 0));
        Assert.All(lesson.Notebook.Cells, cell => Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", cell.Id));
        Assert.Equal(lesson.Notebook.Cells.Count, lesson.Notebook.Cells.Select(cell => cell.Id).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(LessonFile.All), MemberType = typeof(LessonFile))]
    public void A_lesson_has_short_cells_one_thought_each(string name)
    {
        var lesson = LessonFile.Read(name);
        var lengths = lesson.Code.Select(cell => cell.Source.Split('\n').Length).Order().ToList();
        Assert.InRange(lengths.Count, Short.Contains(name[..2]) ? 10 : 20, 40);
        Assert.InRange(lengths[^1], 1, MostLines);
        Assert.InRange((lengths[lengths.Count / 2] + lengths[(lengths.Count - 1) / 2]) / 2.0, 2, 4);
        // a name means one thing from the first cell to the last
        var declared = lesson.Code.Where(cell => !cell.Is(CellTag.Solution)).SelectMany(cell => Declaration().Matches(cell.Source).Select(match => match.Groups[1].Value));
        Assert.Equal([], declared.GroupBy(each => each).Where(group => group.Count() > 1).Select(group => group.Key));
        Assert.All(lesson.Code, cell => Assert.NotEqual("", cell.Source.Trim()));
    }

    [Theory]
    [MemberData(nameof(LessonFile.All), MemberType = typeof(LessonFile))]
    public void A_lesson_begins_and_ends_as_all_do(string name)
    {
        var cells = LessonFile.Read(name).Notebook.Cells;
        Assert.Equal((CellKind.Markdown, "title"), (cells[0].Kind, cells[0].Id));
        Assert.StartsWith($"# {int.Parse(name[..2], System.Globalization.CultureInfo.InvariantCulture)} · ", cells[0].Source, StringComparison.Ordinal);
        foreach (var said in (string[])["**You need**", "**Time**"]) Assert.Contains(said, cells[0].Source, StringComparison.Ordinal);
        Assert.Equal((CellKind.Code, LessonFile.FirstCell), (cells[1].Kind, cells[1].Source));
        Assert.Equal([CellTag.Setup], cells[1].Tags);
        Assert.Single(cells, cell => cell.Is(CellTag.Setup));
        Assert.StartsWith("## Summary", cells[^1].Source, StringComparison.Ordinal);

        // one title; below it no level is skipped
        var levels = cells.Where(cell => cell.Kind == CellKind.Markdown).SelectMany(cell => Heading().Matches(cell.Source).Select(match => match.Groups[1].Length)).ToList();
        Assert.Single(levels, 1);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, "a heading skips a level"));
    }

    [Theory]
    [MemberData(nameof(LessonFile.All), MemberType = typeof(LessonFile))]
    public void An_exercise_is_its_question_an_open_answer_and_a_solution(string name)
    {
        var cells = LessonFile.Read(name).Notebook.Cells;
        var checks = cells.Select((cell, at) => (cell, at)).Where(each => each.cell.Is(CellTag.Check)).ToList();
        Assert.InRange(checks.Count, 3, 12);
        foreach (var ((check, at), n) in checks.Select((each, n) => (each, n + 1)))
        {
            Assert.Equal([$"exercise-{n}", $"check-{n}", $"solution-{n}"], cells.Skip(at - 1).Take(3).Select(cell => cell.Id));
            Assert.StartsWith($"**Exercise {n}.**", cells[at - 1].Source, StringComparison.Ordinal);
            Assert.Matches("^var \\w+ = \"\\?\";\n", check.Source);
            Assert.True(cells[at + 1].Is(CellTag.Solution));
            Assert.Contains("// ", SolutionCell.Uncomment(cells[at + 1].Source), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(LessonFile.All), MemberType = typeof(LessonFile))]
    public void A_prediction_is_asked_for_before_its_cell_and_answered_in_the_first_paragraph_after_it(string name)
    {
        var cells = LessonFile.Read(name).Notebook.Cells;
        foreach (var (_, at) in cells.Select((cell, at) => (cell, at)).Where(each => each.cell.Is(CellTag.Predict)))
        {
            Assert.Contains("**Predict.**", cells[at - 1].Source, StringComparison.Ordinal);
            Assert.True(cells[at + 1].Kind == CellKind.Markdown && PredictedAnswer.Split(cells[at + 1].Source) is var (answer, _) && !answer.EndsWith(':'), $"{cells[at + 1].Id}: found `{cells[at + 1].Source}`, expected to begin with a paragraph that says what was to be predicted");
        }
    }

    [Theory]
    [MemberData(nameof(LessonFile.All), MemberType = typeof(LessonFile))]
    public void A_figure_has_alt_text_and_a_sentence_on_what_to_notice(string name)
    {
        var cells = LessonFile.Read(name).Notebook.Cells;
        var figures = cells.Select((cell, at) => (cell, at)).Where(each => each.cell.Is(CellTag.Figure)).ToList();
        Assert.InRange(figures.Count, 4, 20);
        foreach (var (figure, at) in figures)
        {
            var html = string.Concat(figure.Outputs.Select(output => output.Bundle?.Contents.GetValueOrDefault(MimeBundle.Html)));
            Assert.Contains("role=\"img\"", html, StringComparison.Ordinal);
            foreach (Match description in Description().Matches(html)) Assert.InRange(description.Groups[1].Length, 20, 20_000);
            Assert.NotEmpty(Description().Matches(html));
            var beside = string.Concat(cells.Skip(at - 1).Take(3).Where(cell => cell.Kind == CellKind.Markdown).Select(cell => cell.Source));
            Assert.True(beside.Contains("notice", StringComparison.OrdinalIgnoreCase), $"{name}, {figure.Id}: no sentence beside it says what to notice");
        }
        // what draws is tagged
        Assert.All(cells.Where(cell => cell.Outputs.Any(output => output.Bundle?.Contents.ContainsKey(Figure.PlotlyMimeType) == true)), cell => Assert.True(cell.Is(CellTag.Figure), $"{cell.Id} draws and is not tagged figure"));
    }

    [GeneratedRegex(@"^(?:var|double|int|string|Vector<double>|Matrix<double>|Network|Example) (\w+) =", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^(#+) ", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"<desc[^>]*>([^<]*)</desc>")]
    private static partial Regex Description();
}
