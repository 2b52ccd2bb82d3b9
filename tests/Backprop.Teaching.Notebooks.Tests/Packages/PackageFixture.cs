using System.Runtime.InteropServices;

namespace Backprop.Teaching.Notebooks.Tests;

/// <summary>The packages, packed into a folder of this test run, and an environment that knows nothing of the working copy.</summary>
public sealed class PackageFixture : IDisposable
{
    public PackageFixture()
    {
        // two builds at once would write the same files
        _ = InstalledKernelFixture.Program;
        foreach (var project in new[] { "Backprop.Teaching", "Backprop.Teaching.Cli" })
        {
            var packed = ChildProcess.Run("dotnet", ["pack", Path.Combine(InstalledKernelFixture.RepositoryRoot, "src", project), "--output", Packages, "--verbosity", "quiet"], null, TimeSpan.FromMinutes(15));
            Assert.True(packed.ExitCode == 0, packed.Text);
        }
    }

    /// <summary>A folder that goes with the test run.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("backprop-packages-").FullName;

    /// <summary>Where the packages are.</summary>
    public string Packages => Path.Combine(Folder, "packages");

    /// <summary>A NuGet configuration that finds the packages in a folder, what they depend on among what was restored for the build, and nothing on the net.</summary>
    /// <returns>Its file.</returns>
    public string Configuration(string source)
    {
        var restored = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } stated ? stated
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var file = Path.Combine(Folder, Guid.NewGuid().ToString("N") + ".config");
        File.WriteAllText(file, $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="packed" value="{source}" />
                <add key="restored" value="{restored}" />
              </packageSources>
              <packageSourceMapping>
                <packageSource key="packed"><package pattern="Backprop.*" /></packageSource>
                <packageSource key="restored"><package pattern="*" /></packageSource>
              </packageSourceMapping>
            </configuration>
            """);
        return file;
    }

    /// <summary>A new folder, with nothing in it.</summary>
    public string Empty(string name) => Directory.CreateDirectory(Path.Combine(Folder, name)).FullName;

    /// <summary>Runs a program in a folder and expects that it succeeds.</summary>
    /// <returns>What it printed.</returns>
    public string Succeeds(string program, string workingDirectory, params string[] arguments)
    {
        var outcome = ChildProcess.Run(program, arguments, Surroundings(), TimeSpan.FromMinutes(15), workingDirectory);
        Assert.True(outcome.ExitCode == 0, $"{program} {string.Join(' ', arguments)}\n{outcome.Text}");
        return outcome.Text;
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Folder, recursive: true);
        }
        catch (IOException)
        {
            // a child that is just ending may still hold a file
        }
    }

    Dictionary<string, string> Surroundings() => new()
    {
        // restored packages are known by name and version: this run must see its own
        ["NUGET_PACKAGES"] = Path.Combine(Folder, "restored"),
        ["DOTNET_CLI_HOME"] = Folder,
        ["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..")),
        ["DOTNET_NOLOGO"] = "1",
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["XDG_DATA_HOME"] = Path.Combine(Folder, "data"),
        ["JUPYTER_DATA_DIR"] = Path.Combine(Folder, "data", "jupyter"),
    };
}
