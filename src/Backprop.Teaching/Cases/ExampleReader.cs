using System.Text.Json;
using System.Text.Unicode;

namespace Backprop.Teaching;

/// <summary>Reads the golden schema: what is required, what is optional, what is ignored, and everything else is an error.</summary>
static class ExampleReader
{
    const string Schema = "backprop-golden/1";

    static readonly string[] TopFields = ["layers", "loss", "X", "Y", "schema", "name", "lambda", "learningRate", "trainBias", "objective"];
    static readonly string[] IgnoredFields = ["$schema", "source", "description", "verification", "expected", "extras", "optional", "claims"];
    static readonly string[] LayerFields = ["activation", "W", "b"];
    static readonly string[] ObjectiveFields = ["squaredErrorFactor", "overOutputs", "overSamples", "decay"];

    /// <summary>Reads an example from UTF-8.</summary>
    /// <param name="text">The text; a byte order mark is passed over.</param>
    /// <param name="name">What the example is called if the text does not say.</param>
    /// <returns>An example.</returns>
    /// <exception cref="InvalidInputException">The text is no example; the exception knows no file.</exception>
    public static Example Read(ReadOnlySpan<byte> text, string name)
    {
        if (text.StartsWith("\uFEFF"u8)) text = text[3..];
        CheckEncoding(text);
        var cursor = new JsonCursor(text);
        var draft = ReadTop(ref cursor);
        try
        {
            return draft.ToExample(name);
        }
        catch (InvalidInputException error)
        {
            throw Located(text, error);
        }
    }

    static ExampleDraft ReadTop(ref JsonCursor cursor)
    {
        var draft = new ExampleDraft();
        var seen = new HashSet<string>();
        cursor.ToValue("an object with the fields layers, loss, X and Y");
        cursor.EnterObject("an object with the fields layers, loss, X and Y");
        while (cursor.NextField(out var field))
        {
            Enter(ref cursor, field, seen, TopFields, IgnoredFields);
            ReadTopField(ref cursor, field, draft);
            cursor.Path.Leave();
        }
        cursor.ToEnd();
        return draft;
    }

    static void ReadTopField(ref JsonCursor cursor, string field, ExampleDraft draft)
    {
        switch (field)
        {
            case "schema": _ = Choice(ref cursor, Schema); break;
            case "name": draft.Name = Text(ref cursor, "a text"); break;
            case "layers": draft.Layers = ReadLayers(ref cursor); break;
            case "loss": draft.Loss = LossFunction.All[Choice(ref cursor, [.. LossFunction.All.Select(loss => loss.Name)])]; break;
            case "lambda": draft.Lambda = Number(ref cursor); break;
            case "learningRate": draft.LearningRate = Number(ref cursor); break;
            case "trainBias": draft.TrainBias = Truth(ref cursor); break;
            case "objective": ReadObjective(ref cursor, draft); break;
            case "X": draft.X = ReadRows(ref cursor, "a list of samples", "a list of numbers, one for each input"); break;
            case "Y": draft.Y = ReadRows(ref cursor, "a list of samples", "a list of numbers, one for each output"); break;
            default:
                cursor.ToValue("a value");
                cursor.Skip();
                break;
        }
    }

    static List<LayerDraft> ReadLayers(ref JsonCursor cursor)
    {
        const string Expected = "an object with the fields activation, W and b";
        var layers = new List<LayerDraft>();
        cursor.ToValue("a list of layers");
        cursor.EnterList("a list of layers");
        while (cursor.NextItem(Expected))
        {
            cursor.EnterObject(Expected);
            layers.Add(ReadLayer(ref cursor));
        }
        return layers;
    }

    static LayerDraft ReadLayer(ref JsonCursor cursor)
    {
        var layer = new LayerDraft();
        var seen = new HashSet<string>();
        while (cursor.NextField(out var field))
        {
            Enter(ref cursor, field, seen, LayerFields, []);
            if (field == "activation")
                layer.Activation = ActivationFunction.All[Choice(ref cursor, [.. ActivationFunction.All.Select(function => function.Name)])];
            else if (field == "W")
                layer.Weights = ReadRows(ref cursor, "a list of rows, one for each unit", "a list of numbers, one for each input");
            else
                layer.SetBiases(ReadBiases(ref cursor));
            cursor.Path.Leave();
        }
        return layer;
    }

