using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backprop.Teaching.Notebooks;

/// <summary>Lists what could be written at the cursor, from what the compiler knows there.</summary>
static class CellCompleter
{
    const int MostItems = 400;

    public static CompletionList Complete(CellCompiler compiler, string code, int cursor)
    {
        var lineStart = code.LastIndexOf('\n', Math.Max(0, cursor - 1)) is var newline && newline < cursor ? newline + 1 : 0;
        var line = code[lineStart..cursor];
        if (line.TrimStart() is ['#', ..] directive) return Directive(directive, cursor);
        if (CursorContext.At(compiler, code, cursor) is not { } context) return new(cursor, cursor, []);
        var found = new List<(int Rank, ISymbol Symbol)>();
        var keywords = false;
        if (context.Receiver() is { } receiver)
        {
            foreach (var symbol in Members(context, receiver)) found.Add((MemberRank(symbol), symbol));
        }
        else if (!context.Before.IsKind(SyntaxKind.DotToken))
        {
            keywords = true;
            foreach (var symbol in InitializerMembers(context)) found.Add((-1, symbol));
            foreach (var symbol in context.Model.LookupSymbols(context.Start)) found.Add((NameRank(symbol), symbol));
        }
        var items = Named(context).Concat(found
            .Where(pair => IsOffered(pair.Symbol, context.Word))
            .GroupBy(pair => pair.Symbol.Name, StringComparer.Ordinal)
            .Select(group => (group.Min(pair => pair.Rank), Item(group.OrderBy(pair => pair.Rank).Select(pair => pair.Symbol).ToList(), context))));
        if (keywords) items = items.Concat(SyntaxFacts.GetKeywordKinds().Select(SyntaxFacts.GetText).Where(text => char.IsAsciiLetterLower(text[0]) && !text.StartsWith("__", StringComparison.Ordinal)).Distinct().Where(text => Matches(text, context.Word)).Select(text => (8, new CompletionItem(text, "keyword", ""))));
        var ranked = items.OrderBy(pair => pair.Item1).ThenBy(pair => !pair.Item2.Text.StartsWith(context.Word, StringComparison.Ordinal)).ThenBy(pair => pair.Item2.Text, StringComparer.OrdinalIgnoreCase).ThenBy(pair => pair.Item2.Text, StringComparer.Ordinal);
        return new(context.Start, context.End, [.. ranked.Select(pair => pair.Item2).DistinctBy(item => item.Text).Take(MostItems)]);
    }

    static CompletionList Directive(string written, int cursor)
    {
        (string Text, string Says)[] known = [(Magics.Time, "how long the cell takes"), ("#r \"nuget: Backprop.Teaching\"", "a package, or a file relative to the notebook"), ("#load \"", "a file of C# script")];
        return new(cursor - written.Length, cursor, [.. known.Where(pair => pair.Text.StartsWith(written, StringComparison.Ordinal)).Select(pair => new CompletionItem(pair.Text, "magic", pair.Says))]);
    }

    static IEnumerable<ISymbol> Members(CursorContext context, ExpressionSyntax receiver)
    {
        var model = context.Model;
        // `x.` before a name on the next line reads as a type; asked as an expression it means what was meant
        var asWritten = SyntaxFactory.ParseExpression(receiver.ToString());
        var symbol = receiver is NameSyntax && receiver.Parent is QualifiedNameSyntax
            ? model.GetSpeculativeSymbolInfo(receiver.SpanStart, asWritten, SpeculativeBindingOption.BindAsExpression).Symbol ?? model.GetSymbolInfo(receiver).Symbol
            : model.GetSymbolInfo(receiver).Symbol;
        if (symbol is INamespaceSymbol space) return model.LookupNamespacesAndTypes(context.Start, space);
        var type = symbol switch
        {
            ITypeSymbol => null,
            ILocalSymbol local => local.Type,
            IFieldSymbol field => field.Type,
            IPropertySymbol property => property.Type,
            IParameterSymbol parameter => parameter.Type,
            _ => model.GetTypeInfo(receiver).Type ?? model.GetSpeculativeTypeInfo(receiver.SpanStart, asWritten, SpeculativeBindingOption.BindAsExpression).Type,
        };
        if (type is null or IErrorTypeSymbol) return symbol is ITypeSymbol named ? model.LookupSymbols(context.Start, named).Where(member => member.IsStatic || member is ITypeSymbol) : [];
        // after ?. the members of the value, not of the nullable around it
        if (context.Before.Parent is MemberBindingExpressionSyntax && type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable) type = nullable.TypeArguments[0];
        return model.LookupSymbols(context.Start, type, includeReducedExtensionMethods: true).Where(member => !member.IsStatic && member is not ITypeSymbol);
    }

