using System.Text.Json;

namespace Backprop.Teaching;

/// <summary>Reads a JSON text token by token and knows the field that it stands at, so that every error can name it.</summary>
ref struct JsonCursor(ReadOnlySpan<byte> text)
{
    /// <summary>How many brackets may stand within one another.</summary>
    public const int MostLevels = 64;

    readonly ReadOnlySpan<byte> text = text;
    readonly FieldPath path = new();
    Utf8JsonReader reader = new(text, new JsonReaderOptions { MaxDepth = MostLevels });

    public readonly FieldPath Path => path;

    /// <summary>The kind of value that the cursor stands at.</summary>
    public readonly JsonTokenType Kind => reader.TokenType;

    /// <summary>Moves to the value of the field, or to the one value of the text.</summary>
    public void ToValue(string expected) => Read(JsonPlace.Value, expected);

    /// <summary>Checks that nothing follows the one value of the text.</summary>
    public void ToEnd() => Read(JsonPlace.End, "");

    /// <summary>Goes into the object at which the cursor stands.</summary>
    public readonly void EnterObject(string expected)
    {
        if (Kind != JsonTokenType.StartObject) throw Wrong(expected);
    }

    /// <summary>Moves to the next field's name, or behind the object.</summary>
    public bool NextField(out string name)
    {
        Read(JsonPlace.Name, "");
        name = Kind == JsonTokenType.EndObject ? "" : Text();
        return Kind != JsonTokenType.EndObject;
    }

    /// <summary>Goes into the list at which the cursor stands.</summary>
    public readonly void EnterList(string expected)
    {
        if (Kind != JsonTokenType.StartArray) throw Wrong(expected);
        path.EnterList();
    }

    /// <summary>Moves to the next item, or behind the list.</summary>
    public bool NextItem(string expected)
    {
        path.NextItem();
        Read(JsonPlace.Item, expected);
        if (Kind != JsonTokenType.EndArray) return true;
        path.Leave();
        return false;
    }

    /// <summary>The number at which the cursor stands.</summary>
    public readonly double Number(string expected = "a number")
    {
        if (Kind != JsonTokenType.Number) throw Wrong(expected);
        return reader.TryGetDouble(out var value) && double.IsFinite(value)
            ? value
            : throw Wrong("a number that fits in 64 bits, at most 1.8e308 in size");
    }

    /// <summary>The number at which the cursor stands, as it is written.</summary>
    public readonly string Raw => System.Text.Encoding.UTF8.GetString(reader.ValueSpan);

    /// <summary>The text at which the cursor stands.</summary>
    public readonly string Text(string expected)
    {
        if (Kind != JsonTokenType.String) throw Wrong(expected);
        return Text();
    }

    /// <summary>The truth value at which the cursor stands.</summary>
    public readonly bool Truth(string expected) => Kind switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw Wrong(expected),
    };

    /// <summary>The error that the value at which the cursor stands is not the expected one.</summary>
    public readonly InvalidInputException Wrong(string expected, string? found = null) =>
        JsonFault.At(text, path, (int)reader.TokenStartIndex, found ?? Found(), expected);

    /// <summary>Moves behind the value at which the cursor stands, or to the field that is asked for inside it.</summary>
    /// <returns>Whether that field was found; its value begins at <see cref="Position"/>.</returns>
    public bool Skip(string? until = null)
    {
        if (until is not null && path.Depth == Steps(until) && path.ToString() == until) return true;
        if (Kind == JsonTokenType.StartArray)
        {
            path.EnterList();
            while (NextItem("a value"))
                if (Skip(until)) return true;
        }
        else if (Kind == JsonTokenType.StartObject)
        {
            while (NextField(out var name))
            {
                path.EnterField(name);
                ToValue("a value");
                if (Skip(until)) return true;
                path.Leave();
            }
        }
        return false;
    }

    /// <summary>The line and column at which the present token begins.</summary>
    public readonly (int Line, int Column) Position => TextPosition.Of(text, (int)reader.TokenStartIndex);

    static int Steps(string field) => 1 + field.AsSpan().Count('.') + field.AsSpan().Count('[');

    void Read(JsonPlace place, string expected)
    {
        var consumed = (int)reader.BytesConsumed;
        var last = reader.TokenType;
        try
        {
            reader.Read();
        }
        catch (JsonException error)
        {
            throw JsonFault.Syntax(text, path, consumed, last, place, expected, error);
        }
    }

    readonly string Text()
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // \ud800 without its other half is legal JSON and no character
            throw Wrong("whole characters", found: "half a character in a \\u escape");
        }
    }

    readonly string Found() => Kind switch
    {
        JsonTokenType.Null => "null",
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        JsonTokenType.String => "the text " + Excerpt.Quoted(Text()),
        JsonTokenType.StartArray => "a list",
        JsonTokenType.StartObject => "an object",
        _ => Excerpt.Of(System.Text.Encoding.UTF8.GetString(reader.ValueSpan)),
    };
}
