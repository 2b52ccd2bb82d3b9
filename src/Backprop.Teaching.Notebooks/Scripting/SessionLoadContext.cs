using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;

namespace Backprop.Teaching.Notebooks;

/// <summary>Holds the assemblies of a session's cells, and finds what <c>#r</c> has named when it runs.</summary>
sealed class SessionLoadContext() : AssemblyLoadContext("cells")
{
    readonly ConcurrentDictionary<string, Assembly> cells = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, string> files = new(StringComparer.OrdinalIgnoreCase);
    readonly ConcurrentDictionary<string, string> nativeFiles = new(StringComparer.OrdinalIgnoreCase);

    public bool IsCell(Assembly assembly) => assembly.GetName().Name is { } name && cells.TryGetValue(name, out var cell) && cell == assembly;

    public Assembly LoadCell(string name, MemoryStream image, MemoryStream symbols)
    {
        image.Position = symbols.Position = 0;
        return cells[name] = LoadFromStream(image, symbols);
    }

    /// <summary>Makes an assembly known by its simple name. The first file of a name stays.</summary>
    public string AddFile(string path) => files.GetOrAdd(Path.GetFileNameWithoutExtension(path), path);

    public void AddNativeFile(string path) => nativeFiles.TryAdd(Path.GetFileNameWithoutExtension(path), path);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name is not { } name) return null;
        if (cells.TryGetValue(name, out var cell)) return cell;
        if (name == InteractiveFormatting.AssemblyName) return InteractiveFormatting.Assembly;
        // what the host has, it gives: two copies of one library would not know each other's types
        if (HostReferences.Find(name) is not null) return null;
        if (files.TryGetValue(name, out var path)) return LoadFromAssemblyPath(path);
        var beside = files.Values.Select(file => Path.Combine(Path.GetDirectoryName(file)!, name + ".dll")).FirstOrDefault(File.Exists);
        return beside is null ? null : LoadFromAssemblyPath(beside);
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        var path = nativeFiles.GetValueOrDefault(unmanagedDllName) ?? nativeFiles.GetValueOrDefault("lib" + unmanagedDllName) ?? nativeFiles.GetValueOrDefault(Path.GetFileNameWithoutExtension(unmanagedDllName));
        return path is null ? 0 : LoadUnmanagedDllFromPath(path);
    }
}
