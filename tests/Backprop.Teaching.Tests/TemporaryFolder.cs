namespace Backprop.Teaching.Tests;

/// <summary>A folder for the files of one test, gone after it.</summary>
sealed class TemporaryFolder : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("backprop-");

    public string Root => folder.FullName;

    public IEnumerable<string> Files => folder.GetFiles("*", SearchOption.AllDirectories).Select(file => file.Name);

    public string At(string name) => Path.Combine(folder.FullName, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(At(name), text);
        return At(name);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
