namespace Backprop.Teaching;

/// <summary>Files of examples: read whole but never without limit, written whole or not at all.</summary>
static class ExampleFile
{
    /// <summary>64 MB: a network of 8 million weights. More is a mistake in the path.</summary>
    public const int MostBytes = 64 * 1024 * 1024;

    public static byte[] Read(string path, string expected = "an example file")
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var content = new MemoryStream();
            var block = new byte[81920];
            // counted while reading: a pipe does not know its length
            for (int count; (count = file.Read(block)) > 0;)
            {
                if (content.Length + count > MostBytes) throw TooLong();
                content.Write(block, 0, count);
            }
            return content.ToArray();
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InvalidInputException("", "", "no such file", expected);
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            throw new InvalidInputException("", "", Directory.Exists(path) ? "a directory" : "a file that cannot be read", expected);
        }
    }

    /// <summary>A text in UTF-8.</summary>
    public static string ReadText(string path, string expected)
    {
        var bytes = Read(path, expected);
        ExampleReader.CheckEncoding(bytes);
        return System.Text.Encoding.UTF8.GetString(bytes);
    }

    public static void CheckLength(long bytes)
    {
        if (bytes > MostBytes) throw TooLong();
    }

    public static void Write(string path, string text)
    {
        var directory = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (Directory.Exists(path)) throw new IOException($"{path}: found a directory, expected a file to write to");
        if (!Directory.Exists(directory)) throw new DirectoryNotFoundException($"{path}: found no folder {directory}, expected a file in a folder that is there");
        var temporary = Path.Combine(directory, Path.GetRandomFileName());
        try
        {
            File.WriteAllText(temporary, text);
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    static InvalidInputException TooLong() => new("", "", "more than 64 MB", "an example file of at most 64 MB");
}
