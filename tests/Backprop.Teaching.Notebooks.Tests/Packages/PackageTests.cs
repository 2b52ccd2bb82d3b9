using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Backprop.Teaching.Notebooks.Tests;

/// <summary>What a user gets who has no clone: the library from its package, the command as a tool.</summary>
public sealed partial class PackageTests(PackageFixture packages) : IClassFixture<PackageFixture>
{
    [Fact]
    public void The_library_brings_its_documentation_and_depends_on_MathNet_alone()
    {
        using var package = Open("Backprop.Teaching");
        var files = package.Entries.Select(entry => entry.FullName).ToList();
        Assert.Superset(new HashSet<string> { "lib/net10.0/Backprop.Teaching.dll", "lib/net10.0/Backprop.Teaching.xml", "README.md", "interactive-extensions/dotnet/extension.dib" }, files.ToHashSet());
        using var description = package.GetEntry("Backprop.Teaching.nuspec")!.Open();
        Assert.Equal(["MathNet.Numerics"], XDocument.Load(description).Descendants().Where(each => each.Name.LocalName == "dependency").Select(each => each.Attribute("id")!.Value));
    }

    [Fact]
    public void A_console_program_with_the_package_prints_what_its_page_says()
    {
        using var package = Open("Backprop.Teaching");
        using var page = new StreamReader(package.GetEntry("README.md")!.Open());
        var printed = RunsOn(packages.Packages, "console", page.ReadToEnd().ReplaceLineEndings("\n").Split("```csharp\n")[1].Split("```")[0]);
        Assert.StartsWith("0.008771354689486937\n", printed, StringComparison.Ordinal);
        Assert.Contains("dW[1][0,0]@0 as a sum over 2 paths", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void The_tool_takes_a_student_from_an_empty_folder_to_the_first_lesson()
    {
        var tool = packages.Empty("tool");
        packages.Succeeds("dotnet", packages.Folder, "tool", "install", "Backprop.Teaching.Cli", "--tool-path", tool, "--configfile", packages.Configuration(packages.Packages));
        var backprop = Path.Combine(tool, OperatingSystem.IsWindows() ? "backprop.exe" : "backprop");
        var folder = packages.Empty("student");

        var said = packages.Succeeds(backprop, folder, "start");
        Assert.DoesNotContain(InstalledKernelFixture.RepositoryRoot, said, StringComparison.Ordinal);
        var kernel = new InstalledKernel(KernelSpec.DefaultName, Path.Combine(packages.Folder, "data", "jupyter", "kernels", KernelSpec.DefaultName, "kernel.json"));
        Assert.Null(kernel.Fault());
        Assert.True(kernel.IsReadyToRun(), "the tool for the machine that packed it holds machine code");
        Assert.Equal(Names(Path.Combine(InstalledKernelFixture.RepositoryRoot, "notebooks")), Names(Path.Combine(folder, "my-lessons")));
        Assert.True(File.Exists(Path.Combine(folder, "pages", "index.html")));
        // a lesson is worked on in the folder that it was laid out in
        packages.Succeeds(backprop, folder, "notebook", "run", Path.Combine("my-lessons", Names(Path.Combine(folder, "my-lessons"))[0]), "--solutions");
        // what the lessons and their pages link to lies with them
        var links = Directory.EnumerateFiles(Path.Combine(folder, "my-lessons")).SelectMany(file => Link().Matches(File.ReadAllText(file)).Select(link => (file, link.Groups[1].Value)))
            .Concat(Directory.EnumerateFiles(Path.Combine(folder, "pages"), "*.html").SelectMany(file => Reference().Matches(File.ReadAllText(file)).Select(link => (file, link.Groups[1].Value)))).ToList();
        Assert.Contains(links, link => link.Item2 == "answer-sheets.md");
        Assert.Contains(links, link => link.Item2 == "../my-lessons/notation.md");
        Assert.All(links, link => Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(link.file)!, link.Item2)), $"{link.file}: {link.Item2}"));

        packages.Succeeds(backprop, folder, "lessons", "polyglot", "--host", "polyglot");
        var printed = RunsOn(Path.Combine(folder, "polyglot", "packages"), "guest", "Console.WriteLine(Backprop.Teaching.Backpropagation.Run(Backprop.Teaching.Examples.Mazur).Layer(1).Delta[0].Value);");
        Assert.Equal("0.008771354689486937\n", printed);
    }

    [GeneratedRegex(@"\]\(([\w./-]+\.(?:md|ipynb))(?:#[\w-]*)?\)")]
    private static partial Regex Link();

    [GeneratedRegex("href=\"([\\w./-]+\\.(?:md|html))[\"#]")]
    private static partial Regex Reference();

    /// <summary>Compiles and runs a program that takes the library from a folder of packages.</summary>
    string RunsOn(string source, string name, string code)
    {
        var folder = packages.Empty(name);
        File.WriteAllText(Path.Combine(folder, "Program.cs"), code);
        File.WriteAllText(Path.Combine(folder, name + ".csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <RestoreConfigFile>{packages.Configuration(source)}</RestoreConfigFile>
                <RestorePackagesPath>restored</RestorePackagesPath>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Backprop.Teaching" Version="{KernelInfo.Version}" />
              </ItemGroup>
            </Project>
            """);
        return packages.Succeeds("dotnet", folder, "run").ReplaceLineEndings("\n");
    }

    static string[] Names(string folder) => [.. Directory.GetFiles(folder, "*.ipynb").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    ZipArchive Open(string id) => ZipFile.OpenRead(Path.Combine(packages.Packages, $"{id}.{KernelInfo.Version}.nupkg"));
}
