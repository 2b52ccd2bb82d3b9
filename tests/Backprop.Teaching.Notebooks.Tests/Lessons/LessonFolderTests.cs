namespace Backprop.Teaching.Notebooks.Tests;

public sealed class LessonFolderTests : IDisposable
{
    readonly Lab lab = new();
    readonly string source;
    readonly string target;

    public LessonFolderTests()
    {
        (source, target) = (lab["notebooks"], lab["mine"]);
        Directory.CreateDirectory(source);
        Write("00-first.ipynb", "// answer = 1;");
        Write("01-second.ipynb", "// answer = 2;");
        File.WriteAllText(Path.Combine(source, "README.md"), "Begin with 00.\n");
    }

    public void Dispose() => lab.Dispose();

    [Fact]
    public void The_student_edition_has_no_solutions_outputs_or_counts_and_the_instructors_has_all_of_them()
    {
        LessonFolder.LayOut(source, target, LessonEdition.Student);
        var lesson = Notebook.Read(At("00-first.ipynb"));
        Assert.Equal(["Think.", "1 + 1"], lesson.Cells.Select(cell => cell.Source));
        Assert.All(lesson.Cells, cell => Assert.Equal((null, 0), (cell.ExecutionCount, cell.Outputs.Count)));
        Assert.Equal("Begin with 00.\n", File.ReadAllText(At("README.md")));

        LessonFolder.LayOut(source, lab["full"], LessonEdition.Instructor);
        Assert.Equal(File.ReadAllText(Path.Combine(source, "00-first.ipynb")), File.ReadAllText(Path.Combine(lab["full"], "00-first.ipynb")));
    }

    [Fact]
    public void The_student_edition_folds_what_was_to_be_predicted_and_the_instructors_does_not()
    {
        var lesson = new Notebook([
            new() { Id = "p", Kind = CellKind.Code, Source = "1 + 1", Tags = [CellTag.Predict] },
            new() { Id = "m", Kind = CellKind.Markdown, Source = "Two.\n\nAnd on." },
            new() { Id = "n", Kind = CellKind.Markdown, Source = "Three.\n\nAnd on." },
        ]);
        File.WriteAllText(Path.Combine(source, "00-first.ipynb"), lesson.ToJson());
        LessonFolder.LayOut(source, target, LessonEdition.Student);
        Assert.Equal(["1 + 1", "<details><summary>After the cell has run</summary>\n\nTwo.\n\n</details>\n\nAnd on.", "Three.\n\nAnd on."], Notebook.Read(At("00-first.ipynb")).Cells.Select(cell => cell.Source));
        LessonFolder.LayOut(source, lab["full"], LessonEdition.Instructor);
        Assert.Equal(lesson.Cells.Select(cell => cell.Source), Notebook.Read(Path.Combine(lab["full"], "00-first.ipynb")).Cells.Select(cell => cell.Source));
    }

    [Fact]
    public void A_changed_file_is_kept_to_the_byte_whatever_is_laid_out_over_it()
    {
        LessonFolder.LayOut(source, target, LessonEdition.Student);
        File.AppendAllText(At("00-first.ipynb"), " ");
        var mine = File.ReadAllBytes(At("00-first.ipynb"));
        foreach (var edition in (LessonEdition[])[LessonEdition.Student, LessonEdition.Instructor, LessonEdition.Student])
        {
            Assert.Equal(LaidOutState.Kept, State(LessonFolder.LayOut(source, target, edition), "00-first.ipynb"));
            Assert.Equal(mine, File.ReadAllBytes(At("00-first.ipynb")));
        }
    }

    [Fact]
    public void A_file_as_it_was_laid_out_follows_the_lesson()
    {
        Assert.All(LessonFolder.LayOut(source, target, LessonEdition.Student), file => Assert.Equal(LaidOutState.New, file.State));
        Assert.All(LessonFolder.LayOut(source, target, LessonEdition.Student), file => Assert.Equal(LaidOutState.Same, file.State));
        Write("01-second.ipynb", "// answer = 3;", "2 + 2");
        var files = LessonFolder.LayOut(source, target, LessonEdition.Student);
        Assert.Equal((LaidOutState.Same, LaidOutState.Updated), (State(files, "00-first.ipynb"), State(files, "01-second.ipynb")));
        Assert.Equal("2 + 2", Notebook.Read(At("01-second.ipynb")).Cells[1].Source);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("no JSON")]
    [InlineData("[]")]
    public void Without_its_register_every_file_that_differs_is_kept(string? register)
    {
        LessonFolder.LayOut(source, target, LessonEdition.Student);
        if (register is null) File.Delete(At(".lessons.json"));
        else File.WriteAllText(At(".lessons.json"), register);
        Write("01-second.ipynb", "// answer = 3;", "2 + 2");
        var files = LessonFolder.LayOut(source, target, LessonEdition.Student);
        Assert.Equal((LaidOutState.Same, LaidOutState.Kept), (State(files, "00-first.ipynb"), State(files, "01-second.ipynb")));
    }

    [Fact]
    public void A_broken_lesson_and_the_lessons_own_folder_write_nothing()
    {
        Assert.Contains("expected another one to work in", Assert.Throws<IOException>(() => LessonFolder.LayOut(source, source + "/", LessonEdition.Student)).Message, StringComparison.Ordinal);
        File.WriteAllText(lab["file"], "");
        Assert.Contains("found a file, expected a folder", Assert.Throws<IOException>(() => LessonFolder.LayOut(source, lab["file"], LessonEdition.Student)).Message, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(source, "02-broken.ipynb"), "{");
        Assert.Throws<InvalidDataException>(() => LessonFolder.LayOut(source, target, LessonEdition.Student));
        Assert.False(Directory.Exists(target));
    }

    void Write(string name, string solution, string code = "1 + 1") => new Notebook(
    [
        new() { Id = "think", Kind = CellKind.Markdown, Source = "Think." },
        new() { Id = "count", Kind = CellKind.Code, Source = code, ExecutionCount = 1, Outputs = [CellOutput.Shown(MimeBundle.OfText("2"), isResult: true)] },
        new() { Id = "solution-1", Kind = CellKind.Code, Source = solution, Tags = [CellTag.Solution], ExecutionCount = 2 },
    ]).Save(Path.Combine(source, name));

    string At(string name) => Path.Combine(target, name);

    static LaidOutState State(IReadOnlyList<LaidOutFile> files, string name) => files.Single(file => Path.GetFileName(file.Path) == name).State;
}
