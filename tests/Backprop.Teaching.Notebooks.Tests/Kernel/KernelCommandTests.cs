using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Backprop.Teaching.Notebooks.Tests;

[Collection(KernelCommands.Name)]
public class KernelCommandTests(InstalledKernelFixture kernel)
{
    string Elsewhere { get; } = Path.Combine(kernel.Folder, Guid.NewGuid().ToString("N"));

    [Fact]
    public void The_announcement_says_what_front_ends_need()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(kernel.SpecFile));
        var root = document.RootElement;
        Assert.Equal("C# (Backprop)", root.GetProperty("display_name").GetString());
        Assert.Equal("C#", root.GetProperty("language").GetString());
        Assert.Equal("message", root.GetProperty("interrupt_mode").GetString());
        Assert.Equal(["kernel", "run", "{connection_file}"], kernel.Spec.Arguments.Skip(2));
        Assert.All(kernel.Spec.Arguments.Take(2), file => Assert.True(Path.IsPathFullyQualified(file) && File.Exists(file), file));
        Assert.StartsWith(Path.Combine(kernel.Prefix, "share", "backprop-teaching"), kernel.Spec.Arguments[1], StringComparison.Ordinal);
        Assert.NotEqual(kernel.Command, kernel.Spec.Arguments[1]);
    }

    [Fact]
    public void What_is_installed_was_made_ready_to_run_and_a_plain_build_was_not()
    {
        Assert.True(new InstalledKernel(KernelSpec.DefaultName, kernel.SpecFile).IsReadyToRun());
        Assert.True(ProgramCopy.IsReadyToRun(Path.Combine(Path.GetDirectoryName(kernel.Spec.Arguments[1])!, "Microsoft.CodeAnalysis.CSharp.dll")));
        Assert.False(ProgramCopy.IsReadyToRun(typeof(ProgramCopy).Assembly.Location));
    }

    [Fact]
    public void Installing_again_changes_nothing()
    {
        var before = File.ReadAllText(kernel.SpecFile);
        var copies = Directory.GetDirectories(Path.Combine(kernel.Prefix, "share", "backprop-teaching", "kernels"));
        Succeeds(kernel.Backprop("kernel", "install", "--sys-prefix", kernel.Prefix));
        Assert.Equal(before, File.ReadAllText(kernel.SpecFile));
        Assert.Equal(copies, Directory.GetDirectories(Path.Combine(kernel.Prefix, "share", "backprop-teaching", "kernels")));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(kernel.SpecFile)!));
    }

    [Fact]
    public void Without_a_prefix_it_goes_to_the_folder_that_Jupyter_is_told()
    {
        var jupyter = kernel.Environment["JUPYTER_DATA_DIR"];
        Succeeds(kernel.Backprop("kernel", "install", "--name", "mine"));
        Assert.True(File.Exists(Path.Combine(jupyter, "kernels", "mine", "kernel.json")));
        Assert.Contains("mine", Succeeds(kernel.Backprop("kernel", "list")), StringComparison.Ordinal);
        Succeeds(kernel.Backprop("kernel", "uninstall", "--name", "mine"));
        Assert.False(Directory.Exists(Path.Combine(jupyter, "kernels", "mine")));
        // the environment has a copy of its own
        Assert.True(File.Exists(kernel.Spec.Arguments[1]));
    }

    [Fact]
    public void Without_that_it_goes_to_the_data_folder_of_the_user()
    {
        var environment = kernel.Environment;
        environment["JUPYTER_DATA_DIR"] = "";
        environment["XDG_DATA_HOME"] = Elsewhere;
        Succeeds(ChildProcess.Run("dotnet", [kernel.Command, "kernel", "install"], environment, TimeSpan.FromMinutes(1)));
        var file = Path.Combine(Elsewhere, "jupyter", "kernels", KernelSpec.DefaultName, "kernel.json");
        var copy = Path.GetDirectoryName(KernelSpec.Load(file).Arguments[1])!;
        Succeeds(ChildProcess.Run("dotnet", [kernel.Command, "kernel", "uninstall"], environment, TimeSpan.FromMinutes(1)));
        Assert.False(File.Exists(file));
        Assert.False(Directory.Exists(copy));
    }

    [Fact]
    public void The_check_starts_the_kernel() => Assert.Contains("starts and runs cells", Succeeds(kernel.Backprop("kernel", "check", "--sys-prefix", kernel.Prefix)), StringComparison.Ordinal);

    [Fact]
    public void The_check_says_what_is_missing_and_what_mends_it()
    {
        var none = kernel.Backprop("kernel", "check", "--sys-prefix", Elsewhere);
        Assert.Equal(1, none.ExitCode);
        Assert.Contains("kernel.json is missing", none.Text, StringComparison.Ordinal);
        Assert.Contains("backprop kernel install", none.Text, StringComparison.Ordinal);

        var file = Path.Combine(Elsewhere, "share", "jupyter", "kernels", "broken", "kernel.json");
        (kernel.Spec with { Arguments = [kernel.Spec.Arguments[0], Path.Combine(Elsewhere, "gone", "backprop.dll"), "kernel", "run", "{connection_file}"] }).Save(file);
        var broken = kernel.Backprop("kernel", "check", "--sys-prefix", Elsewhere, "--name", "broken");
        Assert.Equal(1, broken.ExitCode);
        Assert.Contains("backprop.dll is missing", broken.Text, StringComparison.Ordinal);

        (kernel.Spec with { Arguments = [.. kernel.Spec.Arguments.Take(3), "nonsense", "{connection_file}"] }).Save(file);
        var wrong = kernel.Backprop("kernel", "check", "--sys-prefix", Elsewhere, "--name", "broken");
        Assert.Equal(1, wrong.ExitCode);
        Assert.Contains("ended before it listened", wrong.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kernel", "install", "--name", "../up")]
    [InlineData("kernel", "install", "--name", "")]
    [InlineData("kernel", "uninstall", "--name", "never-was")]
    [InlineData("kernel", "run", "no-such-file.json")]
    [InlineData("kernel", "run")]
    [InlineData("kernel", "nonsense")]
    public void Bad_input_is_told_in_a_sentence(params string[] arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var outcome = kernel.Backprop(arguments);
        Assert.Equal(2, outcome.ExitCode);
        Assert.NotEmpty(outcome.Text.Trim());
        Assert.DoesNotContain("   at ", outcome.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_port_that_is_taken_is_told()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var file = Path.Combine(kernel.Folder, "taken.json");
        (FreePorts.Connection() with { IOPubPort = ((IPEndPoint)taken.LocalEndpoint).Port }).Save(file);
        var outcome = kernel.Backprop("kernel", "run", file);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("a port of it cannot be used", outcome.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_programs_kernel_is_left_alone()
    {
        var file = Path.Combine(Elsewhere, "share", "jupyter", "kernels", "python3", "kernel.json");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, """{"argv":["python3","-m","ipykernel_launcher"]}""");
        var outcome = kernel.Backprop("kernel", "uninstall", "--sys-prefix", Elsewhere, "--name", "python3");
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("announces another program", outcome.Text, StringComparison.Ordinal);
        Assert.True(File.Exists(file));
    }

    [Fact]
    public void Start_installs_tries_and_says_what_to_open()
    {
        var environment = kernel.Environment;
        environment["JUPYTER_DATA_DIR"] = Elsewhere;
        // away from the clone: what start writes is written there
        var text = Succeeds(ChildProcess.Run("dotnet", [kernel.Command, "start"], environment, TimeSpan.FromMinutes(2), Directory.CreateDirectory(Elsewhere).FullName));
        Assert.Contains("It starts and runs a cell", text, StringComparison.Ordinal);
        Assert.Contains("ms-toolsai.jupyter", text, StringComparison.Ordinal);
        Assert.Contains("jupyter.completionTriggerCharacters", text, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Elsewhere, "kernels", KernelSpec.DefaultName, "kernel.json")));

        // the second time what is the same is not tried again, and work is kept
        var mine = Path.Combine(Elsewhere, "my-lessons", "00-a-first-look.ipynb");
        File.AppendAllText(mine, " ");
        var again = Succeeds(ChildProcess.Run("dotnet", [kernel.Command, "start"], environment, TimeSpan.FromMinutes(2), Elsewhere));
        Assert.Contains("2. It starts and runs a cell (tried before; nothing has changed since).", again, StringComparison.Ordinal);
        Assert.Contains("(1 of yours kept as they are)", again, StringComparison.Ordinal);
        Assert.EndsWith(" ", File.ReadAllText(mine), StringComparison.Ordinal);
    }

    static string Succeeds(ChildProcess.Outcome outcome)
    {
        Assert.True(outcome.ExitCode == 0, outcome.Text);
        return outcome.Text;
    }
}
