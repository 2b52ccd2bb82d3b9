using System.Globalization;
using System.Net;
using System.Text;

namespace Backprop.Teaching.Notebooks;

/// <summary>A notebook with its outputs as one HTML file that works offline: formulas, figures, contents, a presenter view, a print style.</summary>
/// <remarks>
/// Outputs are the notebook's own HTML as it is; everything else is escaped, HTML inside Markdown too. Without script the figures
/// are still and the formulas of Markdown stand as their LaTeX source; the page's policy forbids it to ask for anything from outside.
/// </remarks>
public static class NotebookPage
{
    // only what stands in the page, or in files beside it
    const string Policy = "default-src 'none'; script-src 'unsafe-inline' 'self' file:; style-src 'unsafe-inline'; img-src 'self' file: data: blob:; font-src data:; base-uri 'none'; form-action 'none'";

    /// <summary>The page of a notebook, everything embedded, without neighbours.</summary>
    /// <param name="notebook">The notebook, run or not.</param>
    /// <param name="name">The notebook's name, used as the title where it has no heading.</param>
    /// <returns>An HTML document.</returns>
    public static string Write(Notebook notebook, string name)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        ArgumentNullException.ThrowIfNull(name);
        return Write(notebook, name, PageLinks.None, sharedAssets: false);
    }

    internal static string Write(Notebook notebook, string name, PageLinks links, bool sharedAssets)
    {
        var body = new PageBody(notebook);
        var page = new StringBuilder(Head(body.Headings.Count > 0 ? body.Headings[0].Text : name));
        page.Append("<body>\n<a class=\"skip\" href=\"#content\">Skip to the text</a>\n<header class=\"bar\">\n").Append(links.Bar());
        page.Append("<div class=\"tools unseen\"><button type=\"button\" data-does=\"present\">Present <kbd>p</kbd></button> <button type=\"button\" data-does=\"theme\">Light or dark <kbd>d</kbd></button></div>\n</header>\n");
        page.Append(Contents(body.Headings)).Append("<main id=\"content\">\n").Append(body.Html).Append("</main>\n").Append(links.Ends()).Append(Stage);
        if (body.HasFigures) page.Append(Library(PageAssets.Plotly, sharedAssets));
        if (body.HasFormulas) page.Append(Library(PageAssets.Katex, sharedAssets));
        return page.Append(Script()).Append("</body>\n</html>\n").ToString();
    }

    internal static string Head(string title) =>
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        + $"<meta http-equiv=\"Content-Security-Policy\" content=\"{Policy}\">\n<title>{WebUtility.HtmlEncode(title)}</title>\n<style>\n{PageAssets.Style}</style>\n</head>\n";

    internal static string Script() => $"<script>\n{PageAssets.Script}</script>\n";

    const string Stage = """
        <div class="stage" role="toolbar" aria-label="presenter view">
        <button type="button" data-does="back" aria-label="one step back">←</button>
        <progress value="0" max="1" aria-label="how far"></progress>
        <span class="where" aria-live="polite"></span>
        <button type="button" data-does="next" aria-label="one step on">→</button>
        <button type="button" data-does="leave">Leave <kbd>Esc</kbd></button>
        </div>

        """;

    static string Contents(IReadOnlyList<PageHeading> headings)
    {
        if (headings.Count < 2) return "";
        var items = headings.Where(heading => heading.Level <= 3).Select(heading => $"<li class=\"level{heading.Level.ToString(CultureInfo.InvariantCulture)}\"><a href=\"#{WebUtility.HtmlEncode(heading.Id)}\">{heading.Html}</a></li>\n");
        return $"<nav class=\"contents\" aria-label=\"contents\">\n<details open><summary>Contents</summary>\n<ul>\n{string.Concat(items)}</ul>\n</details>\n</nav>\n";
    }

    // as text that costs nothing until the page's script needs it; empty where this build has none
    internal static string Library(string name, bool isShared) =>
        !PageAssets.Has(name) ? ""
        : isShared ? $"<script type=\"text/plain\" id=\"library-{name}\" data-src=\"{PageAssets.SharedFolder}/{name}.js\"></script>\n"
        : $"<script type=\"text/plain\" id=\"library-{name}\">{PageAssets.Read(name)}</script>\n";
}
