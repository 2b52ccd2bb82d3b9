using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Backprop.Teaching;

/// <summary>Reads the claims of an example file: <c>"claims": [{"label": "out_h1", "quantity": "a[1][0]", "value": "0.593269992"}, …]</c>, with <c>"steps"</c> where it is said after several.</summary>
static class ClaimReader
{
    const string Field = "claims";
    const string Expected = "an object with the fields label, quantity and value";
    const int MostSteps = 100_000;

    static readonly string[] Fields = ["label", "quantity", "value", "steps"];

    /// <summary>The claims, or null where the file has none.</summary>
    /// <exception cref="InvalidInputException">A claim cannot be read, or is of no quantity of the example.</exception>
    public static ImmutableArray<Claim>? Read(ReadOnlySpan<byte> json, BackpropTrace trace)
    {
        var cursor = new JsonCursor(json);
        cursor.ToValue("an object");
        cursor.EnterObject("an object");
        while (cursor.NextField(out var field))
        {
            cursor.Path.EnterField(field);
            cursor.ToValue("a value");
            if (field == Field) return ReadList(ref cursor, trace);
            cursor.Skip();
            cursor.Path.Leave();
        }
        return null;
    }

    static ImmutableArray<Claim> ReadList(ref JsonCursor cursor, BackpropTrace trace)
    {
        var claims = ImmutableArray.CreateBuilder<Claim>();
        cursor.EnterList("a list of claims");
        while (cursor.NextItem(Expected))
        {
            cursor.EnterObject(Expected);
            claims.Add(ReadOne(ref cursor, trace, claims.Count + 1));
        }
        return claims.ToImmutable();
    }

    static Claim ReadOne(ref JsonCursor cursor, BackpropTrace trace, int place)
    {
        var start = cursor.Position;
        string? label = null, text = null;
        ClaimedQuantity? quantity = null;
        WrittenNumber? number = null;
        var steps = 0;
        while (cursor.NextField(out var field))
        {
            cursor.Path.EnterField(field);
            cursor.ToValue("a value");
            switch (field)
            {
                case "label": label = cursor.Text("a text, such as \"out_h1\""); break;
                case "quantity": quantity = Quantity(ref cursor, trace); break;
                case "value":
                    text = cursor.Kind == JsonTokenType.Number ? cursor.Raw : cursor.Text("the number as it is printed, in quotes, such as \"0.140\"");
                    number = WrittenNumber.TryParse(text, out var read) ? read : throw cursor.Wrong("the number as it is printed, such as \"0.140\"");
                    break;
                case "steps":
                    var count = cursor.Number("a whole number");
                    steps = count is >= 0 and <= MostSteps && count == Math.Floor(count) ? (int)count : throw cursor.Wrong($"a whole number from 0 to {MostSteps}");
                    break;
                default: throw cursor.Wrong("one of the fields " + string.Join(", ", Fields), "the field " + Excerpt.Quoted(field));
            }
            cursor.Path.Leave();
        }
        if (quantity is null || number is null) throw Missing(cursor.Path, quantity is null ? "quantity" : "value", start);
        return new(label ?? quantity.ToString(), quantity, text!, number.Value, steps, place);
    }

    static ClaimedQuantity Quantity(ref JsonCursor cursor, BackpropTrace trace)
    {
        const string Name = "the name of a quantity of the example, such as \"delta[2][0]\", or a product of them";
        var name = cursor.Text(Name);
        try
        {
            return ClaimedQuantity.Parse(name, trace);
        }
        catch (UnknownQuantityException error)
        {
            throw cursor.Wrong(Name, $"{Excerpt.Quoted(name)} ({error.Message})");
        }
    }

    static InvalidInputException Missing(FieldPath path, string field, (int Line, int Column) at) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{path}.{field}"), "", "no such field", Expected, null, at.Line, at.Column);
}
