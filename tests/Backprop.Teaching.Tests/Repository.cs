using System.Reflection;

namespace Backprop.Teaching.Tests;

/// <summary>The clone in which the tests run, wherever their binaries are.</summary>
static class Repository
{
    public static string Root { get; } = Path.GetFullPath(
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepositoryRoot").Value!);

    public static IReadOnlyList<string> GoldenFiles => Files("data/golden");

    public static IReadOnlyList<string> ExampleFiles => Files("data/examples");

    public static string At(string path) => Path.Combine(Root, path);

    static string[] Files(string folder) => [.. Directory.GetFiles(At(folder), "*.json").Order(StringComparer.Ordinal)];
}