    static double[]? ReadBiases(ref JsonCursor cursor)
    {
        const string Expected = "a list of numbers, one for each unit, or null for a layer without bias";
        cursor.ToValue(Expected);
        return cursor.Kind == JsonTokenType.Null ? null : ReadNumbers(ref cursor, Expected);
    }

    static void ReadObjective(ref JsonCursor cursor, ExampleDraft draft)
    {
        var expected = "an object with any of the fields " + string.Join(", ", ObjectiveFields);
        var seen = new HashSet<string>();
        cursor.ToValue(expected);
        cursor.EnterObject(expected);
        while (cursor.NextField(out var field))
        {
            Enter(ref cursor, field, seen, ObjectiveFields, []);
            switch (field)
            {
                case "squaredErrorFactor": draft.SquaredErrorFactor = Number(ref cursor); break;
                case "overOutputs": draft.OverOutputs = (Reduction)Choice(ref cursor, ObjectiveNames.Reductions); break;
                case "overSamples": draft.OverSamples = (Reduction)Choice(ref cursor, ObjectiveNames.Reductions); break;
                default: draft.Decay = (DecayScaling)Choice(ref cursor, ObjectiveNames.Decays); break;
            }
            cursor.Path.Leave();
        }
    }

    static double[][] ReadRows(ref JsonCursor cursor, string expected, string expectedRow)
    {
        var rows = new List<double[]>();
        cursor.ToValue(expected);
        cursor.EnterList(expected);
        while (cursor.NextItem(expectedRow)) rows.Add(ReadNumbers(ref cursor, expectedRow));
        return [.. rows];
    }

    static double[] ReadNumbers(ref JsonCursor cursor, string expected)
    {
        var numbers = new List<double>();
        cursor.EnterList(expected);
        while (cursor.NextItem("a number")) numbers.Add(cursor.Number());
        return [.. numbers];
    }

    static double Number(ref JsonCursor cursor)
    {
        cursor.ToValue("a number");
        return cursor.Number();
    }

    static string Text(ref JsonCursor cursor, string expected)
    {
        cursor.ToValue(expected);
        return cursor.Text(expected);
    }

    static bool Truth(ref JsonCursor cursor)
    {
        cursor.ToValue("true or false");
        return cursor.Truth("true or false");
    }

    // which of a few words stands there
    static int Choice(ref JsonCursor cursor, params string[] words)
    {
        var expected = words.Length == 1 ? Excerpt.Quoted(words[0]) : "one of " + string.Join(", ", words.Select(Excerpt.Quoted));
        var found = Text(ref cursor, expected);
        var index = Array.IndexOf(words, found);
        return index >= 0 ? index : throw cursor.Wrong(expected);
    }

    // a field's name: known, and for the first time
    static void Enter(ref JsonCursor cursor, string field, HashSet<string> seen, string[] known, string[] ignored)
    {
        cursor.Path.EnterField(field);
        if (!known.Contains(field) && !ignored.Contains(field))
        {
            var nearest = NearestName.Of(field, known.Concat(ignored));
            throw cursor.Wrong(nearest is null ? "one of " + string.Join(", ", known) : $"{nearest}, the nearest known name", "an unknown field");
        }
        if (!seen.Add(field)) throw cursor.Wrong("each field once", "the field a second time");
    }

    // values that are numbers but do not fit: the place is looked up afterwards, so that reading need not remember it
    static InvalidInputException Located(ReadOnlySpan<byte> text, InvalidInputException error)
    {
        // a field that is missing has no place, but what it is missing from has one
        for (var field = error.Field; field.Length > 0; field = field[..Math.Max(0, field.LastIndexOfAny(['.', '[']))])
        {
            var cursor = new JsonCursor(text);
            cursor.ToValue("");
            if (!cursor.Skip(until: field)) continue;
            var (line, column) = cursor.Position;
            return error.At(line, column);
        }
        return error;
    }

    public static void CheckEncoding(ReadOnlySpan<byte> text)
    {
        if (Utf8.IsValid(text)) return;
        if (text.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || text.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            throw new InvalidInputException("", "", "a text in UTF-16", "UTF-8", line: 1, column: 1);
        var offset = 0;
        while (System.Text.Rune.DecodeFromUtf8(text[offset..], out _, out var length) == System.Buffers.OperationStatus.Done) offset += length;
        var (line, column) = TextPosition.Of(text, offset);
        throw new InvalidInputException("", "", $"the byte 0x{text[offset]:X2}, which is no UTF-8", "UTF-8", line: line, column: column);
    }
}
