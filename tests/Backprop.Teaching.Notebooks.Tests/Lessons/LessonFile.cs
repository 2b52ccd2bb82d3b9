namespace Backprop.Teaching.Notebooks.Tests;

/// <summary>A lesson of the folder <c>notebooks</c> with its exercises.</summary>
sealed class LessonFile
{
    public const string FirstCell = """
        #r "nuget: Backprop.Teaching"
        using Backprop.Teaching;
        using static Backprop.Teaching.Lesson;
        using MathNet.Numerics.LinearAlgebra;
        """;

    LessonFile(string path)
    {
        Path = path;
        Notebook = Notebook.Read(path);
    }

    public static string Folder { get; } = System.IO.Path.Combine(Lab.Root, "notebooks");

    /// <summary>The names of all lessons, without ending.</summary>
    public static TheoryData<string> All => [.. Directory.GetFiles(Folder, "*.ipynb").Select(file => System.IO.Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    public string Path { get; }

    public Notebook Notebook { get; }

    public IReadOnlyList<Cell> Code => [.. Notebook.Cells.Where(cell => cell.Kind == CellKind.Code)];

    public IReadOnlyList<Cell> Checks => [.. Notebook.Cells.Where(cell => cell.Is(CellTag.Check))];

    public IReadOnlyList<Cell> Solutions => [.. Notebook.Cells.Where(cell => cell.Is(CellTag.Solution))];

    public static LessonFile Read(string name) => new(System.IO.Path.Combine(Folder, name + ".ipynb"));

    /// <summary>The file as text: the answers that are typical and wrong, <c>check-1 | [answer as C#] | the mistake | what the check must say</c> (the last may be left out).</summary>
    public IReadOnlyList<WrongAnswer> WrongAnswers()
    {
        var file = System.IO.Path.Combine(Lab.Root, "tests", "Backprop.Teaching.Notebooks.Tests", "Lessons", "wrong-answers", System.IO.Path.GetFileNameWithoutExtension(Path) + ".txt");
        return File.Exists(file) ? [.. File.ReadAllLines(file).Where(line => line.Length > 0).Select(WrongAnswer.Parse)] : [];
    }
}
