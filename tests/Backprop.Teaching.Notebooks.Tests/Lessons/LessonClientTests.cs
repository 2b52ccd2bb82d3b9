using Xunit.Abstractions;

namespace Backprop.Teaching.Notebooks.Tests;

/// <summary>The lessons through the real client and the installed kernel.</summary>
[Collection(KernelCommands.Name)]
public class LessonClientTests(InstalledKernelFixture kernel, ITestOutputHelper output)
{
    [ClientFact("jupyter")]
    public void Nbconvert_executes_every_lesson_with_the_outputs_that_are_committed()
    {
        var folder = Directory.CreateDirectory(Path.Combine(kernel.Folder, "executed")).FullName;
        var files = Directory.GetFiles(LessonFile.Folder, "*.ipynb").Order(StringComparer.Ordinal).ToList();
        output.WriteLine(kernel.Drive(Clients.Python, "execute.py", [folder, .. files]));
        var differences = files.SelectMany(file => OutputComparer.Compare(Notebook.Read(file), Notebook.Read(Path.Combine(folder, Path.GetFileName(file)))).Select(difference => $"{Path.GetFileName(file)}: {difference}"));
        Assert.Equal("", string.Join('\n', differences));
    }
}
