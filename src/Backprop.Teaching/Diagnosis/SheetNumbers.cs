using System.Text.RegularExpressions;

namespace Backprop.Teaching;

/// <summary>Reads the numbers of a sheet: one, a vector or a matrix, with a decimal point or, where the sheet says so, a decimal comma.</summary>
sealed partial class SheetNumbers(bool decimalComma)
{
    /// <summary>Whether a text says that nothing was filled in: nothing, <c>?</c>, a line, or dots.</summary>
    public static bool IsBlank(string text) => text.Trim() is "?" || text.All(c => char.IsWhiteSpace(c) || c is '_' or '.' or '…');

    /// <summary>One number; the text without brackets around it.</summary>
    public WrittenNumber? Read(string text) => WrittenNumber.TryParse(WithPoint(text), out var number) ? number : null;

    /// <summary>The rows and entries of a vector or matrix; one number is one row of one entry.</summary>
    public string[][] Rows(string text) => IsOne(text) ? [[text.Trim()]] : AnswerRows.Of(WithPoint(text));

    /// <summary>What is wrong with a text that is no number.</summary>
    public string Problem(string text) => !decimalComma && CommaInNumber().IsMatch(text)
        ? $"found {Excerpt.Quoted(text)}, expected a decimal point, or the line 'decimal: comma' in the sheet"
        : $"found {Excerpt.Quoted(text)}, expected a number such as {(decimalComma ? "0,140" : "0.140")}, -3.5e-4 or 3.5·10^-4";

    // 3.5 · 10^-4 has spaces and is one number
    bool IsOne(string text) => Read(text) is not null || IsBlank(text);

    string WithPoint(string text) => decimalComma ? Comma().Replace(text, ".") : text;

    [GeneratedRegex(@"(?<=\d),(?=\d)|(?<=^|[\s\[;+\-−–]),(?=\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Comma();

    [GeneratedRegex(@"^\s*[+\-−–]?\d*,\d+(\D.*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex CommaInNumber();
}
