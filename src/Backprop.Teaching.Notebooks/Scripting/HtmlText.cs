namespace Backprop.Teaching.Notebooks;

/// <summary>HTML that was written by hand, to be shown as it stands. Made by <see cref="CellFunctions.HTML"/>.</summary>
/// <param name="html">The HTML; nothing is escaped.</param>
public sealed class HtmlText(string html) : IDisplayable
{
    /// <inheritdoc/>
    public MimeBundle ToMimeBundle() => MimeBundle.OfText(html).With(MimeBundle.Html, html);

    /// <inheritdoc/>
    public string ToHtml() => html;

    /// <summary>The HTML.</summary>
    /// <returns>The same as <see cref="ToHtml"/>.</returns>
    public override string ToString() => html;
}
