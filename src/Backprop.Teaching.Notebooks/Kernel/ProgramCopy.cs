using System.Globalization;
using System.Reflection;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Backprop.Teaching.Notebooks;

/// <summary>Copies of this program in the user's data folder: a kernel must outlive the build folder that it was installed from.</summary>
static class ProgramCopy
{
    const string InUse = ".in-use";

    /// <summary>The file of the command that runs.</summary>
    public static string EntryAssembly => Assembly.GetEntryAssembly()!.GetName().Name + ".dll";

    /// <summary>The <c>dotnet</c> command that runs this program.</summary>
    public static string DotNet()
    {
        var runtime = RuntimeEnvironment.GetRuntimeDirectory().TrimEnd(Path.DirectorySeparatorChar);
        // <dotnet>/shared/Microsoft.NETCore.App/<version>
        return Path.GetFullPath(Path.Combine(runtime, "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
    }

    /// <summary>Copies <paramref name="source"/> into a folder of copies, unless the same copy is there already.</summary>
    /// <returns>The folder of the copy. It appears as a whole or not at all.</returns>
    public static string Make(string source, string copies)
    {
        var target = Path.Combine(copies, $"{KernelInfo.Version}-{Fingerprint(source)}");
        if (Directory.Exists(target)) return target;
        Directory.CreateDirectory(copies);
        var unfinished = Path.Combine(copies, $".unfinished-{Guid.NewGuid():N}");
        try
        {
            foreach (var file in Files(source))
            {
                var copy = Path.Combine(unfinished, Path.GetRelativePath(source, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }

            File.WriteAllText(Path.Combine(unfinished, InUse), "");
            Directory.Move(unfinished, target);
        }
        catch (IOException) when (Directory.Exists(target))
        {
            // another install was quicker with the same copy
        }
        finally
        {
            if (Directory.Exists(unfinished)) Directory.Delete(unfinished, recursive: true);
        }

        return target;
    }

    /// <summary>Marks the folder of the running program as used, so that no later install removes it.</summary>
    /// <returns>What holds the mark; null where there is none to hold.</returns>
    public static IDisposable? MarkUsed()
    {
        var mark = Path.Combine(AppContext.BaseDirectory, InUse);
        return File.Exists(mark) ? new FileStream(mark, FileMode.Open, FileAccess.Read, FileShare.Read) : null;
    }

    /// <summary>Removes a copy, unless a kernel runs from it.</summary>
    /// <returns>Whether it is gone.</returns>
    public static bool TryRemove(string copy)
    {
        try
        {
            var mark = Path.Combine(copy, InUse);
            if (File.Exists(mark)) new FileStream(mark, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose();
            if (Directory.Exists(copy)) Directory.Delete(copy, recursive: true);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Whether an assembly holds machine code, as publishing makes it, beside the portable code.</summary>
    public static bool IsReadyToRun(string assembly)
    {
        using var stream = File.OpenRead(assembly);
        using var reader = new PEReader(stream);
        return reader.PEHeaders.CorHeader is { ManagedNativeHeaderDirectory.Size: > 0 };
    }

    static string Fingerprint(string source)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Files(source))
        {
            var content = SHA256.HashData(File.ReadAllBytes(file));
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Path.GetRelativePath(source, file)}\n")));
            hash.AppendData(content);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(file => Path.GetFileName(file) != InUse)
        .Order(StringComparer.Ordinal);
}
