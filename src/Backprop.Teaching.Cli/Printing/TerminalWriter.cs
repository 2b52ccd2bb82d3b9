using Spectre.Console;

namespace Backprop.Teaching.Cli;

/// <summary>Writes a display tree to a terminal: headings bold, tables with lines, names to copy in grey.</summary>
sealed class TerminalWriter(IAnsiConsole console, NumberFormat numbers)
{
    // a terminal is narrow and nobody writes C# in it; the plain form has these names too
    const string CodeHeading = "in C#";

    static readonly Style Plain = Style.Plain;
    static readonly Style Strong = new(decoration: Decoration.Bold);
    static readonly Style Faint = new(Color.Grey);

    public void Write(DisplayNode node)
    {
        switch (node)
        {
            case StackNode stack: foreach (var each in stack.Nodes) Write(each); break;
            case HeadingNode heading: Line("\n" + heading.Text, Strong); break;
            case TableNode table: Write(table); break;
            case LineNode line when line.Cells[0].IsCode: Line(Format(line) + "\n", Faint); break;
            case DetailsNode: break;
            default: Line(Format(node), Plain); break;
        }
    }

    void Write(TableNode table)
    {
        if (table.Caption is not null) Line(table.Caption, Strong);
        var columns = Enumerable.Range(0, table.Header.Count).Where(c => table.Header[c].Text != CodeHeading).ToList();
        var drawn = new Table { Border = TableBorder.Rounded };
        foreach (var c in columns)
        {
            var isNumber = table.Rows.Count > 0 && table.Rows[0][c].Number is not null;
            drawn.AddColumn(new TableColumn(new Text(table.Header[c].Format(numbers), Strong)) { Alignment = isNumber ? Justify.Right : Justify.Left });
        }
        foreach (var row in table.Rows.Where(row => !row[0].IsCode))
            drawn.AddRow(columns.Select(c => new Text(row[c].Format(numbers), row[c].IsCode ? Faint : Plain)));
        console.Write(drawn);
    }

    string Format(DisplayNode node) => new DisplayTextWriter(numbers).Write(node);

    void Line(string text, Style style) => console.Write(new Text(text + "\n", style));
}
