using Backprop.Teaching.Tests.Cli;

namespace Backprop.Teaching.Tests.Conventions;

/// <summary>Every command line that a page tells people to type is run: here, or by what is named here.</summary>
public class DocumentedCommandTests
{
    const string Clone = "dotnet run --project src/Backprop.Teaching.Cli -- ";
    const string Packages = "tests/Backprop.Teaching.Notebooks.Tests/Packages/PackageTests.cs";
    const string Hub = "benchmarks/hub.sh";

    // what writes outside of a temporary folder or takes long: which file runs it, and in which words
    static readonly Dictionary<string, (string File, string Words)> RunElsewhere = new()
    {
        [Clone + "start"] = ("tests/Backprop.Teaching.Notebooks.Tests/Kernel/KernelCommandTests.cs", "\"start\""),
        ["./test.sh"] = (".ci/run", "test.sh"),
        ["dotnet tool install Backprop.Teaching.Cli --tool-path tools --add-source packages"] = (Packages, "\"tool\", \"install\", \"Backprop.Teaching.Cli\", \"--tool-path\""),
        ["tools/backprop start"] = (Packages, "Succeeds(backprop, folder, \"start\")"),
        ["apt-get install --no-install-recommends jupyterhub jupyter-notebook"] = (Hub, "Debian: jupyterhub jupyter-notebook"),
        ["dotnet publish src/Backprop.Teaching.Cli --configuration Release --output /opt/backprop"] = (Hub, "dotnet publish src/Backprop.Teaching.Cli --configuration Release --output"),
        ["dotnet /opt/backprop/backprop.dll kernel install --sys-prefix /usr/local"] = (Hub, "backprop.dll kernel install --sys-prefix"),
        ["ln --symbolic /opt/backprop/backprop /usr/local/bin/backprop"] = ("deploy/jupyterhub/jupyterhub_config.py", "shutil.which(\"backprop\")"),
        ["jupyterhub --config deploy/jupyterhub/jupyterhub_config.py"] = ("benchmarks/hub_config.py", "load_subconfig"),
    };

    public static TheoryData<string, string> Commands
    {
        get
        {
            var commands = new TheoryData<string, string>();
            foreach (var page in Pages())
                foreach (var line in ShellLines(File.ReadAllLines(page))) commands.Add(Path.GetRelativePath(Repository.Root, page), line);
            return commands;
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_on_a_page_is_run(string page, string command)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (RunElsewhere.TryGetValue(command, out var place))
        {
            Assert.Contains(place.Words, File.ReadAllText(Repository.At(place.File)), StringComparison.Ordinal);
            return;
        }
        var arguments = command.StartsWith(Clone, StringComparison.Ordinal) ? command[Clone.Length..] : command.StartsWith("backprop ", StringComparison.Ordinal) ? command["backprop ".Length..] : null;
        Assert.True(arguments is not null, $"{page}: '{command}' is neither a command of backprop nor named in {nameof(RunElsewhere)}");
        using var folder = new TemporaryFolder();
        var words = arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // what a command writes goes to a folder of the test, not into the clone
        for (var n = 1; n < words.Length; n++)
            if (words[n - 1] is "--out" or "--csv" or "--html") words[n] = folder.At(words[n]);
        var (code, _, error) = BackpropCommand.Run(words);
        Assert.True(code is 0 or 1, $"{page}: {command}\n{error}");
    }

    [Fact]
    public void The_example_on_the_page_of_the_format_is_one()
    {
        var json = File.ReadAllText(Repository.At("docs/example-format.md")).ReplaceLineEndings("\n").Split("```json\n")[1].Split("```")[0];
        Assert.True(GradientCheck.Run(Example.Parse(json)).Passed);
    }

    static IEnumerable<string> Pages() =>
        new[] { "README.md", "CONTRIBUTING.md", "SECURITY.md" }.Select(Repository.At)
            .Concat(new[] { "docs", "deploy" }.SelectMany(folder => Directory.GetFiles(Repository.At(folder), "*.md", SearchOption.AllDirectories)));

    // a block without a language is one that people type
    static IEnumerable<string> ShellLines(IEnumerable<string> lines)
    {
        string? language = null;
        foreach (var line in lines)
        {
            if (line.StartsWith("```", StringComparison.Ordinal)) language = language is null ? line[3..] : null;
            else if (language is "" && line.Split(' ')[0] is ("backprop" or "dotnet" or "apt-get" or "ln" or "jupyterhub" or "./test.sh" or "tools/backprop")) yield return line;
        }
    }
}
