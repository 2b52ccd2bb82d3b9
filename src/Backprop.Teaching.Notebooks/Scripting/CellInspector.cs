using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backprop.Teaching.Notebooks;

/// <summary>Says what a name in a cell is.</summary>
static class CellInspector
{
    const int MostOverloads = 12;

    public static readonly SymbolDisplayFormat MethodFormat = SymbolDisplayFormat.MinimallyQualifiedFormat
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeRef)
        .WithParameterOptions(SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeExtensionThis);

    static readonly SymbolDisplayFormat PropertyFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameOnly,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        memberOptions: SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeContainingType,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    public static MimeBundle? Inspect(CellCompiler compiler, string code, int cursor)
    {
        var model = compiler.Understand(code);
        var root = model.SyntaxTree.GetRoot();
        // a cursor just behind a name means that name; inside a call's brackets it means the method
        foreach (var position in (int[])[cursor, cursor - 1])
        {
            if (position < 0 || position > code.Length) continue;
            var token = root.FindToken(position);
            if (!token.Span.Contains(position)) continue;
            var symbols = SymbolsOf(model, token);
            if (symbols.Count > 0) return MimeBundle.OfText(Describe(symbols, model, token.SpanStart));
        }
        return null;
    }

    static List<ISymbol> SymbolsOf(SemanticModel model, SyntaxToken token)
    {
        var node = token.Parent;
        if (node is ArgumentListSyntax { Parent: InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax } list) node = list.Parent;
        if (node is null) return [];
        if (token.IsKind(SyntaxKind.IdentifierToken) && model.GetDeclaredSymbol(node) is { } declared) return [declared];
        if (node is PredefinedTypeSyntax or SimpleNameSyntax or InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or ThisExpressionSyntax)
        {
            var info = model.GetSymbolInfo(node);
            var group = node is InvocationExpressionSyntax invocation ? model.GetMemberGroup(invocation.Expression) : model.GetMemberGroup(node);
            // the overload that is called comes first
            return [.. new[] { info.Symbol }.OfType<ISymbol>().Concat(info.CandidateSymbols).Concat(group).Distinct(SymbolEqualityComparer.Default)];
        }
        return [];
    }

    static string Describe(List<ISymbol> symbols, SemanticModel model, int position)
    {
        var lines = new List<string>();
        foreach (var symbol in symbols.Take(MostOverloads)) lines.Add(Signature(symbol, model, position));
        if (symbols.Count > MostOverloads) lines.Add("...");
        var documentation = DocumentationText.Of(symbols[0]);
        if (documentation.Length > 0) lines.AddRange(["", documentation]);
        return string.Join('\n', lines);
    }

    static string Signature(ISymbol symbol, SemanticModel model, int position) => symbol switch
    {
        ILocalSymbol local => $"{local.Type.ToMinimalDisplayString(model, position)} {local.Name}",
        IParameterSymbol parameter => $"(parameter) {parameter.Type.ToMinimalDisplayString(model, position)} {parameter.Name}",
        IFieldSymbol { ContainingType.IsScriptClass: true } field => $"{field.Type.ToMinimalDisplayString(model, position)} {field.Name}",
        IFieldSymbol field => $"{field.Type.ToMinimalDisplayString(model, position)} {field.ContainingType.Name}.{field.Name}",
        IPropertySymbol property => property.ToMinimalDisplayString(model, position, PropertyFormat),
        IMethodSymbol method => method.ToMinimalDisplayString(model, position, MethodFormat),
        INamespaceSymbol space => "namespace " + space.ToDisplayString(),
        INamedTypeSymbol type => $"{TypeWord(type)} {type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat)}",
        _ => symbol.ToMinimalDisplayString(model, position),
    };

    static string TypeWord(INamedTypeSymbol type) => type.TypeKind switch
    {
        TypeKind.Interface => "interface",
        TypeKind.Enum => "enum",
        TypeKind.Struct => type.IsRecord ? "record struct" : "struct",
        TypeKind.Delegate => "delegate",
        _ => type.IsRecord ? "record" : "class",
    };
}
