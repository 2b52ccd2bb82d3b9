namespace Backprop.Teaching;

/// <summary>A value that knows how it looks in a notebook: as HTML and as plain text.</summary>
/// <remarks>
/// A notebook host asks for <see cref="ToMimeBundle"/> and sends all of its forms; the front end picks the richest that it can draw.
/// Hosts that know only a method <c>ToHtml()</c> find that too. Nothing here refers to a host.
/// </remarks>
public interface IDisplayable
{
    /// <summary>All forms of this value, always with <c>text/plain</c>.</summary>
    /// <returns>A bundle from MIME type to content.</returns>
    MimeBundle ToMimeBundle();

    /// <summary>This value as one self-contained HTML fragment: no script, nothing from outside, everything from data escaped.</summary>
    /// <returns>An HTML fragment that is legible on light and on dark backgrounds.</returns>
    string ToHtml();
}
