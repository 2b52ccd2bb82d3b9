using System.Security.Cryptography;
using System.Text;
using Backprop.Teaching.Notebooks;

namespace Backprop.Teaching.Cli;

/// <summary>What <c>start</c> tried the last time, so that it runs again only what has changed.</summary>
sealed class StartStamp
{
    readonly string file;
    readonly string content;

    StartStamp(string file, string content)
    {
        this.file = file;
        this.content = content;
    }

    /// <summary>Whether the same kernel, on the same runtime, was tried with the same lessons for the same folder.</summary>
    public bool Holds => File.Exists(file) && File.ReadAllText(file) == content;

    /// <summary>The stamp of a kernel and lessons as they are now. It lies with the kernel's program, so a new program has none.</summary>
    public static StartStamp Of(InstalledKernel kernel, IReadOnlyList<string> lessons)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{Environment.Version} {Lessons.Home}"));
        foreach (var lesson in lessons) hash.AppendData(SHA256.HashData(File.ReadAllBytes(lesson)));
        var program = Path.GetDirectoryName(KernelSpec.Load(kernel.File).Arguments[1])!;
        return new(Path.Combine(program, ".tried"), Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>Notes that all went well.</summary>
    public void Write() => File.WriteAllText(file, content);
}
