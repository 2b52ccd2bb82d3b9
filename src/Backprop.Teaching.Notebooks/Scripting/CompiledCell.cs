using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Backprop.Teaching.Notebooks;

/// <summary>A cell after compilation.</summary>
sealed record CompiledCell
{
    public required CSharpCompilation Compilation { get; init; }

    public required IReadOnlyList<CellDiagnostic> Diagnostics { get; init; }

    /// <summary>Whether the last line is an expression whose value is to be shown, null included.</summary>
    public bool HasValue { get; init; }

    /// <summary>The assemblies that it was compiled against, without those that it names itself.</summary>
    public required ImmutableArray<MetadataReference> References { get; init; }

    /// <summary>Whether it was compiled against the whole framework.</summary>
    public bool UsesWholeFramework { get; init; }

    /// <summary>The loaded assembly; null if there is nothing to run.</summary>
    public Assembly? Assembly { get; init; }

    public bool Failed => Diagnostics.Any(d => d.IsError);

    /// <summary>Starts the cell's code. Each cell keeps its variables in its own slot of <paramref name="states"/>.</summary>
    public Task<object?> Start(object?[] states)
    {
        if (Assembly is null) return Task.FromResult<object?>(null);
        var factory = Assembly.GetType(Compilation.ScriptClass!.MetadataName)!.GetMethod("<Factory>", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!;
        return factory.CreateDelegate<Func<object?[], Task<object?>>>()(states);
    }
}
