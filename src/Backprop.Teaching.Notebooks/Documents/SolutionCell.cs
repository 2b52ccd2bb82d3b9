using System.Globalization;

namespace Backprop.Teaching.Notebooks;

/// <summary>A cell tagged <c>solution</c>: committed with every line behind <c>// </c>, so that it runs and does nothing.</summary>
static class SolutionCell
{
    /// <summary>The line that is not behind <c>//</c>, from 1, or null if all are.</summary>
    public static int? OpenLine(string source)
    {
        var open = Array.FindIndex(source.Split('\n'), line => line.Trim().Length > 0 && !line.StartsWith("//", StringComparison.Ordinal));
        return open < 0 ? null : open + 1;
    }

    /// <summary>The lines without their marks.</summary>
    public static string Uncomment(string source) => string.Join('\n', source.Split('\n').Select(line =>
        line.StartsWith("// ", StringComparison.Ordinal) ? line[3..] : line.StartsWith("//", StringComparison.Ordinal) ? line[2..] : line));

    /// <summary>What is wrong with the committed form, or null.</summary>
    public static string? Problem(Cell cell) => cell.Is(CellTag.Solution) && OpenLine(cell.Source) is { } line
        ? string.Create(CultureInfo.InvariantCulture, $"line {line} of a solution cell is not behind `// `, expected all lines to be")
        : null;
}
