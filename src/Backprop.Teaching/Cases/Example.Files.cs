using System.Text;

namespace Backprop.Teaching;

public sealed partial record Example
{
    /// <summary>Reads an example file, JSON in the schema <c>backprop-golden/1</c>.</summary>
    /// <param name="path">The file. Its name without the ending names the example if the file does not.</param>
    /// <returns>The example.</returns>
    /// <exception cref="InvalidInputException">
    /// There is no such file, it cannot be read, it has more than 64 MB, it is no JSON in UTF-8, a field is missing, unknown or
    /// there twice, a value is not what it should be, or the values do not fit together. The message names the file as
    /// <paramref name="path"/> does, the line and column, the field, what was found and what was expected.
    /// </exception>
    public static Example Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            return ExampleReader.Read(ExampleFile.Read(path), Path.GetFileNameWithoutExtension(path));
        }
        catch (InvalidInputException error)
        {
            throw error.In(path);
        }
    }

    /// <summary>Reads an example from JSON in the schema <c>backprop-golden/1</c>.</summary>
    /// <param name="json">The text.</param>
    /// <param name="name">What the example is called if the text does not say.</param>
    /// <returns>The example.</returns>
    /// <exception cref="InvalidInputException">
    /// The text has more than 64 MB, it is no JSON, a field is missing, unknown or there twice, a value is not what it should be,
    /// or the values do not fit together. The message names the line and column, the field, what was found and what was expected.
    /// </exception>
    public static Example Parse(string json, string name = "example")
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(name);
        ExampleFile.CheckLength(Encoding.UTF8.GetByteCount(json));
        return ExampleReader.Read(Encoding.UTF8.GetBytes(json), name);
    }

    /// <summary>This example as JSON in the schema <c>backprop-golden/1</c>. Reading it back gives an equal example.</summary>
    /// <returns>Lines that end in <c>\n</c>; numbers in the shortest form that reads back exactly.</returns>
    public string ToJson() => ExampleWriter.Write(this);

    /// <summary>Writes <see cref="ToJson"/> to a file: into a temporary file beside it, which then takes its place, so that the file is never half written.</summary>
    /// <param name="path">The file; one that exists is replaced.</param>
    /// <exception cref="IOException">The directory does not exist, or the file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file or its directory may not be written.</exception>
    public void Write(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ExampleFile.Write(path, ToJson());
    }
}
