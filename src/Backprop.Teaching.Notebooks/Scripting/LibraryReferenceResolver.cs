using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using MathNet.Numerics.LinearAlgebra;
using Microsoft.CodeAnalysis;

namespace Backprop.Teaching.Notebooks;

/// <summary>Finds what <c>#r</c> names: the host's own libraries at once, other packages through the SDK, files relative to the notebook.</summary>
sealed class LibraryReferenceResolver(ScriptSessionOptions options, SessionLoadContext loadContext) : MetadataReferenceResolver
{
    const string Scheme = "nuget:";

    readonly PackageRestorer packages = new(options.PackageFolder);
    readonly ConcurrentDictionary<string, string> problems = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, ImmutableArray<PortableExecutableReference>> resolved = new(StringComparer.Ordinal);

    /// <summary>Ends a restore that is under way.</summary>
    public CancellationToken Interrupt { get; set; }

    /// <summary>What the packages named so far need beside the one file that a directive can stand for: their other files and their dependencies.</summary>
    public ImmutableArray<MetadataReference> Companions { get; private set; } = [];

    /// <summary>Whether anything but the host's own libraries was named.</summary>
    public bool HasForeign { get; private set; }

    /// <summary>Why a reference named in a compiler message could not be resolved, in words that help.</summary>
    public string? Explain(string compilerMessage) => problems.FirstOrDefault(pair => compilerMessage.Contains($"'{pair.Key}'", StringComparison.Ordinal)).Value;

    /// <summary>What was resolved before; nothing is looked for, let alone restored.</summary>
    public ImmutableArray<PortableExecutableReference> Known(string reference) => resolved.GetValueOrDefault(reference, []);

    public override ImmutableArray<PortableExecutableReference> ResolveReference(string reference, string? baseFilePath, MetadataReferenceProperties properties)
    {
        ArgumentNullException.ThrowIfNull(reference);
        if (resolved.TryGetValue(reference, out var known)) return known;
        problems.TryRemove(reference, out _);
        try
        {
            return resolved[reference] = reference.TrimStart().StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? Package(reference) : [FileAt(reference, baseFilePath)];
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException or BadImageFormatException)
        {
            problems[reference] = error.Message;
            return [];
        }
    }

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    static Assembly? HostPackage(string id) =>
        id.Equals("Backprop.Teaching", StringComparison.OrdinalIgnoreCase) ? typeof(IDisplayable).Assembly :
        id.Equals("MathNet.Numerics", StringComparison.OrdinalIgnoreCase) ? typeof(Matrix<double>).Assembly : null;

    /// <summary>The version of the package that an assembly is.</summary>
    public static string VersionOf(Assembly assembly)
    {
        var version = assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? assembly.GetName().Version!.ToString(3);
        // what follows the plus is a commit, not a version
        return version.Split('+')[0];
    }

    ImmutableArray<PortableExecutableReference> Package(string reference)
    {
        var parts = reference[(reference.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(',', StringSplitOptions.TrimEntries);
        var id = parts[0];
        var version = parts.Length > 1 ? parts[1] : "";
        if (id.Length == 0 || parts.Length > 2) throw new InvalidDataException($"#r \"{reference}\": found {parts.Length} parts, expected \"nuget: Id, Version\".");
        if (HostPackage(id) is { } assembly)
        {
            var own = VersionOf(assembly);
            if (version.Length > 0 && version != own) throw new InvalidDataException($"#r \"{reference}\": version {version} is asked for, this host brings {id} {own}; leave the version out.");
            return [HostReferences.Find(assembly.GetName().Name!)!];
        }
        if (version.Length == 0) throw new InvalidDataException($"#r \"{reference}\": no version is stated; expected \"nuget: {id}, VERSION\", so that the notebook means the same tomorrow.");
        HasForeign = true;
        var restored = packages.Restore(id, version, Interrupt);
        foreach (var native in restored.NativeFiles) loadContext.AddNativeFile(native);
        foreach (var file in restored.RuntimeFiles)
        {
            if (HostReferences.Find(Path.GetFileNameWithoutExtension(file)) is not null) continue;
            var loaded = loadContext.AddFile(file);
            if (loaded != file) throw new InvalidDataException($"#r \"{reference}\": needs {file}, but this session already uses {loaded}; restart the kernel and name this package first.");
        }
        // the compiler takes one file for a directive and no more
        var files = restored.CompileFiles.Select(Reference).ToList();
        var first = files.FirstOrDefault() ?? HostReferences.Find("System.Runtime")!;
        Companions = [.. Companions.Concat(files.Where(file => file != first)).DistinctBy(file => file.Display)];
        return [first];
    }

    PortableExecutableReference FileAt(string reference, string? baseFilePath)
    {
        var folder = baseFilePath is null ? options.WorkingDirectory : Path.GetDirectoryName(Path.GetFullPath(baseFilePath, options.WorkingDirectory))!;
        var path = Path.GetFullPath(reference, folder);
        if (!File.Exists(path))
        {
            // "System.Net.Http" and the like name an assembly, not a file
            if (HostReferences.Find(Path.GetFileNameWithoutExtension(reference) is { } name && reference.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? name : reference) is { } own) return own;
            throw new FileNotFoundException($"#r \"{reference}\": no file {path}; expected a path relative to the notebook, or \"nuget: Id, Version\".");
        }
        if (HostReferences.Find(Path.GetFileNameWithoutExtension(path)) is { } host) return host;
        HasForeign = true;
        // the file is found invalid here, with its name, and not somewhere inside the compiler
        AssemblyName.GetAssemblyName(path);
        loadContext.AddFile(path);
        return Reference(path);
    }

    static PortableExecutableReference Reference(string path) =>
        HostReferences.Find(Path.GetFileNameWithoutExtension(path)) ?? MetadataReference.CreateFromFile(path, documentation: new XmlDocumentation(Path.ChangeExtension(path, ".xml")));
}
