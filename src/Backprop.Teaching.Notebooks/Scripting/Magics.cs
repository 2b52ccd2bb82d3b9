using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Backprop.Teaching.Notebooks;

/// <summary>The lines of a cell that start with <c>#!</c> or <c>#i</c>: one of them works, the others are explained.</summary>
static class Magics
{
    /// <summary>What completion offers after <c>#!</c>.</summary>
    public const string Time = "#!time";

    /// <summary>The cell without its magic lines (their place stays), whether it is timed, and what is to be explained.</summary>
    public static (string Code, bool Timed, CellDiagnostic? Problem) Take(string code)
    {
        if (!code.Contains("#!", StringComparison.Ordinal) && !code.Contains("#i", StringComparison.Ordinal)) return (code, false, null);
        var text = SourceText.From(code);
        var root = CSharpSyntaxTree.ParseText(text, CellCompiler.ParseOptions).GetCompilationUnitRoot();
        var timed = false;
        // trivia knows what stands inside a string or a comment
        foreach (var trivia in root.DescendantTrivia(descendIntoTrivia: true).Where(t => t.IsKind(SyntaxKind.BadDirectiveTrivia) || t.IsKind(SyntaxKind.ShebangDirectiveTrivia)).ToList())
        {
            var line = text.Lines.GetLineFromPosition(trivia.SpanStart);
            var written = code[line.Start..line.End];
            var magic = written.Trim();
            var word = magic.Split([' ', '\t'], 2)[0];
            if (word is Time) timed = true;
            else if (word is not ("#!csharp" or "#!C#" or "#!c#"))
            {
                if (Explain(word) is not { } explanation) continue;
                var number = line.LineNumber + 1;
                return (code, false, new("BT0001", explanation, true, number, written.Length - written.TrimStart().Length + 1, number, written.TrimEnd().Length + 1, null));
            }
            code = code[..line.Start] + new string(' ', written.Length) + code[line.End..];
        }
        return (code, timed, null);
    }

    static string? Explain(string word) => word switch
    {
        "#i" => "#i names a package source in Polyglot Notebooks; here sources come from the NuGet.config of the user or of the notebook's folder.",
        "#!markdown" => "#!markdown belongs to Polyglot Notebooks; here make this a Markdown cell.",
        "#!html" => "#!html belongs to Polyglot Notebooks; here write HTML(\"...\") as the cell's last line.",
        "#!javascript" or "#!js" => $"{word} belongs to Polyglot Notebooks; this host runs C# only.",
        "#!mermaid" => "#!mermaid belongs to Polyglot Notebooks; here put the diagram into a Markdown cell.",
        "#!fsharp" or "#!pwsh" or "#!sql" or "#!kql" or "#!python" or "#!value" => $"{word} belongs to Polyglot Notebooks; this host runs C# only.",
        "#!import" => "#!import belongs to Polyglot Notebooks; here write #load \"file.cs\", relative to the notebook.",
        "#!set" or "#!share" => $"{word} shares variables between languages in Polyglot Notebooks; here all cells are C# and share them already.",
        "#!who" or "#!whos" => $"{word} belongs to Polyglot Notebooks; here end a cell with a variable's name to see it.",
        "#!connect" => "#!connect belongs to Polyglot Notebooks; this host has no other kernels.",
        "#!about" or "#!lsmagic" or "#!help" => $"{word} belongs to Polyglot Notebooks; the one magic of this host is {Time}.",
        _ when word.StartsWith("#!", StringComparison.Ordinal) => $"{word} is not known; the one magic of this host is {Time}.",
        _ => null,
    };
}
