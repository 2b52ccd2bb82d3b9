using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backprop.Teaching.Notebooks.Tests;

/// <summary>Each lesson in one child process: as committed, then its exercises with wrong answers, then with the solutions.</summary>
public class LessonRunTests
{
    // the line that the cells made here print beside what the check shows
    const string Verdict = "status: ";

    [Theory]
    [MemberData(nameof(LessonFile.All), MemberType = typeof(LessonFile))]
    public void A_lesson_runs_as_committed_and_its_exercises_tell_wrong_from_right(string name)
    {
        var lesson = LessonFile.Read(name);
        var wrong = lesson.WrongAnswers();
        var tries = wrong.Select(answer => Checked(Answered(lesson.Checks.Single(cell => cell.Id == answer.Cell), answer.Answer)))
            .Concat(lesson.Solutions.Select(cell => Checked(SolutionCell.Uncomment(cell.Source))));

        // beside the lessons, so that files are found as from there
        var folder = Directory.CreateDirectory(Path.Combine(Lab.Root, "artifacts"));
        var file = Path.Combine(folder.FullName, $"{name}.with-answers.ipynb");
        lesson.Notebook.With(lesson.Notebook.Cells.Concat(tries.Select((code, n) => new Cell { Id = "try-" + n.ToString(CultureInfo.InvariantCulture), Kind = CellKind.Code, Source = code }))).Save(file);
        var (exit, output, complaint) = Lab.Backprop("notebook", "run", file, "--save");
        var run = Notebook.Read(file);
        File.Delete(file);
        Assert.True(exit == 0, output + complaint);

        var committed = lesson.Notebook.Cells.Count;
        Assert.Equal("", string.Join('\n', OutputComparer.Compare(lesson.Notebook, run.With(run.Cells.Take(committed)))));
        Assert.All(lesson.Checks, cell => Assert.Contains("missing", TextOf(cell), StringComparison.Ordinal));
        foreach (var (answer, cell) in wrong.Zip(run.Cells.Skip(committed)))
        {
            var said = TextOf(cell);
            Assert.True(!said.Contains(Verdict + nameof(CheckStatus.Right), StringComparison.Ordinal) && !said.Contains(Verdict + nameof(CheckStatus.Missing), StringComparison.Ordinal), $"{name}, {answer.Cell}: {answer.Answer} ({answer.Mistake}) should be wrong:\n{said}");
            if (answer.Says is not null) Assert.Contains(answer.Says, said, StringComparison.Ordinal);
        }
        foreach (var (solution, cell) in lesson.Solutions.Zip(run.Cells.Skip(committed + wrong.Count)))
            Assert.True(TextOf(cell).Contains(Verdict + nameof(CheckStatus.Right), StringComparison.Ordinal), $"{name}, {solution.Id}: the solution should be right:\n{TextOf(cell)}");
    }

    [Theory]
    [MemberData(nameof(LessonFile.All), MemberType = typeof(LessonFile))]
    public void Each_exercise_has_a_solution_and_two_typical_wrong_answers(string name)
    {
        var lesson = LessonFile.Read(name);
        var ids = lesson.Checks.Select(cell => cell.Id).ToList();
        Assert.Equal(ids, lesson.Solutions.Select(cell => cell.Id.Replace("solution", "check", StringComparison.Ordinal)));
        Assert.All(lesson.WrongAnswers(), answer => Assert.Contains(answer.Cell, ids));
        Assert.Equal([], ids.Where(id => lesson.WrongAnswers().Where(answer => answer.Cell == id).DistinctBy(answer => answer.Answer).Count() < 2));
    }

    static string Answered(Cell check, string answer)
    {
        var at = check.Source.IndexOf("\"?\"", StringComparison.Ordinal);
        Assert.True(at >= 0, $"{check.Id}: expected a variable that starts as \"?\"");
        return check.Source[..at] + answer + check.Source[(at + 3)..];
    }

    // the same cell, which also prints the status of the check that it ends with
    static string Checked(string code)
    {
        var tree = CSharpSyntaxTree.ParseText(code, new CSharpParseOptions(kind: Microsoft.CodeAnalysis.SourceCodeKind.Script));
        var last = tree.GetCompilationUnitRoot().Members.OfType<GlobalStatementSyntax>().Last().Statement;
        var check = Assert.IsType<ExpressionStatementSyntax>(last).Expression;
        return $"{code[..check.SpanStart]}var verdict = {check};\nConsole.WriteLine(\"{Verdict}\" + verdict.Status);\nverdict";
    }

    static string TextOf(Cell cell) => string.Join('\n', cell.Outputs.Select(output => output.Bundle?.Text ?? output.Text));
}
