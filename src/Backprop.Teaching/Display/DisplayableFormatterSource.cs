namespace Backprop.Teaching;

/// <summary>Makes the formatters that .NET Interactive asks for by the convention of <see cref="TypeFormatterSourceAttribute"/>.</summary>
public sealed class DisplayableFormatterSource
{
    /// <summary>One formatter for <c>text/html</c> and one for <c>text/plain</c>.</summary>
    /// <returns>Objects with a property <c>MimeType</c> and a method <c>Format(object, TextWriter)</c>.</returns>
    public IEnumerable<object> CreateTypeFormatters() => [new DisplayableFormatter(MimeBundle.Html), new DisplayableFormatter(MimeBundle.PlainText)];
}
