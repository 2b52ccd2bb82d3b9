using System.Text.RegularExpressions;

namespace Backprop.Teaching.Notebooks;

/// <summary>What a notebook says of itself: its first heading, its first paragraph (both as HTML without links), and its minutes if its first words state them.</summary>
sealed partial record LessonSummary(string Title, string TitleHtml, string ParagraphHtml, string? Minutes, bool HasFormulas)
{
    public static LessonSummary Of(Notebook notebook, string name)
    {
        var markdown = new PageMarkdown();
        var cells = notebook.Cells.Where(cell => cell.Kind == CellKind.Markdown).ToList();
        foreach (var cell in cells) markdown.Write(cell);
        var heading = markdown.Headings.Count > 0 ? markdown.Headings[0] : new(1, "", name, System.Net.WebUtility.HtmlEncode(name));
        var paragraph = cells.Select(cell => PageMarkdown.FirstParagraph(cell.Source)).FirstOrDefault(text => text is not null) ?? "";
        var minutes = cells.Take(1).Select(cell => StatedMinutes().Match(cell.Source)).FirstOrDefault(match => match.Success);
        return new(heading.Text, heading.Html, paragraph, minutes?.Groups[1].Value, (heading.Html + paragraph).Contains("class=\"math\"", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\b(\d+(?: ?(?:-|–|to) ?\d+)?) ?(?:minutes|min)\b", RegexOptions.IgnoreCase)]
    private static partial Regex StatedMinutes();
}
