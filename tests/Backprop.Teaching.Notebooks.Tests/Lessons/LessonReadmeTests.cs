using System.Text.RegularExpressions;

namespace Backprop.Teaching.Notebooks.Tests;

/// <summary>What the lessons and their README say of one another.</summary>
public partial class LessonReadmeTests
{
    const int Terms = 25;

    static string Readme => File.ReadAllText(Path.Combine(LessonFile.Folder, "README.md"));

    [Theory]
    [MemberData(nameof(LessonFile.All), MemberType = typeof(LessonFile))]
    public void The_readme_gives_each_lesson_with_its_title_and_its_minutes(string name)
    {
        var title = LessonFile.Read(name).Notebook.Cells[0].Source;
        var minutes = Minutes().Match(title).Groups[1].Value;
        var heading = title.Split('\n')[0][2..];
        Assert.Contains($"| [{heading}]({name}.ipynb) | {minutes} |", Readme, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(LessonFile.All), MemberType = typeof(LessonFile))]
    public void A_lesson_links_to_files_that_are_there_and_to_lessons_of_the_readme(string name)
    {
        var lessons = Links(Readme).ToHashSet();
        var links = LessonFile.Read(name).Notebook.Cells.Where(cell => cell.Kind == CellKind.Markdown).SelectMany(cell => Links(cell.Source));
        Assert.Equal([], links.Where(link => !File.Exists(Path.Combine(LessonFile.Folder, link)) && !(link.EndsWith(".ipynb", StringComparison.Ordinal) && lessons.Contains(link))));
    }

    [Fact]
    public void The_glossary_has_25_terms_in_three_languages()
    {
        var rows = Readme[Readme.IndexOf("| English | 中文 | русский |", StringComparison.Ordinal)..].Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).Select(row => row.Split('|', StringSplitOptions.TrimEntries)).ToList();
        Assert.Equal(Terms, rows.Count);
        Assert.All(rows, row =>
        {
            Assert.Matches("^[A-Za-z, ()-]+$", row[1]);
            Assert.Matches("^[\\u4e00-\\u9fff、()]+$", row[2]);
            Assert.Matches("^[а-яё, ()-]+$", row[3]);
        });
    }

    // without addresses and places on the same page; what stands in code, such as df[0](z[0]), is no link
    static IEnumerable<string> Links(string markdown) => Link().Matches(Code().Replace(markdown, "")).Select(match => match.Groups[1].Value.Split('#')[0]).Where(link => link.Length > 0 && !link.Contains(':', StringComparison.Ordinal));

    [GeneratedRegex("`[^`\n]*`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\*\*Time\*\* about (\d+) minutes")]
    private static partial Regex Minutes();
}
