namespace Backprop.Teaching.Cli;

/// <summary>Where the lessons lie: in a folder <c>notebooks</c> beside or above the current folder.</summary>
static class Lessons
{
    /// <summary>All lessons, in their order.</summary>
    /// <returns>Their files; none when there is no such folder.</returns>
    public static IReadOnlyList<string> All()
    {
        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
        {
            var notebooks = Path.Combine(folder.FullName, "notebooks");
            if (!Directory.Exists(notebooks)) continue;
            var files = Directory.EnumerateFiles(notebooks, "*.ipynb").Order(StringComparer.Ordinal).ToList();
            if (files.Count > 0) return files;
        }

        return [];
    }
}
