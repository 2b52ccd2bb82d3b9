using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>A worksheet for each student of a class, each with numbers of its own, and the key of the class. Immutable.</summary>
public sealed class ClassSet : Displayable
{
    ClassSet(ImmutableArray<Worksheet> worksheets, ImmutableArray<string> fileNames)
    {
        Worksheets = worksheets;
        FileNames = fileNames;
    }

    /// <summary>The worksheets, in the order of the list of names.</summary>
    public ImmutableArray<Worksheet> Worksheets { get; }

    /// <summary>A file name without ending for each: letters, digits and hyphens, all different.</summary>
    public ImmutableArray<string> FileNames { get; }

    /// <summary>Makes the set. A student's numbers come from the plan's seed and the name alone, so that whoever joins later changes nobody's.</summary>
    /// <param name="plan">What the worksheets are about; its seed is that of the class.</param>
    /// <param name="names">The names, one a line; the same name again gets a number behind it.</param>
    /// <returns>The set.</returns>
    /// <exception cref="InvalidInputException">There is no name, or more than 500; or the plan does not fit together.</exception>
    public static ClassSet Create(WorksheetPlan plan, string names)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(names);
        plan.Check();
        var students = StudentName.Read(names);
        var seeds = StudentName.Seeds(students, plan.Seed);
        var search = new WorksheetSearch();
        return new([.. students.Select((student, n) => search.Find(plan with { Student = student, Seed = seeds[n] }))], StudentName.FileNames(students));
    }

    /// <summary>The key of all students on one page to print, each number to four digits.</summary>
    /// <returns>An HTML document.</returns>
    public string ToKeyPage() => ClassKey.Page(this);

    /// <summary>The key of all students as a table, a line for each.</summary>
    /// <returns>CSV: commas, lines that end in <c>\n</c>.</returns>
    public string ToKeyTable() => ClassKey.Table(this);

    internal override DisplayNode View() => new StackNode(
    [
        new HeadingNode($"A class of {InWords.Of(Worksheets.Length, "student")}, {Worksheets[0].Plan.Shape}"),
        new TableNode(null, ["student", "file", "seed", "mistakes told apart"],
            [.. Worksheets.Select((sheet, n) => (IReadOnlyList<DisplayCell>)[sheet.Plan.Student!, FileNames[n], InWords.Plain((int)sheet.Plan.Seed), $"{sheet.Certificate.Alone.Length} of {sheet.Certificate.MistakeCount}"])]),
    ]);
}