    static IEnumerable<ISymbol> InitializerMembers(CursorContext context)
    {
        var initializer = context.Before.Parent?.AncestorsAndSelf().OfType<InitializerExpressionSyntax>().FirstOrDefault();
        if (initializer?.Parent is not BaseObjectCreationExpressionSyntax creation || context.Before.Kind() is not (SyntaxKind.OpenBraceToken or SyntaxKind.CommaToken) || context.Model.GetTypeInfo(creation).Type is not { } type) return [];
        return context.Model.LookupSymbols(context.Start, type).Where(member => member is IPropertySymbol { IsStatic: false, IsReadOnly: false, IsIndexer: false } or IFieldSymbol { IsStatic: false, IsReadOnly: false });
    }

    // inside the brackets of a call: the parameters' names
    static IEnumerable<(int Rank, CompletionItem Item)> Named(CursorContext context)
    {
        if (context.Before.Kind() is not (SyntaxKind.OpenParenToken or SyntaxKind.CommaToken) || context.Before.Parent is not ArgumentListSyntax { Parent: ExpressionSyntax call }) return [];
        var info = context.Model.GetSymbolInfo(call);
        var methods = (info.Symbol is null ? info.CandidateSymbols : [info.Symbol]).Concat(call is InvocationExpressionSyntax invocation ? context.Model.GetMemberGroup(invocation.Expression) : []).OfType<IMethodSymbol>();
        return methods.SelectMany(method => method.Parameters).Where(parameter => Matches(parameter.Name, context.Word)).DistinctBy(parameter => parameter.Name)
            .Select(parameter => (0, new CompletionItem(parameter.Name + ":", "variable", parameter.ToMinimalDisplayString(context.Model, context.Start))));
    }

    static bool IsOffered(ISymbol symbol, string word) =>
        symbol.CanBeReferencedByName && !symbol.IsImplicitlyDeclared && symbol is not IMethodSymbol { MethodKind: MethodKind.PropertyGet or MethodKind.PropertySet } &&
        !symbol.Name.StartsWith('<') && Matches(symbol.Name, word);

    static bool Matches(string name, string word) => name.StartsWith(word, StringComparison.OrdinalIgnoreCase) || (word.Length >= 3 && name.Contains(word, StringComparison.OrdinalIgnoreCase));

    static int MemberRank(ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.ReducedExtension } => 3,
        { ContainingType.SpecialType: SpecialType.System_Object or SpecialType.System_ValueType } => 4,
        { Kind: SymbolKind.NamedType or SymbolKind.Namespace } => 2,
        _ => 1,
    };

    static int NameRank(ISymbol symbol) => symbol switch
    {
        ILocalSymbol or IParameterSymbol or IRangeVariableSymbol => 0,
        { ContainingType.IsScriptClass: true, Kind: not SymbolKind.NamedType } => 0,
        { ContainingType.SpecialType: SpecialType.System_Object } => 6,
        INamespaceSymbol => 5,
        ITypeSymbol { ContainingType.IsScriptClass: true } => 2,
        ITypeSymbol type => type.ContainingNamespace?.ToDisplayString() is "Backprop.Teaching" ? 3 : 4,
        _ => 1,
    };

    static CompletionItem Item(List<ISymbol> overloads, CursorContext context)
    {
        var symbol = overloads[0];
        var signature = symbol switch
        {
            ILocalSymbol local => local.Type.ToMinimalDisplayString(context.Model, context.Start),
            IFieldSymbol field => field.Type.ToMinimalDisplayString(context.Model, context.Start),
            IPropertySymbol property => property.Type.ToMinimalDisplayString(context.Model, context.Start),
            IMethodSymbol method => method.ToMinimalDisplayString(context.Model, context.Start, CellInspector.MethodFormat),
            INamespaceSymbol => "",
            _ => symbol.ToMinimalDisplayString(context.Model, context.Start),
        };
        var others = overloads.OfType<IMethodSymbol>().Count() - 1;
        if (symbol is IMethodSymbol && others > 0) signature += $" (+ {others.ToString(System.Globalization.CultureInfo.InvariantCulture)} {(others == 1 ? "overload" : "overloads")})";
        return new(symbol.Name, KindOf(symbol), signature);
    }

    static string KindOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol or IParameterSymbol or IRangeVariableSymbol => "variable",
        IFieldSymbol { ContainingType.IsScriptClass: true } => "variable",
        IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } => "enum",
        IFieldSymbol => "field",
        IPropertySymbol => "property",
        IEventSymbol => "event",
        IMethodSymbol => "method",
        INamespaceSymbol => "module",
        ITypeSymbol { TypeKind: TypeKind.Interface } => "interface",
        ITypeSymbol { TypeKind: TypeKind.Enum } => "enum",
        ITypeSymbol { TypeKind: TypeKind.Struct } => "struct",
        _ => "class",
    };
}
