using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Backprop.Teaching;

/// <summary>A sheet that was handed in: read and judged, or with what was wrong about the file. Immutable.</summary>
public sealed partial class GradedSheet
{
    GradedSheet(string file, string student, SheetReport? report, string? problem)
    {
        File = file;
        Student = student;
        Report = report;
        Problem = problem;
    }

    /// <summary>The file's name without its folder.</summary>
    public string File { get; }

    /// <summary>Whose it is: what the sheet says, otherwise the file's name without its ending.</summary>
    public string Student { get; }

    /// <summary>The judgement; null where the file could not be read.</summary>
    public SheetReport? Report { get; }

    /// <summary>Why the file could not be read: file, line, what was found and what was expected; null where it could.</summary>
    public string? Problem { get; }

    /// <summary>How many numbers are right, by themselves or given the earlier ones.</summary>
    public int RightCount => Report?.Numbers.Count(number => number.IsRight || number.Status == AnswerStatus.RightGivenYours) ?? 0;

    /// <summary>How many numbers were given.</summary>
    public int GivenCount => Report?.Numbers.Count(number => number.Status != AnswerStatus.Missing) ?? 0;

    /// <summary>How many numbers the sheet asks for.</summary>
    public int AskedCount => Report?.Numbers.Length ?? 0;

    /// <summary>What the first wrong number comes from: the ids of a mistake or of two, <c>slip</c>, <c>convention</c>, <c>unknown</c>; empty where nothing is wrong.</summary>
    public ImmutableArray<string> Causes => Report switch
    {
        null or { FirstWrong: null } => [],
        { Convention: not null } => ["convention"],
        { FirstWrong.Status: AnswerStatus.Slip or AnswerStatus.Invalid } => ["slip"],
        { Best: { } best } => best.Rules,
        _ => ["unknown"],
    };

    /// <summary>The same in words.</summary>
    public string Words => Report switch
    {
        null => Problem!,
        { FirstWrong: null } when GivenCount == 0 => "nothing is filled in",
        { FirstWrong: null } => GivenCount < AskedCount ? "nothing is wrong so far" : "all right",
        { Convention: { } convention } => $"right in another convention: {convention.Words}",
        { FirstWrong: { Status: AnswerStatus.Slip or AnswerStatus.Invalid } wrong } => wrong.Remark ?? "a slip of the pen",
        { Best: { } best } => best.Message + Also(),
        _ => "no known mistake gives it",
    };

    /// <summary>Reads and judges a sheet; a file that cannot be read is no exception but a <see cref="Problem"/>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="example">The example that sheets without givens answer; null where every sheet states its own.</param>
    /// <returns>The sheet with its judgement or problem.</returns>
    public static GradedSheet Read(string path, Example? example = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var file = Path.GetFileName(path);
        var name = Path.GetFileNameWithoutExtension(path);
        try
        {
            var sheet = AnswerSheet.Read(path, example is not null && !StatesGivens(path) ? example : null);
            return new(file, sheet.Student is { Length: > 0 } student ? student : name, SheetReport.Of(sheet), null);
        }
        catch (Exception error) when (error is InvalidInputException or NumericOverflowException)
        {
            return new(file, name, null, error is InvalidInputException ? error.Message : $"{path}: {error.Message}");
        }
    }

    string Also()
    {
        var others = Report!.Explanations.Skip(1).Select(explanation => string.Join(" and ", explanation.Rules)).Distinct().Take(3).ToList();
        return others.Count == 0 ? "" : $" Or {string.Join(", or ", others)}.";
    }

    static bool StatesGivens(string path) => Net().IsMatch(ExampleFile.ReadText(path, "an answer sheet"));

    [GeneratedRegex("^[\\s\"]*(net|network)[\\s\"]*[:,;]", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Net();
}
