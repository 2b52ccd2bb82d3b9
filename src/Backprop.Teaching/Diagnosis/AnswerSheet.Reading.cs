using System.Text;

namespace Backprop.Teaching;

/// <content>Reading: from a file or a text, in any of three forms.</content>
public sealed partial class AnswerSheet
{
    IReadOnlyList<SheetEntry> entries = [];
    Example? elsewhere;

    /// <summary>Reads a sheet that answers an example, or states its own.</summary>
    /// <param name="path">The file: plain text, CSV (a first line <c>quantity,value</c>, or the ending .csv) or JSON (<c>{</c> first).</param>
    /// <param name="example">The example that it answers; null where the sheet states its givens, from <c>net:</c> on.</param>
    /// <returns>The sheet.</returns>
    /// <exception cref="InvalidInputException">
    /// There is no such file, it has more than 64 MB, it is no UTF-8, a line cannot be read, a name is none of the example's or is
    /// there twice, a given is missing or blank, or both or neither of sheet and <paramref name="example"/> state the givens. The
    /// message names the file as <paramref name="path"/> does, the line, what was found and what was expected.
    /// </exception>
    public static AnswerSheet Read(string path, Example? example = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            return SheetReader.Read(SheetReader.Entries(ExampleFile.Read(path, "an answer sheet"), path), path, example);
        }
        catch (InvalidInputException error)
        {
            throw error.In(path);
        }
    }

    /// <summary>Reads a sheet from a text, for example of a notebook cell.</summary>
    /// <param name="text">The text: plain, CSV (a first line <c>quantity,value</c>) or JSON (<c>{</c> first).</param>
    /// <param name="example">The example that it answers; null where the sheet states its givens, from <c>net:</c> on.</param>
    /// <param name="source">What messages call it.</param>
    /// <returns>The sheet.</returns>
    /// <exception cref="InvalidInputException">As for <see cref="Read"/>; the message names the line, what was found and what was expected.</exception>
    public static AnswerSheet Parse(string text, Example? example = null, string source = "sheet")
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(source);
        ExampleFile.CheckLength(Encoding.UTF8.GetByteCount(text));
        try
        {
            return SheetReader.Read(SheetReader.Entries(Encoding.UTF8.GetBytes(text), source), source, example);
        }
        catch (InvalidInputException error) when (error.File is null)
        {
            throw error.In(source);
        }
    }

    /// <summary>Reads an example: from an example file, or from a sheet that states its givens.</summary>
    /// <param name="path">The file: JSON in the schema <c>backprop-golden/1</c>, or a sheet in any form.</param>
    /// <returns>The example; the numbers of a sheet are read and not judged.</returns>
    /// <exception cref="InvalidInputException">As for <see cref="Example.Read"/> and <see cref="Read"/>.</exception>
    public static Example ReadExample(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            var bytes = ExampleFile.Read(path);
            return SheetReader.IsExample(bytes)
                ? ExampleReader.Read(bytes, Path.GetFileNameWithoutExtension(path))
                : SheetReader.Read(SheetReader.Entries(bytes, path), path, null).Example;
        }
        catch (InvalidInputException error)
        {
            throw error.In(path);
        }
    }

    internal AnswerSheet From(IReadOnlyList<SheetEntry> lines, Example? example)
    {
        entries = lines;
        elsewhere = example;
        return this;
    }

    // the same sheet counted from 1; null where it cannot be, or says from what it counts
    internal AnswerSheet? CountedFromOne()
    {
        if (StatesCountFrom || CountFrom == 1) return null;
        try
        {
            return SheetReader.ReadCounted(entries, Source, elsewhere, 1);
        }
        catch (InvalidInputException)
        {
            return null;
        }
    }
}
