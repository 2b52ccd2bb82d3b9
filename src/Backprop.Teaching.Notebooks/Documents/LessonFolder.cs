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

    /// <summary>Writes an edition of every lesson, and the README that lies with them.</summary>
    /// <param name="source">The folder with the lessons, <c>*.ipynb</c>.</param>
    /// <param name="target">The folder to work in; it is made if it is not there.</param>
    /// <param name="edition">For whom.</param>
    /// <returns>Each file and what became of it, in the order of the names.</returns>
    /// <exception cref="InvalidDataException">A lesson is no notebook; nothing was written.</exception>
    /// <exception cref="IOException">A file cannot be read or written, or both folders are the same.</exception>
    public static IReadOnlyList<LaidOutFile> LayOut(string source, string target, LessonEdition edition)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        if (Path.GetFullPath(source).TrimEnd(Path.DirectorySeparatorChar) == Path.GetFullPath(target).TrimEnd(Path.DirectorySeparatorChar))
            throw new IOException($"{target}: found the folder of the lessons themselves, expected another one to work in.");
        if (File.Exists(target)) throw new IOException($"{target}: found a file, expected a folder to work in.");

        // all are read before the first is written
        var texts = Directory.EnumerateFiles(source, "*.ipynb").Order(StringComparer.Ordinal).Select(file => (Name: Path.GetFileName(file), Text: Edition(file, edition))).ToList();
        var readme = Path.Combine(source, "README.md");
        if (File.Exists(readme)) texts.Add(("README.md", File.ReadAllText(readme)));

        Directory.CreateDirectory(target);
        var written = ReadRegister(target);
        var files = texts.Select(each => Write(Path.Combine(target, each.Name), Encoding.UTF8.GetBytes(each.Text), written)).ToList();
        WholeFile.Write(Path.Combine(target, Register), Encoding.UTF8.GetBytes(NotebookJson.Write(written)));
        return files;
    }

    static string Edition(string file, LessonEdition edition)
    {
        var lesson = Notebook.Read(file);
        return (edition == LessonEdition.Student ? lesson.ForStudents() : lesson).ToJson();
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
