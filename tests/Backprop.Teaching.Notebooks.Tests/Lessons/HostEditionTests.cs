using System.Text.Json.Nodes;

namespace Backprop.Teaching.Notebooks.Tests;

public sealed class HostEditionTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("backprop-hosts-").FullName;

    [Theory]
    [InlineData(NotebookHost.Polyglot)]
    [InlineData(NotebookHost.Verso)]
    public void Another_host_takes_the_library_from_a_folder_with_its_package(NotebookHost host)
    {
        foreach (var file in LayOut(host))
        {
            var lesson = Notebook.Read(file);
            var setup = lesson.Cells.Single(cell => cell.Is(CellTag.Setup)).Source.Split('\n');
            Assert.Equal($"#i \"nuget: {Path.Combine(folder, "packages")}\"", setup[0]);
            Assert.Equal($"#r \"nuget: Backprop.Teaching, {KernelInfo.Version}\"", setup[1]);
            Assert.DoesNotContain(lesson.Cells, cell => cell.Source.Contains("#r \"nuget: Backprop.Teaching\"", StringComparison.Ordinal));
        }
        Assert.True(File.Exists(Path.Combine(folder, "packages", $"Backprop.Teaching.{KernelInfo.Version}.nupkg")));
    }

    [Fact]
    public void Polyglot_finds_its_kernel_and_the_language_of_each_cell()
    {
        foreach (var file in LayOut(NotebookHost.Polyglot))
        {
            var document = JsonNode.Parse(File.ReadAllText(file))!;
            Assert.Equal(".net-csharp", (string?)document["metadata"]!["kernelspec"]!["name"]);
            Assert.Equal("csharp", (string?)document["metadata"]!["polyglot_notebook"]!["kernelInfo"]!["defaultKernelName"]);
            Assert.All(document["cells"]!.AsArray().Where(cell => (string?)cell!["cell_type"] == "code"), cell =>
            {
                Assert.Equal("csharp", (string?)cell!["metadata"]!["polyglot_notebook"]!["kernelName"]);
                Assert.Equal("csharp", (string?)cell["metadata"]!["dotnet_interactive"]!["language"]);
            });
        }
    }

    [Fact]
    public void Verso_reads_the_language_from_the_kernelspec() => Assert.All(LayOut(NotebookHost.Verso), file =>
        Assert.Equal("C#", (string?)JsonNode.Parse(File.ReadAllText(file))!["metadata"]!["kernelspec"]!["language"]));

    [Fact]
    public void Laying_out_again_for_the_same_host_changes_nothing()
    {
        LayOut(NotebookHost.Polyglot);
        var again = LessonFolder.LayOut(Path.Combine(InstalledKernelFixture.RepositoryRoot, "notebooks"), folder, LessonEdition.Student, NotebookHost.Polyglot);
        Assert.All(again, file => Assert.Equal(LaidOutState.Same, file.State));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    string[] LayOut(NotebookHost host)
    {
        LessonFolder.LayOut(Path.Combine(InstalledKernelFixture.RepositoryRoot, "notebooks"), folder, LessonEdition.Student, host);
        return Directory.GetFiles(folder, "*.ipynb");
    }
}
