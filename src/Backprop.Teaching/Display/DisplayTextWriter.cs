using System.Text;

namespace Backprop.Teaching;

/// <summary>Writes a display tree as aligned Unicode text.</summary>
sealed class DisplayTextWriter(NumberFormat numbers)
{
    public string Write(DisplayNode node) => string.Join('\n', Lines(node));

    List<string> Lines(DisplayNode node) => node switch
    {
        StackNode stack => Stack(stack.Nodes),
        HeadingNode heading => [heading.Text],
        TextNode text => [.. text.Text.Split('\n')],
        LineNode line => [string.Join("  ", line.Cells.Select(cell => cell.Format(numbers)))],
        TableNode table => Table(table),
        MatrixNode matrix => Matrix(matrix),
        LabelledNode labelled => Labelled(labelled.Label, Lines(labelled.Node)),
        DetailsNode => [],
        WrittenNode written => [.. written.Text.Split('\n')],
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, "not a display node"),
    };

    List<string> Stack(IReadOnlyList<DisplayNode> nodes)
    {
        var lines = new List<string>();
        DisplayNode? before = null;
        var linesBefore = 0;
        foreach (var node in nodes)
        {
            var block = Lines(node);
            if (block.Count == 0) continue;
            // a blank line parts blocks of more than one line, and sets off each heading and the label after such a block
            var parted = block.Count > 1 || before is TableNode or StackNode || (node is LabelledNode && linesBefore > 1);
            if (lines.Count > 0 && (node is HeadingNode || (before is not HeadingNode && parted))) lines.Add("");
            lines.AddRange(block);
            before = node;
            linesBefore = block.Count;
        }
        return lines;
    }

    static List<string> Labelled(string label, List<string> lines)
    {
        if (lines.Count == 1) return [label + " = " + lines[0]];
        return [label + " =", .. lines.Select(line => line.Length == 0 ? line : "  " + line)];
    }

    List<string> Table(TableNode table)
    {
        var rows = new List<IReadOnlyList<DisplayCell>> { table.Header };
        rows.AddRange(table.Rows);
        var lines = new List<string>();
        if (table.Caption is not null) lines.Add(table.Caption);
        var cells = rows.ConvertAll(row => row.Select(cell => cell.Format(numbers)).ToArray());
        var widths = Widths(cells);
        for (var r = 0; r < cells.Count; r++)
        {
            var line = new StringBuilder();
            for (var c = 0; c < cells[r].Length; c++)
            {
                if (c > 0) line.Append("  ");
                var rightAligned = table.Rows.Count > 0 && c < table.Rows[0].Count && table.Rows[0][c].Number is not null;
                line.Append(rightAligned ? cells[r][c].PadLeft(widths[c]) : cells[r][c].PadRight(widths[c]));
            }
            lines.Add(line.ToString().TrimEnd());
        }
        return lines;
    }

    List<string> Matrix(MatrixNode matrix)
    {
        var cells = matrix.Rows.Select(row => row.Select(cell => cell.Format(numbers)).ToArray()).ToList();
        if (cells.Count == 0) return ["[ ] " + matrix.Shape];
        var widths = Widths(cells);
        var lines = new List<string>();
        for (var r = 0; r < cells.Count; r++)
        {
            var (open, close) = cells.Count == 1 ? ('[', ']') : r == 0 ? ('⎡', '⎤') : r == cells.Count - 1 ? ('⎣', '⎦') : ('⎢', '⎥');
            var row = string.Join("  ", cells[r].Select((cell, c) => cell.PadLeft(widths[c])));
            lines.Add(open + " " + row + " " + close + (r == 0 ? " " + matrix.Shape : ""));
        }
        return lines;
    }

    static int[] Widths(List<string[]> cells)
    {
        var widths = new int[cells.Max(row => row.Length)];
        foreach (var row in cells)
            for (var c = 0; c < row.Length; c++)
                widths[c] = Math.Max(widths[c], row[c].Length);
        return widths;
    }
}
