namespace Backprop.Teaching;

/// <summary>One piece of a line or table: a text, a number, or a name to copy.</summary>
/// <param name="Text">The text, if it is one.</param>
/// <param name="Number">The number, if it is one; the writer formats it.</param>
/// <param name="Name">What <paramref name="Number"/> is called in code, or null.</param>
/// <param name="IsCode">Whether <paramref name="Text"/> is a name to copy.</param>
readonly record struct DisplayCell(string? Text, double? Number, string? Name, bool IsCode)
{
    public static DisplayCell Of(string text) => new(text, null, null, false);

    public static DisplayCell Of(double number, string? name = null) => new(null, number, name, false);

    public static DisplayCell Code(string name) => new(name, null, null, true);

    public static implicit operator DisplayCell(string text) => Of(text);

    public static implicit operator DisplayCell(double number) => Of(number);

    public string Format(NumberFormat numbers) => Number is { } number ? numbers.Format(number) : Text ?? "";
}
