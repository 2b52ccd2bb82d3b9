using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.CodeAnalysis.Scripting.Hosting;

namespace Backprop.Teaching.Tests;

/// <summary>Compiles and runs lesson cells one after another, as a notebook does; <c>#r "nuget: Backprop.Teaching"</c> is the library under test.</summary>
sealed class CellSession : IDisposable
{
    /// <summary>The first cell of every lesson.</summary>
    public const string FirstCell = """
        #r "nuget: Backprop.Teaching"
        using Backprop.Teaching;
        using static Backprop.Teaching.Lesson;
        using MathNet.Numerics.LinearAlgebra;
        """;

    static readonly ScriptOptions Options = ScriptOptions.Default
        .WithLanguageVersion(Microsoft.CodeAnalysis.CSharp.LanguageVersion.Preview)
        .WithMetadataResolver(new UnderTest())
        .WithReferences(Assemblies());

    readonly InteractiveAssemblyLoader loader = new();
    ScriptState<object>? state;

    public CellSession()
    {
        // the assemblies that are loaded already, not second copies of them
        loader.RegisterDependency(typeof(Network).Assembly);
        loader.RegisterDependency(typeof(Matrix<double>).Assembly);
    }

    /// <summary>Runs a cell and gives its last line's value.</summary>
    public async Task<object?> Run(string cell)
    {
        state = state is null ? await CSharpScript.Create<object>(cell, Options, assemblyLoader: loader).RunAsync() : await state.ContinueWithAsync(cell);
        return state.ReturnValue;
    }

    /// <summary>A variable that a cell has declared.</summary>
    public T Variable<T>(string name) => (T)(state?.GetVariable(name)?.Value ?? throw new InvalidOperationException($"No cell has declared {name}."));

    public void Dispose() => loader.Dispose();

    static ImmutableArray<MetadataReference> Assemblies() =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path) is "netstandard.dll" or "MathNet.Numerics.dll")
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    sealed class UnderTest : MetadataReferenceResolver
    {
        public override ImmutableArray<PortableExecutableReference> ResolveReference(string reference, string? baseFilePath, MetadataReferenceProperties properties) =>
            reference == "nuget: Backprop.Teaching"
                ? [MetadataReference.CreateFromFile(typeof(Network).Assembly.Location)]
                : [];

        public override bool Equals(object? other) => other is UnderTest;

        public override int GetHashCode() => nameof(UnderTest).GetHashCode(StringComparison.Ordinal);
    }
}
