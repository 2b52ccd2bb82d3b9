using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Backprop.Teaching.Notebooks.Tests;

/// <summary>A folder with notebooks, and the published command that runs them.</summary>
sealed class Lab : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("backprop-lab-").FullName;

    public static string Sample => Path.Combine(Root, "tests", "Backprop.Teaching.Notebooks.Tests", "Documents", "sample.ipynb");

    public static string Root { get; } = typeof(Lab).Assembly.GetCustomAttributes(typeof(System.Reflection.AssemblyMetadataAttribute), false)
        .Cast<System.Reflection.AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;

    public string this[string name] => Path.Combine(Folder, name);

    public string Write(string name, params (string Source, string? Tag)[] cells)
    {
        var document = new JsonObject
        {
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
            ["metadata"] = new JsonObject(),
            ["cells"] = new JsonArray([.. cells.Select(cell => (JsonNode)new JsonObject
            {
                ["cell_type"] = "code",
                ["source"] = cell.Source,
                ["metadata"] = cell.Tag is null ? [] : new JsonObject { ["tags"] = new JsonArray(cell.Tag) },
                ["outputs"] = new JsonArray(),
                ["execution_count"] = null,
            })]),
        };
        File.WriteAllText(this[name], document.ToJsonString());
        return this[name];
    }

    public static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(InstalledKernelFixture.Program);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    public static (int Exit, string Out, string Error) Backprop(params string[] arguments)
    {
        using var process = Start(arguments);
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
