namespace Backprop.Teaching.Cli;

/// <summary>Where the lessons lie: in a folder <c>notebooks</c> beside or above the current folder.</summary>
static class Lessons
{
    /// <summary>Where they are laid out if nothing else is said: beside <c>notebooks</c>.</summary>
    public const string DefaultTarget = "my-lessons";

    /// <summary>The folder of the lessons.</summary>
    /// <returns>Its path; null when there is none.</returns>
    public static string? Folder()
    {
        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
        {
            var notebooks = Path.Combine(folder.FullName, "notebooks");
            if (Directory.Exists(notebooks) && Directory.EnumerateFiles(notebooks, "*.ipynb").Any()) return notebooks;
        }

        return null;
    }

    /// <summary>All lessons, in their order.</summary>
    /// <returns>Their files; none when there is no such folder.</returns>
    public static IReadOnlyList<string> All() => Folder() is { } folder ? [.. Directory.EnumerateFiles(folder, "*.ipynb").Order(StringComparer.Ordinal)] : [];
}
