namespace Backprop.Teaching.Notebooks;

/// <summary>Makes the kernel known to the front ends of this user, and forgotten again. No Python is needed for it.</summary>
public static class KernelInstallation
{
    /// <summary>Copies the running program to the user's data folder, or into the environment, and announces it as a kernel.</summary>
    /// <param name="sysPrefix">The root of an environment to announce it in, or null for the user's own folder.</param>
    /// <param name="name">The kernel's name, see <see cref="KernelSpec.DefaultName"/>.</param>
    /// <returns>What was installed.</returns>
    /// <exception cref="ArgumentException">The name has characters that front ends do not allow.</exception>
    /// <exception cref="IOException">A folder cannot be written.</exception>
    public static InstalledKernel Install(string? sysPrefix, string name)
    {
        CheckName(name);
        var file = KernelFolders.SpecFile(sysPrefix, name);
        var copy = ProgramCopy.Make(AppContext.BaseDirectory, KernelFolders.Copies(sysPrefix));
        // another name shows as another entry in the front end's list
        var displayName = name == KernelSpec.DefaultName ? KernelSpec.DefaultDisplayName : $"{KernelSpec.DefaultDisplayName} {name}";
        new KernelSpec
        {
            Arguments = [ProgramCopy.DotNet(), Path.Combine(copy, ProgramCopy.EntryAssembly), "kernel", "run", "{connection_file}"],
            DisplayName = displayName,
        }.Save(file);
        CopyRegister.Add(copy, file);
        CopyRegister.RemoveUnused(KernelFolders.Copies(sysPrefix));
        return new(name, file);
    }

    /// <summary>Takes the announcement away, and the copy if nothing else needs it.</summary>
    /// <param name="sysPrefix">Where it was announced, or null for the user's own folder.</param>
    /// <param name="name">The kernel's name.</param>
    /// <returns>False when there was none.</returns>
    /// <exception cref="IOException">There is a kernel of this name, but another program made it.</exception>
    public static bool Uninstall(string? sysPrefix, string name)
    {
        CheckName(name);
        var file = KernelFolders.SpecFile(sysPrefix, name);
        if (!File.Exists(file)) return false;
        if (!IsOurs(file)) throw new IOException($"{file} announces another program; expected was a kernel of Backprop.Teaching. It is left as it is.");
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        CopyRegister.RemoveUnused(KernelFolders.Copies(sysPrefix));
        return true;
    }

    /// <summary>The kernels of this program in one place.</summary>
    /// <param name="sysPrefix">The root of an environment, or null for the user's own folder.</param>
    /// <returns>In the order of their names.</returns>
    public static IReadOnlyList<InstalledKernel> List(string? sysPrefix)
    {
        var folder = KernelFolders.Specs(sysPrefix);
        if (!Directory.Exists(folder)) return [];
        return [.. Directory.EnumerateDirectories(folder)
            .Select(kernel => new InstalledKernel(Path.GetFileName(kernel), Path.Combine(kernel, "kernel.json")))
            .Where(kernel => File.Exists(kernel.File) && IsOurs(kernel.File))
            .OrderBy(kernel => kernel.Name, StringComparer.Ordinal)];
    }

    /// <summary>The kernel of a name, whether it is there or not.</summary>
    /// <param name="sysPrefix">The root of an environment, or null for the user's own folder.</param>
    /// <param name="name">The kernel's name.</param>
    /// <returns>Its name and where its announcement is expected.</returns>
    public static InstalledKernel Find(string? sysPrefix, string name)
    {
        CheckName(name);
        return new(name, KernelFolders.SpecFile(sysPrefix, name));
    }

    /// <summary>Marks the folder of the running program as used, so that no later install removes it meanwhile.</summary>
    /// <returns>What holds the mark; null where there is none to hold.</returns>
    public static IDisposable? MarkUsed() => ProgramCopy.MarkUsed();

    static bool IsOurs(string file)
    {
        try
        {
            return KernelSpec.Load(file).Arguments.Any(argument => Path.GetFileName(argument) == ProgramCopy.EntryAssembly);
        }
        catch (IOException)
        {
            return false;
        }
    }

    static void CheckName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length == 0 || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.') || name.Trim('.').Length == 0)
            throw new ArgumentException($"the kernel's name is '{name}'; expected are ASCII letters, digits, '-', '_' and '.'");
    }
}
