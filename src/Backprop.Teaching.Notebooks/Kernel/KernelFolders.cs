namespace Backprop.Teaching.Notebooks;

/// <summary>Where kernels are announced to front ends, and where the copies of this program lie.</summary>
static class KernelFolders
{
    const string Announcement = "kernel.json";

    /// <summary>The folder of kernelspecs to write to: under <paramref name="sysPrefix"/>, else where Jupyter keeps the user's own.</summary>
    public static string Specs(string? sysPrefix) =>
        Path.Combine(sysPrefix is null ? UserData() : Path.Combine(Path.GetFullPath(sysPrefix), "share", "jupyter"), "kernels");

    /// <summary>The file that announces the kernel of this name.</summary>
    public static string SpecFile(string? sysPrefix, string name) => Path.Combine(Specs(sysPrefix), name, Announcement);

    /// <summary>The folder that holds the copies of this program: with the kernels of an environment, so that whoever may read those may run it, else with the user's own data.</summary>
    public static string Copies(string? sysPrefix) => Path.Combine(
        sysPrefix is null ? Folder(Environment.SpecialFolder.LocalApplicationData) : Path.Combine(Path.GetFullPath(sysPrefix), "share"),
        "backprop-teaching",
        "kernels");

    static string UserData()
    {
        if (Variable("JUPYTER_DATA_DIR") is { } stated) return Path.GetFullPath(stated);
        if (Variable("XDG_DATA_HOME") is { } data) return Path.Combine(Path.GetFullPath(data), "jupyter");
        if (OperatingSystem.IsWindows()) return Path.Combine(Folder(Environment.SpecialFolder.ApplicationData), "jupyter");
        var home = Folder(Environment.SpecialFolder.UserProfile);
        return OperatingSystem.IsMacOS() ? Path.Combine(home, "Library", "Jupyter") : Path.Combine(home, ".local", "share", "jupyter");
    }

    static string Folder(Environment.SpecialFolder folder) => Environment.GetFolderPath(folder, Environment.SpecialFolderOption.DoNotVerify);

    static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
