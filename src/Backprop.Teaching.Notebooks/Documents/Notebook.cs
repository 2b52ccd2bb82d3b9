using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Backprop.Teaching.Notebooks;

/// <summary>A notebook of C# cells, as a <c>.ipynb</c> file holds it. Immutable.</summary>
public sealed class Notebook
{
    /// <summary>The kernel's name in files and folders.</summary>
    public const string KernelName = "backprop-csharp";

    /// <summary>The kernel's name on the screen.</summary>
    public const string KernelDisplayName = "C# (Backprop)";

    /// <summary>The language's name.</summary>
    public const string Language = "C#";

    /// <summary>A notebook of these cells.</summary>
    /// <param name="cells">The cells, top to bottom.</param>
    public Notebook(IReadOnlyList<Cell> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        Cells = [.. cells];
    }

    /// <summary>The cells, top to bottom.</summary>
    public IReadOnlyList<Cell> Cells { get; }

    /// <summary>Reads a file of nbformat 4.</summary>
    /// <param name="path">The <c>.ipynb</c> file.</param>
    /// <returns>The notebook.</returns>
    /// <exception cref="InvalidDataException">It is no notebook, or a cell has an unknown tag; the message names file, cell and what was expected.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Notebook Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var name = Path.GetFileName(path);
        JsonNode? root;
        try
        {
            root = JsonNode.Parse(File.ReadAllText(path));
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{name}: not JSON (line {((error.LineNumber ?? 0) + 1).ToString(CultureInfo.InvariantCulture)}), expected a notebook.");
        }
        if (root is not JsonObject document || document["cells"] is not JsonArray cells) throw new InvalidDataException($"{name}: no list `cells`, expected a notebook of nbformat 4.");
        if (OutputJson.Text(document["nbformat"]) is not "4" and var format) throw new InvalidDataException($"{name}: nbformat is '{format}', expected 4.");
        return new([.. cells.Select((cell, index) => ReadCell(cell, index, name))]);
    }

    /// <summary>This notebook with other cells.</summary>
    /// <param name="cells">The cells, top to bottom.</param>
    /// <returns>A new notebook; this one is unchanged.</returns>
    public Notebook With(IEnumerable<Cell> cells) => new([.. cells]);

    /// <summary>
    /// What students start from: without the cells tagged <c>solution</c>, without outputs and execution counts; the paragraph that
    /// says what was to be predicted is folded.
    /// </summary>
    /// <returns>A new notebook; this one is unchanged.</returns>
    public Notebook ForStudents() => With(PredictedAnswer.Folded(Cells).Where(cell => !cell.Is(CellTag.Solution)).Select(cell => cell with { ExecutionCount = null, Outputs = [] }));

    /// <summary>The file's text: nbformat 4.5, keys in order, nothing that changes from run to run.</summary>
    /// <returns>JSON that ends in a line end.</returns>
    public string ToJson()
    {
        var document = new JsonObject
        {
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
            ["metadata"] = new JsonObject
            {
                ["kernelspec"] = new JsonObject { ["name"] = KernelName, ["display_name"] = KernelDisplayName, ["language"] = Language },
                ["language_info"] = new JsonObject { ["name"] = Language, ["file_extension"] = ".cs", ["mimetype"] = "text/x-csharp", ["pygments_lexer"] = "csharp" },
            },
            ["cells"] = new JsonArray([.. Cells.Select(WriteCell)]),
        };
        return NotebookJson.Write(document);
    }

    /// <summary>Writes the file whole or not at all.</summary>
    /// <param name="path">The <c>.ipynb</c> file.</param>
    /// <exception cref="IOException">The file cannot be written; an older one is unchanged.</exception>
    public void Save(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        WholeFile.Write(path, Encoding.UTF8.GetBytes(ToJson()));
    }

    static Cell ReadCell(JsonNode? cell, int index, string name)
    {
        var number = (index + 1).ToString(CultureInfo.InvariantCulture);
        var where = $"{name}: cell {number}";
        var type = OutputJson.Text(cell?["cell_type"]);
        CellKind kind = type switch
        {
            "code" => CellKind.Code,
            "markdown" => CellKind.Markdown,
            "raw" => CellKind.Raw,
            _ => throw new InvalidDataException($"{where}: cell_type is '{type}', expected code, markdown or raw."),
        };
        var tags = (cell!["metadata"]?["tags"] as JsonArray ?? []).Select(OutputJson.Text)
            .Select(tag => CellTags.Parse(tag) ?? throw new InvalidDataException($"{where}: unknown tag '{tag}', expected one of {CellTags.Names}."));
        return new()
        {
            Id = cell["id"] is { } id ? OutputJson.Text(id) : "cell-" + number,
            Kind = kind,
            Source = OutputJson.Text(cell["source"]),
            Tags = [.. tags],
            ExecutionCount = cell["execution_count"] is JsonValue count && count.TryGetValue<int>(out var value) ? value : null,
            Outputs = [.. (cell["outputs"] as JsonArray ?? []).Select(output => OutputJson.Read(output, where))],
            Attachments = cell["attachments"] as JsonObject,
        };
    }

    static JsonNode WriteCell(Cell cell)
    {
        var metadata = new JsonObject();
        if (cell.Tags.Count > 0) metadata["tags"] = new JsonArray([.. cell.Tags.Select(tag => (JsonNode)CellTags.NameOf(tag))]);
        var written = new JsonObject
        {
            ["cell_type"] = cell.Kind switch { CellKind.Code => "code", CellKind.Markdown => "markdown", _ => "raw" },
            ["id"] = cell.Id,
            ["metadata"] = metadata,
            ["source"] = OutputJson.Lines(cell.Source),
        };
        if (cell.Attachments is { } attachments) written["attachments"] = attachments.DeepClone();
        if (cell.Kind != CellKind.Code) return written;
        written["execution_count"] = cell.ExecutionCount;
        written["outputs"] = new JsonArray([.. cell.Outputs.Select(output => (JsonNode)OutputJson.Write(output, cell.ExecutionCount))]);
        return written;
    }
}
