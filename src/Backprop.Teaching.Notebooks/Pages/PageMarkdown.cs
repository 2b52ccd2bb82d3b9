using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Backprop.Teaching.Notebooks;

/// <summary>The Markdown of a notebook's cells as HTML: nothing in it is markup of its own, code is highlighted, formulas stand as <c>$…$</c> for KaTeX.</summary>
sealed class PageMarkdown
{
    static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseAutoIdentifiers().UsePipeTables().UseMathematics().DisableHtml().Build();

    readonly List<PageHeading> headings = [];

    /// <summary>The headings of all cells so far.</summary>
    public IReadOnlyList<PageHeading> Headings => headings;

    /// <summary>Whether there was a formula.</summary>
    public bool HasFormulas { get; private set; }

    /// <summary>Its top-level blocks as HTML, in pieces that each begin with a heading, but for the first, which may not.</summary>
    public IReadOnlyList<string> Write(Cell cell)
    {
        var document = Markdown.Parse(cell.Source, Pipeline);
        foreach (var link in document.Descendants<LinkInline>()) link.Url = Address(link.Url ?? "", link.IsImage, cell.Attachments);
        foreach (var heading in document.Descendants<HeadingBlock>()) Register(heading);
        HasFormulas |= document.Descendants<MathInline>().Any() || document.Descendants<MathBlock>().Any();
        var pieces = new List<StringBuilder>();
        foreach (var block in document)
        {
            if (pieces.Count == 0 || (block is HeadingBlock && !IsHeadingOnly(document, block))) pieces.Add(new());
            pieces[^1].Append(Html(renderer => renderer.Render(block)));
        }
        return [.. pieces.Select(piece => piece.ToString())];
    }

    /// <summary>The first paragraph outside lists and quotations as HTML without links; null if there is none.</summary>
    public static string? FirstParagraph(string source) => Markdown.Parse(source, Pipeline).OfType<ParagraphBlock>().FirstOrDefault() is { } paragraph ? WithoutLinks(paragraph) : null;

    static string Words(ContainerInline? text) => string.Concat(text?.Descendants().Select(inline => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        MathInline math => $"${math.Content}$",
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        LineBreakInline => " ",
        _ => "",
    }) ?? []);

    // a heading right under another heading belongs to the same piece
    static bool IsHeadingOnly(MarkdownDocument document, Block heading) => document.IndexOf(heading) is var at and > 0 && document[at - 1] is HeadingBlock;

    void Register(HeadingBlock heading)
    {
        // the same heading in two cells needs two ids
        var attributes = heading.GetAttributes();
        var id = attributes.Id is { Length: > 0 } own ? own : "section";
        if (headings.Any(known => known.Id == id)) id += "-" + headings.Count.ToString(CultureInfo.InvariantCulture);
        attributes.Id = id;
        headings.Add(new(heading.Level, id, Words(heading.Inline), WithoutLinks(heading)));
    }

    // a text that stands in a link itself
    static string WithoutLinks(LeafBlock block) => block.Inline is null || block.Inline.Descendants<LinkInline>().Any() ? WebUtility.HtmlEncode(Words(block.Inline)) : Html(renderer => renderer.WriteLeafInline(block));

    static string Html(Action<HtmlRenderer> write)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var renderer = new HtmlRenderer(text);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.RemoveAll(each => each is HtmlMathInlineRenderer or HtmlMathBlockRenderer or CodeBlockRenderer);
        renderer.ObjectRenderers.Add(new FormulaRenderer());
        renderer.ObjectRenderers.Add(new FormulaBlockRenderer());
        renderer.ObjectRenderers.Add(new HighlightedCodeRenderer());
        write(renderer);
        return text.ToString();
    }

    // a notebook's page lies beside the other pages; an attachment is part of the page; what would run is not followed
    static string Address(string address, bool isImage, JsonObject? attachments)
    {
        if (isImage && address.StartsWith("attachment:", StringComparison.Ordinal))
            return attachments?[Uri.UnescapeDataString(address["attachment:".Length..])] is JsonObject forms && forms.FirstOrDefault() is { Key: { } type, Value: { } content } ? $"data:{type};base64,{OutputJson.Text(content)}" : "";
        var colon = address.IndexOf(':', StringComparison.Ordinal);
        if (colon >= 0 && address.IndexOfAny(['/', '?', '#']) is var other && (other < 0 || colon < other))
            return address[..colon].ToLowerInvariant() is "http" or "https" or "mailto" || (isImage && address.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase)) ? address : "";
        var (file, fragment) = address.IndexOf('#', StringComparison.Ordinal) is var hash and >= 0 ? (address[..hash], address[hash..]) : (address, "");
        return file.EndsWith(".ipynb", StringComparison.Ordinal) ? Path.ChangeExtension(Path.GetFileName(file), ".html") + fragment : address;
    }

    sealed class FormulaRenderer : HtmlObjectRenderer<MathInline>
    {
        protected override void Write(HtmlRenderer renderer, MathInline formula)
        {
            var dollars = new string('$', formula.DelimiterCount);
            renderer.Write("<span class=\"math\">").WriteEscape(dollars + formula.Content + dollars).Write("</span>");
        }
    }

    sealed class FormulaBlockRenderer : HtmlObjectRenderer<MathBlock>
    {
        protected override void Write(HtmlRenderer renderer, MathBlock formula)
        {
            renderer.Write("<div class=\"math\">$$\n").WriteLeafRawLines(formula, true, true);
            renderer.Write("$$</div>\n");
        }
    }

    sealed class HighlightedCodeRenderer : HtmlObjectRenderer<CodeBlock>
    {
        protected override void Write(HtmlRenderer renderer, CodeBlock block)
        {
            var source = block.Lines.ToString();
            var isCSharp = block is FencedCodeBlock { Info: "csharp" or "cs" or "c#" or "C#" };
            renderer.Write("<pre class=\"code\"><code>").Write(isCSharp ? CodeHighlighter.Write(source) : WebUtility.HtmlEncode(source)).Write("</code></pre>\n");
        }
    }
}
