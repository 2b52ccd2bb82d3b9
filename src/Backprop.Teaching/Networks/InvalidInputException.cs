namespace Backprop.Teaching;

/// <summary>A network, an example or a file that does not fit: which field, what was found and what was expected.</summary>
public sealed class InvalidInputException : ArgumentException
{
    /// <summary>An error at one field.</summary>
    /// <param name="field">The field as it stands in an example file, for example <c>layers[1].W[2]</c>; empty for the whole file.</param>
    /// <param name="place">The same place in words, for example <c>layer 2, W row 2</c>; empty if the field says it all.</param>
    /// <param name="found">What was found, for example <c>3 numbers</c>.</param>
    /// <param name="expected">What was expected, for example <c>2, one for each unit of layer 1</c>.</param>
    /// <param name="file">The file, or null when the values come from code.</param>
    /// <param name="line">The line in the file, from 1, or null.</param>
    /// <param name="column">The column in the file, from 1, or null.</param>
    public InvalidInputException(string field, string place, string found, string expected, string? file = null, int? line = null, int? column = null)
        : base(Describe(field, place, found, expected, file, line, column))
    {
        Field = field;
        Place = place;
        Found = found;
        Expected = expected;
        File = file;
        Line = line;
        Column = column;
    }

    /// <summary>The field as it stands in an example file, for example <c>layers[1].W[2]</c>.</summary>
    public string Field { get; }

    /// <summary>The same place in words, for example <c>layer 2, W row 2</c>.</summary>
    public string Place { get; }

    /// <summary>What was found.</summary>
    public string Found { get; }

    /// <summary>What was expected.</summary>
    public string Expected { get; }

    /// <summary>The file, or null when the values come from code.</summary>
    public string? File { get; }

    /// <summary>The line in the file, from 1, or null.</summary>
    public int? Line { get; }

    /// <summary>The column in the file, from 1, or null.</summary>
    public int? Column { get; }

    /// <summary>The same error with the file in which it was found.</summary>
    /// <param name="file">The file's name as the user wrote it.</param>
    /// <returns>A new exception; this one is unchanged.</returns>
    public InvalidInputException In(string file) => new(Field, Place, Found, Expected, file, Line, Column);

    // the same error where the text stands
    internal InvalidInputException At(int line, int column) => new(Field, Place, Found, Expected, File, line, column);

    // an error that a layer found in itself, in the file's list of layers
    internal InvalidInputException InLayer(int index) =>
        new($"layers[{index}].{Field}", $"layer {index + 1}, {Place.Replace(" of this layer", "", StringComparison.Ordinal)}", Found, Expected, File, Line, Column);

    static string Describe(string field, string place, string found, string expected, string? file, int? line, int? column)
    {
        var problem = $"found {found}, expected {expected}";
        var position = line is null ? "" : $"line {line}, column {column}: ";
        if (file is null && line is null)
            return (place.Length, field.Length) switch
            {
                (0, 0) => problem,
                (0, _) => $"{field}: {problem}",
                (_, 0) => $"{place}: {problem}",
                _ => $"{place} (`{field}` in a file): {problem}",
            };
        var where = field.Length == 0 ? "" : place.Length == 0 ? $"{field}: " : $"{field} ({place}): ";
        return (file is null ? "" : file + ": ") + position + where + problem;
    }
}
