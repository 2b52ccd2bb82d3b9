using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Backprop.Teaching.Notebooks;

/// <summary>Compiles cells, each as the continuation of those before it.</summary>
sealed class CellCompiler
{
    /// <summary>C# 14, script dialect.</summary>
    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14, DocumentationMode.Parse, SourceCodeKind.Script);

    static readonly string[] Usings =
    [
        "System", "System.Collections", "System.Collections.Generic", "System.IO", "System.Linq", "System.Text", "System.Threading.Tasks",
        "MathNet.Numerics.LinearAlgebra", "Backprop.Teaching", "Backprop.Teaching.Notebooks.CellFunctions",
    ];

    // what the compiler says when a type lies in an assembly that it was not shown
    static readonly HashSet<string> MayLackReference = ["CS0012", "CS0103", "CS0234", "CS0246", "CS0518", "CS0656", "CS1061", "CS1069", "CS7069"];

    // Two compilations that bind their references at the same time each make symbols of their own, and then a type of one cell is
    // not the type of the next. This one binds before all others and lives as long as the process, so that all of them share its symbols.
    static readonly Lazy<CSharpCompilation> Bound = new(() =>
    {
        var first = CSharpCompilation.Create("symbols", references: HostReferences.Common, options: new(OutputKind.DynamicallyLinkedLibrary, assemblyIdentityComparer: DesktopAssemblyIdentityComparer.Default));
        _ = first.Assembly;
        return first;
    });

    readonly ScriptSessionOptions options;
    readonly SessionLoadContext loadContext;
    readonly LibraryReferenceResolver libraries;
    readonly CSharpCompilationOptions compilationOptions;
    readonly string family = "cells-" + Guid.NewGuid().ToString("N");
    volatile Chain chain = new(null, 0, HostReferences.Common, false);
    int compiled;

    public CellCompiler(ScriptSessionOptions options, SessionLoadContext loadContext)
    {
        this.options = options;
        this.loadContext = loadContext;
        libraries = new(options, loadContext);
        compilationOptions = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            usings: Usings,
            // lessons compute; the debug form is several times slower and tells no more than the line
            optimizationLevel: OptimizationLevel.Release,
            allowUnsafe: true,
            sourceReferenceResolver: new SourceFileResolver([], options.WorkingDirectory),
            metadataReferenceResolver: libraries,
            assemblyIdentityComparer: DesktopAssemblyIdentityComparer.Default,
            nullableContextOptions: NullableContextOptions.Annotations,
            // two assemblies that name different versions of a third one, which has only one here
            specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]);
    }

    /// <summary>How many slots the accepted cells use, with the one that no cell uses.</summary>
    public int Slots => chain.Count + 1;

    public CompiledCell Compile(string code, string name, CancellationToken interrupt)
    {
        libraries.Interrupt = interrupt;
        var before = chain;
        var tree = Parse(code, name, interrupt);
        var cell = Compile(tree, before, interrupt);
        if (before.IsWhole || !(libraries.HasForeign || cell.Diagnostics.Any(d => d.IsError && MayLackReference.Contains(d.Id)))) return cell;
        // once more with the whole framework; if that does not help, the smaller set stays
        return Compile(tree, before with { References = HostReferences.All(), IsWhole = true }, interrupt);
    }

    /// <summary>Makes the next cell continue this one.</summary>
    public void Accept(CompiledCell cell) => chain = new(cell.Compilation, chain.Count + 1, cell.References, cell.UsesWholeFramework);

    /// <summary>The meaning of a text that may be unfinished, as the next cell.</summary>
    public SemanticModel Understand(string code)
    {
        var before = chain;
        var tree = Parse(code, "cell", CancellationToken.None);
        var compilation = Create(tree, before, "understood", compilationOptions.WithMetadataReferenceResolver(new KnownReferenceResolver(libraries)));
        return compilation.GetSemanticModel(tree);
    }

    SyntaxTree Parse(string code, string name, CancellationToken interrupt) =>
        CSharpSyntaxTree.ParseText(SourceText.From(code, Encoding.UTF8), ParseOptions, Path.Combine(options.WorkingDirectory, name), interrupt);

    CSharpCompilation Create(SyntaxTree tree, Chain before, string number, CSharpCompilationOptions with)
    {
        _ = Bound.Value;
        return CSharpCompilation.CreateScriptCompilation(family + "-" + number, tree, before.References, with.WithScriptClassName("Submission#" + number), before.Last, typeof(object));
    }

    CompiledCell Compile(SyntaxTree tree, Chain before, CancellationToken interrupt)
    {
        var number = Interlocked.Increment(ref compiled).ToString(CultureInfo.InvariantCulture);
        var compilation = Create(tree, before, number, compilationOptions);
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        var emitted = compilation.Emit(image, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb), cancellationToken: interrupt);
        var diagnostics = emitted.Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning && !d.IsSuppressed).Select(d => Describe(d, tree)).OrderBy(d => d.File is null).ThenBy(d => d.Line).ThenBy(d => d.Column).ToImmutableArray();
        var failed = diagnostics.Any(d => d.IsError);
        return new()
        {
            Compilation = compilation,
            Diagnostics = diagnostics,
            References = before.References,
            UsesWholeFramework = before.IsWhole,
            HasValue = !failed && HasValue(compilation, tree),
            // a cell of usings or comments alone emits nothing and is no error
            Assembly = emitted.Success && !failed ? loadContext.LoadCell(compilation.AssemblyName!, image, symbols) : null,
        };
    }

    static bool HasValue(CSharpCompilation compilation, SyntaxTree tree)
    {
        if (tree.GetCompilationUnitRoot().Members.LastOrDefault() is not GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } last }) return false;
        return compilation.GetSemanticModel(tree).GetTypeInfo(last.Expression).Type is { SpecialType: not SpecialType.System_Void };
    }

    CellDiagnostic Describe(Diagnostic diagnostic, SyntaxTree tree)
    {
        var message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
        if (diagnostic.Id == "CS0006" && libraries.Explain(message) is { } reason) message = reason;
        var place = diagnostic.Location.GetLineSpan();
        var file = diagnostic.Location.SourceTree is { } source && source != tree ? Path.GetRelativePath(options.WorkingDirectory, source.FilePath) : null;
        return new(
            diagnostic.Id, message, diagnostic.Severity == DiagnosticSeverity.Error,
            place.StartLinePosition.Line + 1, place.StartLinePosition.Character + 1, place.EndLinePosition.Line + 1, place.EndLinePosition.Character + 1, file);
    }

    sealed record Chain(CSharpCompilation? Last, int Count, ImmutableArray<MetadataReference> References, bool IsWhole);
}
