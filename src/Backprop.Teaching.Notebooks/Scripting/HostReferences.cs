using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;
using Microsoft.CodeAnalysis;

namespace Backprop.Teaching.Notebooks;

/// <summary>The host's own assemblies as cells see them: a common set that is quick to read, and the whole framework for cells that need more.</summary>
static class HostReferences
{
    static readonly string[] CommonNames =
    [
        "System.Private.CoreLib", "System.Runtime", "System.Collections", "System.Collections.Concurrent", "System.Console", "System.Linq",
        "System.Linq.Expressions", "System.Text.RegularExpressions", "System.Runtime.Numerics", "System.Threading", "System.Diagnostics.Process",
    ];

    static readonly Lazy<Dictionary<string, string>> Platform = new(() => ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Append(InteractiveFormatting.File)
        .DistinctBy(Path.GetFileNameWithoutExtension, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(path => Path.GetFileNameWithoutExtension(path), StringComparer.OrdinalIgnoreCase));

    static readonly Dictionary<string, (AssemblyMetadata Metadata, PortableExecutableReference Reference)> Read = new(StringComparer.OrdinalIgnoreCase);

    static readonly Lazy<ImmutableArray<MetadataReference>> CommonSet = new(ReadCommon);

    /// <summary>Closed under references, so that a type is the same type whichever set a cell is compiled with.</summary>
    public static ImmutableArray<MetadataReference> Common => CommonSet.Value;

    static string? Framework { get; } = Path.GetDirectoryName(typeof(object).Assembly.Location);

    static string LibraryName => typeof(IDisplayable).Assembly.GetName().Name!;

    static string MathNetName => typeof(Matrix<double>).Assembly.GetName().Name!;

    static string HostName => typeof(HostReferences).Assembly.GetName().Name!;

    /// <summary>The whole framework beside what the host brings for cells.</summary>
    public static ImmutableArray<MetadataReference> All()
    {
        string[] ours = [LibraryName, MathNetName, HostName, InteractiveFormatting.AssemblyName, "Microsoft.AspNetCore.Html.Abstractions"];
        return [.. Platform.Value.Where(pair => Path.GetDirectoryName(pair.Value) == Framework && IsManaged(pair.Value)).Select(pair => pair.Key).Union(ours, StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal).Select(name => Find(name)!)];
    }

    /// <summary>The host's own assembly of that name, or null.</summary>
    public static PortableExecutableReference? Find(string name) => Open(name)?.Reference;

    static ImmutableArray<MetadataReference> ReadCommon()
    {
        var set = new Dictionary<string, PortableExecutableReference>(StringComparer.OrdinalIgnoreCase);
        var open = new Queue<string>([.. CommonNames, LibraryName, MathNetName, HostName]);
        while (open.TryDequeue(out var name))
        {
            if (set.ContainsKey(name) || Open(name) is not var (metadata, reference)) continue;
            // of the host's own references those that only the host knows (the compiler and the like) are in neither set
            if (name != LibraryName && name != MathNetName && name != HostName && Path.GetDirectoryName(reference.FilePath) != Framework) continue;
            set.Add(name, reference);
            var reader = metadata.GetModules()[0].GetMetadataReader();
            foreach (var handle in reader.AssemblyReferences) open.Enqueue(reader.GetString(reader.GetAssemblyReference(handle).Name));
        }
        return [.. set.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value)];
    }

    static (AssemblyMetadata Metadata, PortableExecutableReference Reference)? Open(string name)
    {
        lock (Read)
        {
            if (Read.TryGetValue(name, out var known)) return known;
            if (!Platform.Value.TryGetValue(name, out var path)) return null;
            var metadata = AssemblyMetadata.CreateFromFile(path);
            return Read[name] = (metadata, metadata.GetReference(new XmlDocumentation(Path.ChangeExtension(path, ".xml")), filePath: path));
        }
    }

    // the framework's folder also holds native libraries
    static bool IsManaged(string path)
    {
        using var file = new System.Reflection.PortableExecutable.PEReader(File.OpenRead(path));
        return file.HasMetadata;
    }
}
