using System.Text.Json.Nodes;

namespace Backprop.Teaching.Notebooks;

/// <summary>A notebook as another host than ours wants it: where the library comes from, and the metadata by which it knows the language.</summary>
static class HostEdition
{
    /// <summary>The notebook for a host.</summary>
    /// <param name="notebook">A notebook whose cells say <c>#r "nuget: Backprop.Teaching"</c>.</param>
    /// <param name="host">The host.</param>
    /// <param name="packages">The folder with the library's package; a host that does not bring the library takes it from there.</param>
    /// <returns>The text of the file.</returns>
    public static string Write(Notebook notebook, NotebookHost host, string packages)
    {
        if (host == NotebookHost.Backprop) return notebook.ToJson();
        var document = JsonNode.Parse(notebook.With(notebook.Cells.Select(cell => cell with { Source = WithPackage(cell, packages) })).ToJson())!.AsObject();
        if (host == NotebookHost.Polyglot) Describe(document);
        return NotebookJson.Write(document);
    }

    static string WithPackage(Cell cell, string packages) => cell.Kind != CellKind.Code ? cell.Source : cell.Source.Replace(
        $"#r \"nuget: {LibraryPackage.Id}\"",
        $"#i \"nuget: {packages}\"\n#r \"nuget: {LibraryPackage.Id}, {LibraryPackage.Version}\"",
        StringComparison.Ordinal);

    // what that extension writes itself: it claims a notebook whose kernel's name begins with ".net-"
    static void Describe(JsonObject document)
    {
        document["metadata"] = new JsonObject
        {
            ["kernelspec"] = new JsonObject { ["name"] = ".net-csharp", ["display_name"] = ".NET (C#)", ["language"] = Notebook.Language },
            ["language_info"] = new JsonObject { ["name"] = "polyglot-notebook" },
            ["polyglot_notebook"] = new JsonObject
            {
                ["kernelInfo"] = new JsonObject
                {
                    ["defaultKernelName"] = "csharp",
                    ["items"] = new JsonArray(new JsonObject { ["name"] = "csharp", ["aliases"] = new JsonArray() }),
                },
            },
        };
        foreach (var cell in document["cells"]!.AsArray())
        {
            if (cell!["cell_type"]!.GetValue<string>() != "code") continue;
            cell["metadata"]!["dotnet_interactive"] = new JsonObject { ["language"] = "csharp" };
            cell["metadata"]!["polyglot_notebook"] = new JsonObject { ["kernelName"] = "csharp" };
        }
    }
}
