using System.Globalization;

namespace Backprop.Teaching.Notebooks;

/// <summary>Reads from the front end of the cell that the calling thread works for, a line at a time.</summary>
sealed class CellReader(TextReader elsewhere) : TextReader
{
    string rest = "";

    public override string? ReadLine()
    {
        if (CellContext.Current is not { } cell) return elsewhere.ReadLine();
        if (rest.Length == 0) return cell.Output.ReadLine("", hidden: false);
        var line = rest.TrimEnd('\n');
        rest = "";
        return line;
    }

    public override int Peek()
    {
        if (CellContext.Current is null) return elsewhere.Peek();
        return rest.Length == 0 ? -1 : rest[0];
    }

    public override int Read()
    {
        if (CellContext.Current is null) return elsewhere.Read();
        if (rest.Length == 0)
        {
            if (ReadLine() is not { } line) return -1;
            rest = string.Create(CultureInfo.InvariantCulture, $"{line}\n");
        }
        var next = rest[0];
        rest = rest[1..];
        return next;
    }
}
