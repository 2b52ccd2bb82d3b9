namespace Backprop.Teaching.Cli;

/// <summary>What stands for an example on the command line: a file, or the name of an example of the lessons.</summary>
static class ExampleArgument
{
    /// <summary>The description of such an argument.</summary>
    public const string Description = "JSON in the schema backprop-golden/1, an answer sheet with givens, or the name of an example of the lessons, such as mazur-2-2-2";

    /// <summary>Reads it. A file of that name comes before an example of that name.</summary>
    public static Example Read(string text)
    {
        if (File.Exists(text) || Directory.Exists(text)) return AnswerSheet.ReadExample(text);
        if (Examples.Find(text) is { } example) return example;
        // a pipe exists for neither of the two questions
        if (text.Contains('.', StringComparison.Ordinal) || text.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal)) return AnswerSheet.ReadExample(text);
        var names = Examples.All.Select(each => each.Name).ToList();
        throw new InvalidInputException("", "", "no such file", "an example file, or " + (NearestName.Of(text, names) ?? "one of the examples " + string.Join(", ", names)), text);
    }
}
