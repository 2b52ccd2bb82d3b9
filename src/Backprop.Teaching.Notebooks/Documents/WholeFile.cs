namespace Backprop.Teaching.Notebooks;

/// <summary>Writes a file whole or not at all: to a temporary file beside it, which then takes its place.</summary>
static class WholeFile
{
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        var full = Path.GetFullPath(path);
        var temporary = Path.Combine(Path.GetDirectoryName(full)!, "." + Path.GetFileName(full) + ".saving");
        using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }
        File.Move(temporary, full, overwrite: true);
    }
}
