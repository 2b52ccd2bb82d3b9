namespace Backprop.Teaching.Notebooks;

/// <summary>What cells may call by its bare name, under the names that .NET Interactive made known.</summary>
/// <remarks>Lessons do not use them: other hosts name theirs differently. A trailing expression works everywhere.</remarks>
public static class CellFunctions
{
    /// <summary>Shows a value in the middle of a cell.</summary>
    /// <param name="value">Any value.</param>
    /// <param name="mimeType">If given, <paramref name="value"/> is a text in this form, for example <c>text/markdown</c>, shown as it stands.</param>
    /// <returns>A handle whose <see cref="DisplayedValue.Update"/> replaces what was shown.</returns>
    public static DisplayedValue display(object? value, string? mimeType = null)
    {
        var displayId = Guid.NewGuid().ToString("N");
        CellContext.Current?.Display(BundleOf(value, mimeType), displayId);
        return new(displayId, mimeType);
    }

    /// <summary>HTML to be shown as it stands.</summary>
    /// <param name="html">The HTML.</param>
    /// <returns>A value whose display is that HTML; as a cell's last line, or in <see cref="display"/>.</returns>
    public static HtmlText HTML(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        return new(html);
    }

    internal static MimeBundle BundleOf(object? value, string? mimeType)
    {
        if (mimeType is null) return ValueFormatter.Format(value);
        var text = value?.ToString() ?? "";
        return MimeBundle.OfText(text).With(mimeType, text);
    }
}
