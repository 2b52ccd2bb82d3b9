using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Backprop.Teaching;

/// <summary>Says in the student's words what is wrong with a JSON text, where, and in which field.</summary>
static class JsonFault
{
    // where a bare word such as NaN ends
    static readonly SearchValues<byte> AroundWords = SearchValues.Create(",:[]{}\" \t\r\n"u8);

    /// <summary>An error at one place of the text.</summary>
    public static InvalidInputException At(ReadOnlySpan<byte> text, FieldPath path, int offset, string found, string expected)
    {
        var (line, column) = TextPosition.Of(text, offset);
        return new(path.ToString(), path.Place, found, expected, line: line, column: column);
    }

    /// <summary>The error behind an exception of System.Text.Json, which knows neither the field nor what was wanted there.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="path">The field.</param>
    /// <param name="consumed">Where the last good token ends.</param>
    /// <param name="last">The last good token.</param>
    /// <param name="place">What was about to be read.</param>
    /// <param name="expected">The value that was wanted, where one was.</param>
    /// <param name="error">What System.Text.Json threw.</param>
    public static InvalidInputException Syntax(
        ReadOnlySpan<byte> text, FieldPath path, int consumed, JsonTokenType last, JsonPlace place, string expected, JsonException error)
    {
        var at = SkipBlanks(text, consumed);
        var opened = last is JsonTokenType.StartArray or JsonTokenType.StartObject;
        var separated = place is JsonPlace.Value || opened;
        if (!separated && place != JsonPlace.End && at < text.Length && text[at] == ',')
        {
            at = SkipBlanks(text, at + 1);
            separated = true;
        }
        var wanted = place switch
        {
            JsonPlace.End => "nothing after the closing }",
            JsonPlace.Item when !separated => "a comma or ]",
            JsonPlace.Name when !separated => "a comma or }",
            JsonPlace.Name => "a field name in double quotes",
            _ => expected,
        };

        // the list lacks something between its items, not the item
        if (place == JsonPlace.Item && !separated) path.Leave();

        if (at >= text.Length) return At(text, path, text.Length, text.IsEmpty ? "an empty text" : "the end of the text", wanted);
        var rest = text[at..];
        if (rest.StartsWith("//"u8) || rest.StartsWith("/*"u8)) return At(text, path, at, "a comment", "none: JSON has no comments");
        if (rest[0] == '"') return separated ? InText(text, path, at, error) : At(text, path, at, "a text", wanted);
        if (separated && place != JsonPlace.Name && rest[0] is (byte)'[' or (byte)'{')
            return At(text, path, at, $"more than {JsonCursor.MostLevels} brackets within one another", $"at most {JsonCursor.MostLevels}");

        var word = Word(rest);
        if (separated && word.Length == rest.Length && IsNumber(word))
            return At(text, path, text.Length, "the end of the text", place == JsonPlace.Item ? "a comma or ]" : "a comma or }");
        return At(text, path, at, word.Length == 0 ? Excerpt.Quoted(FirstCharacter(rest)) : Excerpt.Of(word), separated ? WantedFor(word, wanted) : wanted);
    }

    // a text that breaks off, has a bad character inside, or is a name without its colon
    static InvalidInputException InText(ReadOnlySpan<byte> text, FieldPath path, int start, JsonException error)
    {
        var fault = Math.Max(start, TextPosition.Offset(text, error.LineNumber ?? 0, error.BytePositionInLine ?? 0));
        var end = ClosingQuote(text, start);
        if (end >= 0 && fault > end)
        {
            var at = SkipBlanks(text, end + 1);
            return At(text, path, at, at >= text.Length ? "the end of the text" : text[at] == '"' ? "a text" : Excerpt.Quoted(FirstCharacter(text[at..])), "a colon after the field name");
        }
        if (fault >= text.Length) return At(text, path, start, "a text that never ends", "a closing \"");
        if (text[fault] is (byte)'\n' or (byte)'\r') return At(text, path, fault, "a line break inside a text", "a closing \", or \\n for a line break");
        if (text[fault] < ' ') return At(text, path, fault, $"the control character U+{text[fault]:X4} inside a text", $"\\u{text[fault]:x4}");
        return At(text, path, fault, Excerpt.Quoted(FirstCharacter(text[fault..])) + " in an escape", "one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t, or \\u and four hexadecimal digits");
    }

    static string WantedFor(string word, string wanted)
    {
        if (wanted != "a number" || word.Length == 0) return wanted;
        if (word.TrimStart('-', '+').ToUpperInvariant() is "NAN" or "INFINITY" or "INF") return "a finite number";
        if (word[0] is '\u2212' or '\u2013' or '\u2014') return "a number with the - of the keyboard as its sign";
        return char.IsAsciiDigit(word.TrimStart('-', '+', '.').FirstOrDefault()) ? "a number as JSON writes it, such as 0.5 or -1e-5" : wanted;
    }

    // a number at which the text breaks off is no token yet
    static bool IsNumber(string word) =>
        double.TryParse(word, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out _);

    static int SkipBlanks(ReadOnlySpan<byte> text, int from)
    {
        var blanks = text[from..].IndexOfAnyExcept(" \t\r\n"u8);
        return blanks < 0 ? text.Length : from + blanks;
    }

    static int ClosingQuote(ReadOnlySpan<byte> text, int start)
    {
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == '\\') i++;
            else if (text[i] == '"') return i;
        }
        return -1;
    }

    static string Word(ReadOnlySpan<byte> rest)
    {
        // more is not shown
        rest = rest[..Math.Min(rest.Length, 200)];
        var length = rest.IndexOfAny(AroundWords);
        return Encoding.UTF8.GetString(rest[..(length < 0 ? rest.Length : length)]);
    }

    static string FirstCharacter(ReadOnlySpan<byte> rest) => Rune.DecodeFromUtf8(rest, out var first, out _) == OperationStatus.Done ? first.ToString() : "?";
}
