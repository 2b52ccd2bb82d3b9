using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace Backprop.Teaching.Notebooks.Tests;

/// <summary>Compiles cells one after another with what every host of C# notebooks imports, the library and MathNet, and with nothing of our own host.</summary>
static class PortableCompilation
{
    // those of .NET Interactive
    static readonly string[] Imports = ["System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq"];

    static readonly ScriptOptions Options = ScriptOptions.Default.WithImports(Imports).WithMetadataResolver(new Package()).WithReferences(
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path) is "netstandard.dll" or "MathNet.Numerics.dll")
        .Select(path => MetadataReference.CreateFromFile(path)));

    /// <summary>What does not compile, each with the cell's number.</summary>
    public static IReadOnlyList<string> Problems(IEnumerable<string> cells)
    {
        var problems = new List<string>();
        Script<object>? script = null;
        foreach (var (code, n) in cells.Select((code, n) => (code, n + 1)))
        {
            script = script is null ? CSharpScript.Create<object>(code, Options) : script.ContinueWith<object>(code, Options);
            problems.AddRange(script.GetCompilation().GetDiagnostics().Where(each => each.Severity == DiagnosticSeverity.Error).Select(each => $"code cell {n}: {each}"));
        }
        return problems;
    }

    /// <summary>Answers <c>#r "nuget: Backprop.Teaching"</c>.</summary>
    sealed class Package : MetadataReferenceResolver
    {
        public override ImmutableArray<PortableExecutableReference> ResolveReference(string reference, string? baseFilePath, MetadataReferenceProperties properties) =>
            reference == "nuget: Backprop.Teaching"
                ? [MetadataReference.CreateFromFile(typeof(Network).Assembly.Location)]
                : [];

        public override bool Equals(object? other) => other is Package;

        public override int GetHashCode() => nameof(Package).GetHashCode(StringComparison.Ordinal);
    }
}
