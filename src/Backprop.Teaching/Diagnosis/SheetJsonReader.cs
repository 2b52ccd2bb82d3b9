using System.Text;
using System.Text.Json;

namespace Backprop.Teaching;

/// <summary>Reads a sheet in JSON: settings and givens as fields, and <c>"answers": { "delta[2][0]": "0.1385", "delta[1]": ["0.01", "0.02"] }</c>.</summary>
/// <remarks>Numbers may be written as texts or as numbers; either keeps its digits. null is a blank.</remarks>
static class SheetJsonReader
{
    const string Value = "a number, a text, a list or null";

    public static List<SheetEntry> Read(ReadOnlySpan<byte> text)
    {
        if (text.StartsWith("\uFEFF"u8)) text = text[3..];
        var entries = new List<SheetEntry>();
        var cursor = new JsonCursor(text);
        cursor.ToValue("an object with the field answers");
        cursor.EnterObject("an object with the field answers");
        while (cursor.NextField(out var field))
        {
            cursor.Path.EnterField(field);
            var name = cursor.Position;
            if (SheetSetting.Of(field) == SheetSetting.Answers) ReadAnswers(ref cursor, field, name, entries);
            else entries.Add(Entry(ref cursor, field, name, SheetSetting.Of(field) is not null));
            cursor.Path.Leave();
        }
        cursor.ToEnd();
        return entries;
    }

    static void ReadAnswers(ref JsonCursor cursor, string field, (int Line, int Column) position, List<SheetEntry> entries)
    {
        const string Expected = "an object with a field for each number, such as \"delta[2][0]\": \"0.1385\"";
        entries.Add(new(field, "", true, position.Line, position.Column, position.Column));
        cursor.ToValue(Expected);
        cursor.EnterObject(Expected);
        while (cursor.NextField(out var name))
        {
            cursor.Path.EnterField(name);
            entries.Add(Entry(ref cursor, name, cursor.Position, false));
            cursor.Path.Leave();
        }
    }

    static SheetEntry Entry(ref JsonCursor cursor, string name, (int Line, int Column) at, bool isSetting)
    {
        cursor.ToValue(Value);
        var (_, column) = cursor.Position;
        return new(name, ValueOf(ref cursor), isSetting, at.Line, at.Column, column);
    }

    static string ValueOf(ref JsonCursor cursor)
    {
        if (cursor.Kind != JsonTokenType.StartArray) return ItemOf(ref cursor);
        var text = new StringBuilder("[");
        cursor.EnterList(Value);
        while (cursor.NextItem(Value)) text.Append(text.Length > 1 ? ", " : "").Append(ValueOf(ref cursor));
        return text.Append(']').ToString();
    }

    static string ItemOf(ref JsonCursor cursor) => cursor.Kind switch
    {
        JsonTokenType.Number => cursor.Raw,
        JsonTokenType.String => cursor.Text(Value),
        JsonTokenType.Null => "?",
        JsonTokenType.True => "yes",
        JsonTokenType.False => "no",
        _ => throw cursor.Wrong(Value),
    };
}
