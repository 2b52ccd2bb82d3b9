using System.Net;

namespace Backprop.Teaching.Notebooks;

/// <summary>Where a page leads to: the index, the page before, the page after. Each is null where there is none.</summary>
sealed record PageLinks(string? Index, PageLink? Previous, PageLink? Next)
{
    public static PageLinks None { get; } = new(null, null, null);

    /// <summary>The links at the top.</summary>
    public string Bar() => Index is null ? "<div></div>\n" : $"<nav aria-label=\"lessons\"><ul><li><a href=\"{Index}\">All lessons</a></li>{Item(Previous, "prev", "← ", "")}{Item(Next, "next", "", " →")}</ul></nav>\n";

    /// <summary>The links at the end.</summary>
    public string Ends()
    {
        if (Previous is null && Next is null) return "";
        var back = Previous is null ? "<li></li>" : Item(Previous, "prev", "← ", "");
        return $"<footer class=\"ends\"><nav aria-label=\"previous and next\"><ul>{back}{Item(Next, "next", "", " →")}</ul></nav></footer>\n";
    }

    static string Item(PageLink? link, string relation, string before, string after) =>
        link is null ? "" : $"<li><a rel=\"{relation}\" href=\"{WebUtility.HtmlEncode(link.Address)}\">{before}{link.TitleHtml}{after}</a></li>";
}
