namespace Backprop.Teaching.Cli;

/// <summary>Where the lessons lie: in the folder <c>notebooks</c> of a clone, beside or above the current folder; elsewhere those that the installed tool brings.</summary>
static class Lessons
{
    /// <summary>The folder that they are laid out in if nothing else is said.</summary>
    public const string DefaultTarget = "my-lessons";

    const string Name = "notebooks";

    /// <summary>Where what belongs to a student goes: the clone, or the current folder where there is none.</summary>
    public static string Home => Clone() ?? Environment.CurrentDirectory;

    /// <summary>The folder of the lessons.</summary>
    /// <returns>Its path; null when there is none.</returns>
    public static string? Folder() => new[] { Clone(), AppContext.BaseDirectory }.OfType<string>().Select(folder => Path.Combine(folder, Name)).FirstOrDefault(HasLessons);

    /// <summary>All lessons, in their order.</summary>
    /// <returns>Their files; none when there is no such folder.</returns>
    public static IReadOnlyList<string> All() => Folder() is { } folder ? [.. Directory.EnumerateFiles(folder, "*.ipynb").Order(StringComparer.Ordinal)] : [];

    static string? Clone()
    {
        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Backprop.Teaching.sln")) && HasLessons(Path.Combine(folder.FullName, Name))) return folder.FullName;
        return null;
    }

    static bool HasLessons(string folder) => Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*.ipynb").Any();
}
