namespace Backprop.Teaching.Cli;

/// <summary>Where the lessons lie: in a folder <c>notebooks</c> beside or above the current folder.</summary>
static class Lessons
{
    /// <summary>The first lesson.</summary>
    /// <returns>Its file; null when there is none.</returns>
    public static string? First()
    {
        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
        {
            var notebooks = Path.Combine(folder.FullName, "notebooks");
            if (!Directory.Exists(notebooks)) continue;
            var first = Directory.EnumerateFiles(notebooks, "*.ipynb").Order(StringComparer.Ordinal).FirstOrDefault();
            if (first is not null) return first;
        }

        return null;
    }
}
