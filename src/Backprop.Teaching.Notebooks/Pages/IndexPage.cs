using System.Net;
using System.Text;

namespace Backprop.Teaching.Notebooks;

/// <summary>The page over all notebooks: each with its title, what it teaches and its minutes.</summary>
static class IndexPage
{
    public static string Write(IReadOnlyList<PageLink> links, IReadOnlyList<LessonSummary> summaries, bool sharedAssets)
    {
        var page = new StringBuilder(NotebookPage.Head("Lessons"));
        page.Append("<body>\n<header class=\"bar\">\n<div></div>\n<div class=\"tools unseen\"><button type=\"button\" data-does=\"theme\">Light or dark <kbd>d</kbd></button></div>\n</header>\n<main>\n<h1>Lessons</h1>\n<ol class=\"lessons\">\n");
        foreach (var (link, summary) in links.Zip(summaries))
        {
            page.Append("<li><h2><a href=\"").Append(Escape(link.Address)).Append("\">").Append(link.TitleHtml).Append("</a></h2>\n");
            if (summary.ParagraphHtml.Length > 0) page.Append("<p>").Append(summary.ParagraphHtml).Append("</p>\n");
            page.Append("<p class=\"minutes\">").Append(summary.Minutes is { } minutes ? $"{Escape(minutes)} minutes · " : "").Append("<a href=\"").Append(Escape(link.Address)).Append("?present\" aria-label=\"present ").Append(Escape(summary.Title)).Append("\">present</a></p></li>\n");
        }
        page.Append("</ol>\n</main>\n");
        if (summaries.Any(summary => summary.HasFormulas)) page.Append(NotebookPage.Library(PageAssets.Katex, sharedAssets));
        return page.Append(NotebookPage.Script()).Append("</body>\n</html>\n").ToString();
    }

    static string Escape(string text) => WebUtility.HtmlEncode(text);
}
