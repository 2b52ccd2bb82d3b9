using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Backprop.Teaching.Notebooks;

/// <summary>A documentation comment as plain text.</summary>
static partial class DocumentationText
{
    /// <summary>Summary, parameters, result, exceptions and remarks; empty if nothing is documented.</summary>
    public static string Of(ISymbol symbol)
    {
        if (Find(symbol) is not { } comment) return "";
        var text = new StringBuilder();
        Append(text, "", comment.Element("summary"));
        foreach (var parameter in comment.Elements("param")) Append(text, "  " + parameter.Attribute("name")?.Value + ": ", parameter);
        Append(text, "Value: ", comment.Element("value"));
        Append(text, "Returns: ", comment.Element("returns"));
        foreach (var exception in comment.Elements("exception")) Append(text, "Throws " + Short(exception.Attribute("cref")?.Value) + ": ", exception);
        Append(text, "", comment.Element("remarks"));
        return text.ToString().TrimEnd();
    }

    static XElement? Find(ISymbol symbol)
    {
        for (ISymbol? current = symbol; current is not null; current = Above(current))
        {
            if (Parse(current.GetDocumentationCommentXml(expandIncludes: false)) is { } comment && comment.Element("inheritdoc") is null) return comment;
        }
        return null;
    }

    static ISymbol? Above(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { OverriddenMethod: { } method } => method,
        IMethodSymbol { ReducedFrom: { } method } => method,
        IPropertySymbol { OverriddenProperty: { } property } => property,
        INamedTypeSymbol type => type.BaseType is { SpecialType: SpecialType.None } above ? above : null,
        { ContainingType: { } type } => type.AllInterfaces.SelectMany(i => i.GetMembers(symbol.Name)).FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), symbol)),
        _ => null,
    };

    static XElement? Parse(string? xml)
    {
        if (string.IsNullOrWhiteSpace(xml)) return null;
        try
        {
            return XElement.Parse(xml, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    static void Append(StringBuilder text, string before, XElement? element)
    {
        if (element is null) return;
        var written = Spaces().Replace(Write(element), " ").Trim();
        if (written.Length > 0) text.Append(before).Append(written).Append('\n');
    }

    static string Write(XElement element) => string.Concat(element.Nodes().Select(node => node switch
    {
        XText plain => plain.Value,
        XElement { Name.LocalName: "see" or "seealso" } see => Short(see.Attribute("cref")?.Value ?? see.Attribute("langword")?.Value ?? see.Attribute("href")?.Value),
        XElement { Name.LocalName: "paramref" or "typeparamref" } name => name.Attribute("name")?.Value ?? "",
        XElement inner => Write(inner) + (inner.Name.LocalName is "para" or "item" ? " " : ""),
        _ => "",
    }));

    // T:Backprop.Teaching.MimeBundle → MimeBundle; M:A.B.C(System.Int32) → C
    static string Short(string? reference)
    {
        if (reference is null) return "";
        if (reference.Length < 2 || reference[1] != ':') return reference;
        var name = reference[2..].Split('(')[0].Split('`')[0];
        return name[(name.LastIndexOf('.') + 1)..];
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
