namespace Backprop.Teaching.Cli;

/// <summary>A folder that a command writes to.</summary>
static class OutputFolder
{
    /// <summary>Says what is wrong with a path that cannot become a folder; nothing has been written then.</summary>
    public static void Expect(string path)
    {
        if (File.Exists(path)) throw new InvalidInputException("", "", "a file", "a folder to write to, or a name that is free", path);
    }
}
