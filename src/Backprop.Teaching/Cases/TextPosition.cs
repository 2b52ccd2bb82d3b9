namespace Backprop.Teaching;

/// <summary>Lines and columns of a UTF-8 text, both from 1; a column is one character, however many bytes it has.</summary>
static class TextPosition
{
    public static (int Line, int Column) Of(ReadOnlySpan<byte> text, int offset)
    {
        var before = text[..Math.Min(offset, text.Length)];
        var line = before.Count((byte)'\n') + 1;
        var column = 1;
        foreach (var unit in before[(before.LastIndexOf((byte)'\n') + 1)..])
            if (!IsContinuation(unit)) column++;
        return (line, column);
    }

    // the opposite direction, from the positions of System.Text.Json: lines and bytes in the line, both from 0
    public static int Offset(ReadOnlySpan<byte> text, long line, long bytesInLine)
    {
        var start = 0;
        for (; line > 0; line--)
        {
            var end = text[start..].IndexOf((byte)'\n');
            if (end < 0) break;
            start += end + 1;
        }
        return (int)Math.Min(start + bytesInLine, text.Length);
    }

    static bool IsContinuation(byte unit) => (unit & 0xC0) == 0x80;
}
