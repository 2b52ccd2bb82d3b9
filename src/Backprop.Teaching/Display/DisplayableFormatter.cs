namespace Backprop.Teaching;

/// <summary>Writes one form of an <see cref="IDisplayable"/>, in the shape that .NET Interactive's convention expects.</summary>
public sealed class DisplayableFormatter
{
    internal DisplayableFormatter(string mimeType) => MimeType = mimeType;

    /// <summary>The MIME type that this formatter writes.</summary>
    public string MimeType { get; }

    /// <summary>Writes <paramref name="instance"/> in the form <see cref="MimeType"/>.</summary>
    /// <param name="instance">Any object.</param>
    /// <param name="writer">Where the form is written.</param>
    /// <returns>Whether the object had that form.</returns>
    public bool Format(object instance, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (instance is not IDisplayable displayable || !displayable.ToMimeBundle().Contents.TryGetValue(MimeType, out var content)) return false;
        writer.Write(content);
        return true;
    }
}
