using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Backprop.Teaching.Notebooks;

/// <summary>Lays out the lessons in a folder to work in. A file that its reader has changed is never overwritten.</summary>
/// <remarks>The file <c>.lessons.json</c> beside them holds the SHA-256 of each file as it was written: that is how a changed one is told.</remarks>
public static class LessonFolder
{
    const string Register = ".lessons.json";
    const string Packages = "packages";

    /// <summary>Writes an edition of every lesson, and what lies with them to read.</summary>
    /// <param name="source">The folder with the lessons, <c>*.ipynb</c>.</param>
    /// <param name="target">The folder to work in; it is made if it is not there.</param>
    /// <param name="edition">For whom.</param>
    /// <param name="host">Where the lessons are opened; for another host than ours the folder <c>packages</c> is filled with the library's package.</param>
    /// <returns>Each file and what became of it, in the order of the names.</returns>
    /// <exception cref="InvalidDataException">A lesson is no notebook; nothing was written.</exception>
    /// <exception cref="IOException">A file cannot be read or written, or both folders are the same.</exception>
    public static IReadOnlyList<LaidOutFile> LayOut(string source, string target, LessonEdition edition, NotebookHost host = NotebookHost.Backprop)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        if (Path.GetFullPath(source).TrimEnd(Path.DirectorySeparatorChar) == Path.GetFullPath(target).TrimEnd(Path.DirectorySeparatorChar))
            throw new IOException($"{target}: found the folder of the lessons themselves, expected another one to work in.");
        if (File.Exists(target)) throw new IOException($"{target}: found a file, expected a folder to work in.");

        // all are read before the first is written
        var packages = Path.Combine(Path.GetFullPath(target), Packages);
        var texts = Files(source, "*.ipynb").Select(file => (Name: Path.GetFileName(file), Text: HostEdition.Write(Edition(file, edition), host, packages))).ToList();
        texts.AddRange(Files(source, "*.md").Select(file => (Path.GetFileName(file), Linked(File.ReadAllText(file), file, ""))));

        Directory.CreateDirectory(target);
        if (host != NotebookHost.Backprop) LibraryPackage.Save(packages);
        var written = ReadRegister(target);
        var files = texts.Select(each => Write(Path.Combine(target, each.Name), Encoding.UTF8.GetBytes(each.Text), written)).ToList();
        WholeFile.Write(Path.Combine(target, Register), Encoding.UTF8.GetBytes(NotebookJson.Write(written)));
        return files;
    }

    static IEnumerable<string> Files(string folder, string pattern) => Directory.EnumerateFiles(folder, pattern).Order(StringComparer.Ordinal);

    /// <summary>A lesson whose links to other documents lead to those that are laid out with the lessons.</summary>
    /// <param name="lesson">The <c>.ipynb</c> file.</param>
    /// <param name="documents">Where they lie for who follows the links: nothing for the same folder, or a folder that ends in <c>/</c>.</param>
    /// <returns>The notebook.</returns>
    /// <exception cref="InvalidDataException">It is no notebook.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Notebook Read(string lesson, string documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var notebook = Notebook.Read(lesson);
        return notebook.With(notebook.Cells.Select(cell => cell.Kind == CellKind.Markdown ? cell with { Source = Linked(cell.Source, lesson, documents) } : cell));
    }

    static Notebook Edition(string file, LessonEdition edition) => edition == LessonEdition.Student ? Read(file, "").ForStudents() : Read(file, "");

    // in a clone the documents of the repository are where the lessons say; the lessons' own page is beside those laid out
    static string Linked(string text, string file, string documents)
    {
        text = text.Replace("](README.md)", $"]({documents}README.md)", StringComparison.Ordinal);
        return File.Exists(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, "..", "README.md"))
            ? text
            : text.Replace("](../README.md#names)", $"]({documents}notation.md)", StringComparison.Ordinal).Replace("](../docs/", $"]({documents}", StringComparison.Ordinal);
    }

    static LaidOutFile Write(string path, byte[] content, JsonObject written)
    {
        var name = Path.GetFileName(path);
        var state = LaidOutState.New;
        if (File.Exists(path))
        {
            var there = Hash(File.ReadAllBytes(path));
            state = there == Hash(content) ? LaidOutState.Same : there == OutputJson.Text(written[name]) ? LaidOutState.Updated : LaidOutState.Kept;
        }
        if (state is LaidOutState.New or LaidOutState.Updated) WholeFile.Write(path, content);
        if (state != LaidOutState.Kept) written[name] = Hash(content);
        return new(path, state);
    }

    // without a readable register every file that differs counts as changed
    static JsonObject ReadRegister(string folder)
    {
        var path = Path.Combine(folder, Register);
        if (!File.Exists(path)) return [];
        try
        {
            return JsonNode.Parse(File.ReadAllText(path)) as JsonObject ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
