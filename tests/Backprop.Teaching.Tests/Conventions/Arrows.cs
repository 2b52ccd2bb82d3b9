using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backprop.Teaching.Tests.Conventions;

/// <summary>One use of a declaration in another room of the library.</summary>
sealed record Arrow(string From, string To, string Place);

/// <summary>Finds which rooms (folders) of a library use which, by resolving every symbol in its sources.</summary>
static class Arrows
{
    // what the project file's ImplicitUsings stands for
    const string ImplicitUsings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    // "must have an implementation part": a regular expression's, which a source generator writes
    const string GeneratedBody = "CS8795";

    /// <summary>Every use that leaves its room. The sources are given as (path from the library's folder, text).</summary>
    public static IReadOnlyList<Arrow> Find(IEnumerable<(string Path, string Text)> sources)
    {
        var options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview);
        var trees = sources.Append(("ImplicitUsings.cs", ImplicitUsings)).Select(source => CSharpSyntaxTree.ParseText(source.Item2, options, source.Item1)).ToList();
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) != "Backprop.Teaching.dll").Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create("Rooms", trees, references, new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Annotations));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Id != GeneratedBody).Take(5).Select(diagnostic => diagnostic.ToString()));
        return [.. trees.SelectMany(tree => Of(tree, compilation.GetSemanticModel(tree)))];
    }

    static IEnumerable<Arrow> Of(SyntaxTree tree, SemanticModel model)
    {
        var from = Room(tree.FilePath);
        foreach (var node in tree.GetRoot().DescendantNodes())
            foreach (var symbol in Symbols(node, model))
            {
                var rooms = DeclaringRooms(symbol).Distinct().ToList();
                // a type that lies in several rooms, as Lesson does, is at home in each; its members are in one
                if (rooms.Count == 0 || rooms.Contains(from)) continue;
                foreach (var to in rooms) yield return new(from, to, $"{tree.FilePath}:{node.GetLocation().GetLineSpan().StartLinePosition.Line + 1} {symbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)}");
            }
    }

    static IEnumerable<ISymbol> Symbols(SyntaxNode node, SemanticModel model)
    {
        if (node is not (ExpressionSyntax or AttributeSyntax or ConstructorInitializerSyntax)) yield break;
        if (model.GetSymbolInfo(node).Symbol is { } symbol and not (INamespaceSymbol or ILocalSymbol or IParameterSymbol or IRangeVariableSymbol)) yield return symbol;
        if (node is not ExpressionSyntax expression) yield break;
        if (model.GetConversion(expression).MethodSymbol is { } conversion) yield return conversion;
        // var and target-typed new name no type and use it all the same
        if (model.GetTypeInfo(expression).Type is INamedTypeSymbol type) yield return type;
    }

    static IEnumerable<string> DeclaringRooms(ISymbol symbol)
    {
        symbol = symbol.OriginalDefinition is IMethodSymbol { ReducedFrom: { } extension } ? extension : symbol.OriginalDefinition;
        var syntax = symbol.DeclaringSyntaxReferences;
        // what the compiler adds, such as a record's constructor, lies where its type does
        if (syntax.IsEmpty && symbol.ContainingType is { } type) syntax = type.DeclaringSyntaxReferences;
        return syntax.Select(reference => Room(reference.SyntaxTree.FilePath)).Where(room => room.Length > 0);
    }

    static string Room(string path) => path.Contains('/', StringComparison.Ordinal) ? path[..path.IndexOf('/', StringComparison.Ordinal)] : "";
}
