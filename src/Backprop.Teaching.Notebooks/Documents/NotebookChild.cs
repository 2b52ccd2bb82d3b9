using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Backprop.Teaching.Notebooks;

/// <summary>The process in which one notebook runs: a line on standard output for each code cell, with status and outputs.</summary>
public static class NotebookChild
{
    internal const string Mark = "\u001e";
    internal const string TimedOut = "TimedOut";

    /// <summary>Runs a notebook and reports each cell; ends when a cell fails that must not, or when standard input ends.</summary>
    /// <param name="path">The <c>.ipynb</c> file.</param>
    /// <param name="cellTimeout">The longest that one cell may take.</param>
    /// <param name="solutions">Whether <c>solution</c> cells run without their comment marks.</param>
    public static void Run(string path, TimeSpan cellTimeout, bool solutions)
    {
        var notebook = Notebook.Read(path);
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true };
        EndWithParent();
        var session = new ScriptSession(new() { WorkingDirectory = Path.GetDirectoryName(Path.GetFullPath(path))! });
        var count = 0;
        foreach (var cell in notebook.Cells.Where(cell => cell.Kind == CellKind.Code))
        {
            count++;
            var collector = new OutputCollector();
            using var limit = new CancellationTokenSource(cellTimeout);
            var code = solutions && cell.Is(CellTag.Solution) ? SolutionCell.Uncomment(cell.Source) : cell.Source;
            var result = session.Run(code, collector, limit.Token, "cell " + count.ToString(CultureInfo.InvariantCulture));
            var report = new JsonObject
            {
                ["status"] = result.Status == CellStatus.Interrupted ? TimedOut : result.Status.ToString(),
                ["outputs"] = new JsonArray([.. collector.Finish(result).Select(o => (JsonNode)OutputJson.Write(o, count))]),
            };
            output.WriteLine(Mark + report.ToJsonString(JsonSerializerOptions.Default));
        }
    }

    // the parent holds the other end of standard input until it wants the child to be gone, or is gone itself
    static void EndWithParent()
    {
        var input = Console.OpenStandardInput();
        new Thread(() =>
        {
            while (input.ReadByte() >= 0) { }
            Environment.Exit(0);
        })
        { IsBackground = true, Name = "parent" }.Start();
    }
}
