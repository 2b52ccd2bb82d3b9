using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Backprop.Teaching.Notebooks;

/// <summary>The documentation file beside an assembly, read when something in it is first asked for.</summary>
sealed class XmlDocumentation(string path) : DocumentationProvider
{
    readonly Lazy<Dictionary<string, string>> members = new(() => Load(path));

    public override bool Equals(object? obj) => obj is XmlDocumentation other && other.Path == Path;

    public override int GetHashCode() => Path.GetHashCode(StringComparison.Ordinal);

    protected override string? GetDocumentationForSymbol(string documentationMemberID, CultureInfo preferredCulture, CancellationToken cancellationToken = default) =>
        members.Value.GetValueOrDefault(documentationMemberID);

    string Path => path;

    static Dictionary<string, string> Load(string path)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!File.Exists(path)) return found;
        try
        {
            foreach (var member in XDocument.Load(path, LoadOptions.PreserveWhitespace).Descendants("member"))
            {
                if (member.Attribute("name")?.Value is { } name) found.TryAdd(name, member.ToString(SaveOptions.DisableFormatting));
            }
        }
        catch (XmlException)
        {
            // a damaged file documents nothing
        }
        return found;
    }
}
