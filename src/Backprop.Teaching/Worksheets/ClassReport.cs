using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>What a class handed in: who got how far, what is the first wrong number, which mistake explains it; and how often each mistake was made. Immutable.</summary>
public sealed class ClassReport : Displayable
{
    static readonly string[] Columns = ["student", "file", "right", "given", "asked", "first wrong", "line", "mistakes", "in words"];

    ClassReport(ImmutableArray<GradedSheet> sheets)
    {
        Sheets = sheets;
        Causes =
        [
            .. sheets.SelectMany(sheet => sheet.Causes.Select(cause => cause.Split('@')[0]).Distinct().Select(cause => (Cause: cause, sheet.Student)))
                .GroupBy(each => each.Cause).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new CauseCount(group.Key, WordsOf(group.Key), [.. group.Select(each => each.Student)])),
        ];
    }

    /// <summary>Every sheet, in the order of the files' names.</summary>
    public ImmutableArray<GradedSheet> Sheets { get; }

    /// <summary>What the first wrong numbers come from, the most frequent first. Of two mistakes on one sheet each counts.</summary>
    public ImmutableArray<CauseCount> Causes { get; }

    /// <summary>The sheets that could not be read.</summary>
    public IEnumerable<GradedSheet> Unreadable => Sheets.Where(sheet => sheet.Report is null);

    /// <summary>A report on some sheets.</summary>
    /// <param name="sheets">The sheets.</param>
    /// <returns>The report.</returns>
    public static ClassReport Of(IEnumerable<GradedSheet> sheets)
    {
        ArgumentNullException.ThrowIfNull(sheets);
        return new([.. sheets.OrderBy(sheet => Path.GetFileNameWithoutExtension(sheet.File), StringComparer.Ordinal).ThenBy(sheet => sheet.File, StringComparer.Ordinal)]);
    }

    /// <summary>How many sheets each mistake explains, as bars.</summary>
    /// <returns>A figure; null where nothing is wrong on any sheet.</returns>
    public Figure? Histogram()
    {
        if (Causes.IsEmpty) return null;
        var bars = new BarTrace("", [.. Causes.Select((_, n) => (double)n)], [.. Causes.Select(cause => (double)cause.Students.Length)])
        {
            Labels = [.. Causes.Select(cause => InWords.Plain(cause.Students.Length))],
        };
        var alt = $"Causes of the first wrong number in {InWords.Of(Sheets.Length, "sheet")}: {string.Join(", ", Causes.Select(cause => $"{cause.Cause} {cause.Students.Length}"))}.";
        return new("What the first wrong numbers come from", alt, new FigurePanel(new("mistake") { Labels = [.. Causes.Select(cause => cause.Cause)] }, new("sheets"), bars));
    }

    /// <summary>One line for each sheet. A text that a spreadsheet would take for a formula has an apostrophe before it.</summary>
    /// <returns>CSV: commas, lines that end in <c>\n</c>.</returns>
    public string ToTable()
    {
        var csv = new CsvWriter();
        csv.Line(Columns);
        foreach (var sheet in Sheets)
        {
            var wrong = sheet.Report?.FirstWrong?.Answer;
            string[] counts = sheet.Report is null ? ["", "", ""] : [InWords.Plain(sheet.RightCount), InWords.Plain(sheet.GivenCount), InWords.Plain(sheet.AskedCount)];
            csv.Line([sheet.Student, sheet.File, .. counts, wrong?.Label ?? "", wrong is null ? "" : InWords.Plain(wrong.Line), sheet.Report is null ? "unreadable" : string.Join(" ", sheet.Causes), sheet.Words]);
        }
        return csv.ToString();
    }

    /// <summary>The report to read and to print: one self-contained HTML file.</summary>
    /// <returns>An HTML document.</returns>
    public string ToPage() => ClassReportPage.Write(this);

    /// <summary>Whether a file begins as the table of a report does.</summary>
    internal static bool IsTable(string path)
    {
        var header = System.Text.Encoding.UTF8.GetBytes(string.Join(',', Columns) + "\n");
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var start = new byte[header.Length];
        return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.AsSpan().SequenceEqual(header);
    }

    // one sentence over everything
    internal string Summary
    {
        get
        {
            var read = Sheets.Where(sheet => sheet.Report is not null).ToList();
            var (right, wrong) = (read.Count(sheet => sheet.Report!.Verdict == SheetVerdict.Right), read.Count(sheet => sheet.Report!.FirstWrong is not null));
            var bad = Sheets.Length - read.Count;
            return $"{InWords.Of(Sheets.Length, "sheet")}: {InWords.Plain(right)} all right, {InWords.Plain(wrong)} with something wrong, {InWords.Plain(read.Count - right - wrong)} right so far and not finished"
                + (bad > 0 ? $", {InWords.Plain(bad)} that could not be read." : ".");
        }
    }

    internal override DisplayNode View()
    {
        var nodes = new List<DisplayNode>
        {
            new HeadingNode(Summary),
            new TableNode(null, ["student", "right", "first wrong", "mistake", "in words"], [.. Sheets.Where(sheet => sheet.Report is not null).Select(Row)]),
        };
        if (Histogram() is { } figure)
        {
            nodes.Add(new TableNode("what the first wrong numbers come from", ["mistake", "sheets", "in words"], [.. Causes.Select(cause => (IReadOnlyList<DisplayCell>)[cause.Cause, InWords.Plain(cause.Students.Length), cause.Words])]));
            nodes.Add(new DetailsNode("As a figure", figure.View));
        }
        if (Unreadable.Any()) nodes.Add(new HeadingNode("Not read"));
        nodes.AddRange(Unreadable.Select(sheet => new TextNode(sheet.Problem!)));
        return new StackNode(nodes);
    }

    static List<DisplayCell> Row(GradedSheet sheet) =>
    [
        Excerpt.Of(sheet.Student), $"{sheet.RightCount} of {sheet.AskedCount}", sheet.Report!.FirstWrong is { } wrong ? $"line {wrong.Answer.Line}, {wrong.Answer.Label}" : "",
        string.Join(" ", sheet.Causes), sheet.Words,
    ];

    static string WordsOf(string cause) => cause switch
    {
        "slip" => "a slip of the pen, or no number",
        "convention" => "right in another convention",
        "unknown" => "no known mistake gives it",
        _ => MisconceptionCatalogue.Find(cause).Words,
    };
}
