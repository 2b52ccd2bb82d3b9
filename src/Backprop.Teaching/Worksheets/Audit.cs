using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>
/// The numbers that a worked example prints, judged one by one in its own order: which follow, the first that does not, and which
/// convention, mistake or misprint gives it. Immutable.
/// </summary>
/// <remarks>A number that does not follow is carried on: what follows from it is not blamed again.</remarks>
public sealed class Audit : Displayable
{
    internal Audit(string source, Example example, ImmutableArray<AuditLine> lines)
    {
        Source = source;
        Example = example;
        Lines = lines;
    }

    /// <summary>The file, or the name of the example.</summary>
    public string Source { get; }

    /// <summary>The example.</summary>
    public Example Example { get; }

    /// <summary>Every claimed number, in the order in which it is printed.</summary>
    public ImmutableArray<AuditLine> Lines { get; }

    /// <summary>The first number that does not follow, or null if all do.</summary>
    public AuditLine? First => Lines.FirstOrDefault(line => !line.Follows);

    /// <summary>Whether every number follows.</summary>
    public bool IsClean => First is null;

    /// <summary>Judges claims about an example: <c>Audit.Run(Examples.Mazur, PublishedClaims.Mazur)</c>.</summary>
    /// <param name="example">The example.</param>
    /// <param name="claims">Its numbers, in the order in which they are printed.</param>
    /// <returns>The audit.</returns>
    /// <exception cref="NumericOverflowException">A sum of the example leaves the range of float64.</exception>
    public static Audit Run(Example example, ImmutableArray<Claim> claims)
    {
        ArgumentNullException.ThrowIfNull(example);
        return new(example.Name, example, new Auditor(example, claims).Judge());
    }

    /// <summary>Judges the numbers of an answer sheet in the order of the sheet, blanks left out.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <returns>The audit.</returns>
    /// <exception cref="InvalidInputException">A number of the sheet cannot be read, or there is none.</exception>
    /// <exception cref="NumericOverflowException">A sum of the example leaves the range of float64.</exception>
    public static Audit Run(AnswerSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var claims = ImmutableArray.CreateBuilder<Claim>();
        foreach (var answer in sheet.Answers.Where(answer => !answer.IsBlank))
        {
            if (answer.Number is not { } number) throw new InvalidInputException(answer.Label, "", Excerpt.Quoted(answer.Text), "a number", sheet.Source, answer.Line, 1);
            claims.Add(new(answer.Label, ClaimedQuantity.Of(answer.Quantity), answer.Text, number, 0, answer.Line));
        }
        if (claims.Count == 0) throw new InvalidInputException("", "", "no numbers", "claimed numbers behind the givens", sheet.Source);
        return new(sheet.Source, sheet.Example, new Auditor(sheet.Example, claims.ToImmutable()).Judge());
    }

    /// <summary>Judges a file: an example with a list <c>claims</c>, or an answer sheet that states its givens.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The audit.</returns>
    /// <exception cref="InvalidInputException">The file cannot be read, or claims nothing. The message names the file, the line, what was found and what was expected.</exception>
    /// <exception cref="NumericOverflowException">A sum of the example leaves the range of float64.</exception>
    public static Audit Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            var bytes = ExampleFile.Read(path, "an example with claims or an answer sheet");
            if (!IsExample(bytes)) return Run(AnswerSheet.Read(path));
            var example = ExampleReader.Read(bytes, Path.GetFileNameWithoutExtension(path));
            var claims = ClaimReader.Read(bytes, Backpropagation.Run(example))
                ?? throw new InvalidInputException("claims", "", "no such field", "a list of claims, as in data/examples/mazur-2-2-2.json");
            return new(path, example, new Auditor(example, claims).Judge());
        }
        catch (InvalidInputException error) when (error.File is null)
        {
            throw error.In(path);
        }
    }

    /// <summary>The audit of an example that comes with the numbers that it prints, by its name: <c>mazur-2-2-2</c>.</summary>
    /// <param name="name">The name of an example.</param>
    /// <returns>The audit, or null where no such example comes with claims.</returns>
    public static Audit? Find(string name) => name == Examples.Mazur.Name ? Run(Examples.Mazur, PublishedClaims.Mazur) : null;

    internal override DisplayNode View() => AuditView.Of(this);

    // of the two forms in JSON, an example has layers
    static bool IsExample(ReadOnlySpan<byte> bytes) => bytes.TrimStart("\uFEFF \t\r\n"u8).StartsWith("{"u8) && bytes.IndexOf("\"layers\""u8) >= 0;
}
