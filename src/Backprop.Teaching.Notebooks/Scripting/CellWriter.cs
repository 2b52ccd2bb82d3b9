using System.Text;

namespace Backprop.Teaching.Notebooks;

/// <summary>Writes to the output of the cell that the calling thread works for.</summary>
sealed class CellWriter : TextWriter
{
    readonly OutputChannel channel;
    readonly TextWriter elsewhere;

    public CellWriter(OutputChannel channel, TextWriter elsewhere)
    {
        this.channel = channel;
        this.elsewhere = elsewhere;
        // one line end on every platform, so that saved notebooks agree
        CoreNewLine = ['\n'];
    }

    public override Encoding Encoding => Encoding.UTF8;

    public override IFormatProvider FormatProvider => System.Globalization.CultureInfo.InvariantCulture;

    public override void Write(char value) => Write(value.ToString());

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Write(new string(buffer));

    public override void Write(string? value)
    {
        if (string.IsNullOrEmpty(value)) return;
        if (CellContext.Current is { } cell) cell.Print(channel, value);
        else elsewhere.Write(value);
    }

    public override void WriteLine() => Write("\n");

    public override void WriteLine(string? value) => Write(value + "\n");

    public override void WriteLine(ReadOnlySpan<char> buffer) => Write(string.Concat(buffer, "\n"));

    public override void Flush()
    {
        if (CellContext.Current is null) elsewhere.Flush();
    }
}
