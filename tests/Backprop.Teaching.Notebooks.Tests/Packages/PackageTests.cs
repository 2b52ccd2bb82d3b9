using System.IO.Compression;
using System.Xml.Linq;

namespace Backprop.Teaching.Notebooks.Tests;

/// <summary>What a user gets who has no clone: the library from its package, the command as a tool.</summary>
[Collection(KernelTests.Name)]
public sealed class PackageTests(PackageFixture packages) : IClassFixture<PackageFixture>
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
        var code = page.ReadToEnd().ReplaceLineEndings("\n").Split("```csharp\n")[1].Split("```")[0];
        var folder = packages.Empty("console");
        File.WriteAllText(Path.Combine(folder, "Program.cs"), code);
        File.WriteAllText(Path.Combine(folder, "console.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <RestoreConfigFile>{packages.Configuration}</RestoreConfigFile>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Backprop.Teaching" Version="{KernelInfo.Version}" />
              </ItemGroup>
            </Project>
            """);
        var printed = packages.Succeeds("dotnet", folder, "run").ReplaceLineEndings("\n");
        Assert.StartsWith("0.008771354689486937\n", printed, StringComparison.Ordinal);
        Assert.Contains("dW[1][0,0]@0 as a sum over 2 paths", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void The_tool_starts_in_an_empty_folder()
    {
        var tool = packages.Empty("tool");
        packages.Succeeds("dotnet", packages.Folder, "tool", "install", "Backprop.Teaching.Cli", "--tool-path", tool, "--configfile", packages.Configuration);
        var backprop = Path.Combine(tool, OperatingSystem.IsWindows() ? "backprop.exe" : "backprop");

        var folder = packages.Empty("student");
        var said = packages.Succeeds(backprop, folder, "start");
        Assert.DoesNotContain(InstalledKernelFixture.RepositoryRoot, said, StringComparison.Ordinal);
        var kernel = new InstalledKernel(KernelSpec.DefaultName, Path.Combine(packages.Folder, "data", "jupyter", "kernels", KernelSpec.DefaultName, "kernel.json"));
        Assert.Null(kernel.Fault());
        Assert.True(kernel.IsReadyToRun(), "the tool for the machine that packed it holds machine code");
        Assert.Contains("trace", packages.Succeeds(backprop, folder, "--help"), StringComparison.Ordinal);
    }

    ZipArchive Open(string id) => ZipFile.OpenRead(Path.Combine(packages.Packages, $"{id}.{KernelInfo.Version}.nupkg"));
}
