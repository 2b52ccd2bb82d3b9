namespace Backprop.Teaching.Tests.Conventions;

/// <summary>The C# sources of the clone, without what a build leaves behind.</summary>
static class SourceFiles
{
    static readonly string[] BuildFolders = ["bin", "obj", "artifacts"];

    public static IEnumerable<string> Under(string folder) => Directory.EnumerateFiles(Repository.At(folder), "*.cs", SearchOption.AllDirectories)
        .Where(path => !Path.GetRelativePath(Repository.Root, path).Split(Path.DirectorySeparatorChar).Intersect(BuildFolders).Any())
        .Order(StringComparer.Ordinal);
}
