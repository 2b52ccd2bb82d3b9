using System.Globalization;
using System.Text.RegularExpressions;

namespace Backprop.Teaching.Notebooks;

/// <summary>Writes the compiler's errors with the lines that they are about.</summary>
static partial class CompilationReport
{
    const int MostErrors = 10;

    public static CellError Of(IReadOnlyList<CellDiagnostic> diagnostics, string code)
    {
        var errors = diagnostics.Where(d => d.IsError).ToList();
        var lines = code.Split('\n');
        var report = new List<string>();
        foreach (var error in errors.Take(MostErrors))
        {
            report.Add(error.ToString());
            if (error.File is not null || error.Line > lines.Length) continue;
            var line = lines[error.Line - 1].TrimEnd('\r');
            var width = error.EndLine == error.Line ? Math.Max(1, error.EndColumn - error.Column) : Math.Max(1, line.Length - error.Column + 1);
            report.Add("    " + line);
            // a tab stays a tab, so that the mark lies below its text
            report.Add("    " + string.Concat(line.Take(error.Column - 1).Select(c => c == '\t' ? '\t' : ' ')) + new string('^', width));
            if (Hint(error, line) is { } hint) report.Add("    " + hint);
        }
        if (errors.Count > MostErrors) report.Add(string.Create(CultureInfo.InvariantCulture, $"and {errors.Count - MostErrors} more errors"));
        return new("CompilationError", errors[0].ToString(), report);
    }

    static string? Hint(CellDiagnostic error, string line) => error.Id switch
    {
        "CS1002" or "CS0825" or "CS1001" when UsingDeclaration().IsMatch(line) => "A cell's own lines cannot declare with `using`: write `var` instead, or put the line into braces.",
        "CS1109" => "Extension methods cannot be declared in a cell; write a plain method.",
        "CS7021" => "Namespaces cannot be declared in a cell; write the types without one.",
        _ => null,
    };

    [GeneratedRegex(@"^\s*using\s+\w[\w<>\[\],. ]*\s+\w+\s*=")]
    private static partial Regex UsingDeclaration();
}
