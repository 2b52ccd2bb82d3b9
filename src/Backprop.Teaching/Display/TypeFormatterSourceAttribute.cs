namespace Backprop.Teaching;

/// <summary>
/// Tells .NET Interactive, which looks for an attribute of this name in any assembly, how to show the type that carries it.
/// </summary>
/// <remarks>The convention is by name; there is no reference to .NET Interactive. Only <c>text/html</c> and <c>text/plain</c> are offered there.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class TypeFormatterSourceAttribute : Attribute
{
    /// <summary>Marks a type whose formatters come from <paramref name="formatterSourceType"/>.</summary>
    /// <param name="formatterSourceType">A type with a parameterless constructor and a method <c>CreateTypeFormatters()</c>.</param>
    public TypeFormatterSourceAttribute(Type formatterSourceType) => FormatterSourceType = formatterSourceType;

    /// <summary>The type that makes the formatters.</summary>
    public Type FormatterSourceType { get; }

    /// <summary>The MIME types offered, best first.</summary>
    public string[] PreferredMimeTypes { get; set; } = [MimeBundle.Html, MimeBundle.PlainText];
}
