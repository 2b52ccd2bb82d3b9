using System.Reflection;

namespace Backprop.Teaching.Notebooks.Tests;

/// <summary>The kernel as a user has it: published, once for all tests, and installed into a folder of those that share this.</summary>
public sealed class InstalledKernelFixture : IDisposable
{
    static readonly Lazy<string> Published = new(Publish);

    public InstalledKernelFixture()
    {
        Command = Program;
        var installed = Backprop("kernel", "install", "--sys-prefix", Prefix);
        Assert.True(installed.ExitCode == 0, installed.Text);
        Spec = KernelSpec.Load(SpecFile);
    }

    /// <summary>The root of the working copy.</summary>
    public static string RepositoryRoot { get; } = Path.GetFullPath(
        typeof(InstalledKernelFixture).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(each => each.Key == "RepositoryRoot").Value!);

    /// <summary>The published program. Whoever builds too asks for it first, so that no two builds write at once.</summary>
    public static string Program => Published.Value;

    /// <summary>The published program.</summary>
    public string Command { get; }

    /// <summary>A folder that goes with the test run.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("backprop-test-").FullName;

    /// <summary>The environment that the kernel is announced in.</summary>
    public string Prefix => Path.Combine(Folder, "prefix");

    /// <summary>The announcement.</summary>
    public string SpecFile => Path.Combine(Prefix, "share", "jupyter", "kernels", KernelSpec.DefaultName, "kernel.json");

    /// <summary>What it says.</summary>
    public KernelSpec Spec { get; }

    /// <summary>What a child process must know to find this kernel and no other.</summary>
    public Dictionary<string, string> Environment => new()
    {
        ["XDG_DATA_HOME"] = Path.Combine(Folder, "data"),
        ["JUPYTER_DATA_DIR"] = Path.Combine(Folder, "data", "jupyter"),
        ["JUPYTER_PATH"] = Path.Combine(Prefix, "share", "jupyter"),
        ["JUPYTER_CONFIG_DIR"] = Path.Combine(Folder, "config"),
        ["JUPYTER_RUNTIME_DIR"] = Path.Combine(Folder, "runtime"),
        ["IPYTHONDIR"] = Path.Combine(Folder, "ipython"),
    };

    /// <summary>Runs the published program.</summary>
    public ChildProcess.Outcome Backprop(params string[] arguments) =>
        ChildProcess.Run("dotnet", [Command, .. arguments], Environment, TimeSpan.FromMinutes(3));

    /// <summary>Runs a driver from the folder <c>Clients</c> and expects that it finds nothing wrong.</summary>
    /// <returns>What it printed.</returns>
    public string Drive(string program, string script, params string[] arguments)
    {
        var clients = Path.Combine(RepositoryRoot, "tests", "Backprop.Teaching.Notebooks.Tests", "Clients");
        var outcome = ChildProcess.Run(program, [Path.Combine(clients, script), .. arguments], Environment, TimeSpan.FromMinutes(6));
        Assert.True(outcome.ExitCode == 0, outcome.Text);
        return outcome.Text;
    }

    static string Publish()
    {
        var program = Path.Combine(RepositoryRoot, "artifacts", "test-kernel");
        var published = ChildProcess.Run("dotnet", ["publish", Path.Combine(RepositoryRoot, "src", "Backprop.Teaching.Cli"), "--configuration", "Release", "--output", program], null, TimeSpan.FromMinutes(15));
        Assert.True(published.ExitCode == 0, published.Text);
        return Path.Combine(program, "backprop.dll");
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
}
