namespace Backprop.Teaching;

/// <summary>One line of a sheet, whatever form it is in: a name, what stands beside it, and where both stand.</summary>
/// <param name="Name">The name as it is written.</param>
/// <param name="Text">What stands beside it; empty where nothing does.</param>
/// <param name="IsSetting">Whether it is a setting such as <c>count from</c>, and no quantity.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="NameColumn">The column of the name, from 1.</param>
/// <param name="TextColumn">The column of the text, from 1.</param>
sealed record SheetEntry(string Name, string Text, bool IsSetting, int Line, int NameColumn, int TextColumn)
{
    /// <summary>The error that what stands beside the name is not what it should be.</summary>
    public InvalidInputException Wrong(string found, string expected) => new(Excerpt.Of(Name), "", found, expected, null, Line, TextColumn);

    /// <summary>The same with the text itself as what was found.</summary>
    public InvalidInputException Wrong(string expected) => Wrong(Text.Length == 0 ? "nothing" : Excerpt.Quoted(Text), expected);

    /// <summary>A value made from the text; an error in it is said where the text stands.</summary>
    public T Checked<T>(Func<T> make)
    {
        try
        {
            return make();
        }
        catch (InvalidInputException error) when (error.Line is null)
        {
            throw Wrong(error.Found, error.Expected);
        }
    }

    /// <summary>The error that the name is none.</summary>
    public InvalidInputException WrongName(string found, string expected) => new(Excerpt.Of(Name), "", found, expected, null, Line, NameColumn);
}
