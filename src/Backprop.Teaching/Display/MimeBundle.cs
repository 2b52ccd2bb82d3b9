using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>The same value in several forms, keyed by MIME type. Immutable; <c>text/plain</c> is always there.</summary>
public sealed class MimeBundle
{
    /// <summary><c>text/plain</c></summary>
    public const string PlainText = "text/plain";

    /// <summary><c>text/html</c></summary>
    public const string Html = "text/html";

    MimeBundle(ImmutableSortedDictionary<string, string> contents) => Contents = contents;

    /// <summary>MIME type → content, in ordinal order of the MIME types. A type that ends in <c>json</c> holds a JSON text.</summary>
    public ImmutableSortedDictionary<string, string> Contents { get; }

    /// <summary>The <c>text/plain</c> form.</summary>
    public string Text => Contents[PlainText];

    /// <summary>A bundle with the plain text alone.</summary>
    /// <param name="text">The <c>text/plain</c> form.</param>
    /// <returns>A bundle of one form; add others with <see cref="With"/>.</returns>
    public static MimeBundle OfText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add(PlainText, text));
    }

    /// <summary>This bundle with one more form, or with that form replaced.</summary>
    /// <param name="mimeType">For example <c>text/html</c>.</param>
    /// <param name="content">The content in that form.</param>
    /// <returns>A new bundle; this one is unchanged.</returns>
    /// <exception cref="ArgumentException"><paramref name="mimeType"/> is empty.</exception>
    public MimeBundle With(string mimeType, string content)
    {
        ArgumentException.ThrowIfNullOrEmpty(mimeType);
        ArgumentNullException.ThrowIfNull(content);
        return new(Contents.SetItem(mimeType, content));
    }
}
