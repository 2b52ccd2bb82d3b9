namespace Backprop.Teaching.Notebooks;

/// <summary>What a <see cref="ScriptSession"/> needs to know about the notebook that it runs.</summary>
public sealed record ScriptSessionOptions
{
    /// <summary>The folder that <c>#r "file.dll"</c> and <c>#load "file.cs"</c> are relative to: the notebook's own.</summary>
    /// <value>The default is the process's current directory.</value>
    public string WorkingDirectory { get; init; } = Environment.CurrentDirectory;

    /// <summary>Where packages of <c>#r "nuget: Id, Version"</c> are restored to.</summary>
    /// <value>The default is a folder <c>backprop-teaching/packages</c> under the user's local data.</value>
    public string PackageFolder { get; init; } = Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "backprop-teaching", "packages");

    /// <summary>How long an interrupted cell may take to end before its thread is left behind.</summary>
    /// <value>The default is 2 seconds.</value>
    public TimeSpan InterruptPatience { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Cells that a kernel compiles and runs for itself while none of the person's runs, so that those find everything started.</summary>
    /// <value>Each continues the one before it. Nobody sees what they show. The default is one that needs no library.</value>
    public IReadOnlyList<string> WarmUpCells { get; init; } = ["var numbers = new[] { 1.0, 2.0 }.Select(x => x * 2); Console.Write($\"{numbers.Sum()}\"); numbers.Count()"];
}
