using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Backprop.Teaching.Notebooks;

/// <summary>Tells an unfinished cell from a wrong one.</summary>
static class CellCompleteness
{
    public static Completeness Of(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        var tree = CSharpSyntaxTree.ParseText(code, CellCompiler.ParseOptions);
        if (ClosesTooMuch(tree.GetRoot())) return Completeness.Invalid;
        if (!SyntaxFactory.IsCompleteSubmission(tree)) return Completeness.Incomplete;
        return tree.GetDiagnostics().Any(d => d.Severity == DiagnosticSeverity.Error) ? Completeness.Invalid : Completeness.Complete;
    }

    // the compiler calls `1+)` unfinished, but nothing that follows opens that bracket
    static bool ClosesTooMuch(SyntaxNode root)
    {
        var open = new Stack<char>();
        foreach (var token in root.DescendantTokens(descendIntoTrivia: true))
        {
            // skipped tokens are text that no rule accepts; they still open and close
            if (token.IsMissing || token.Text is not [var bracket]) continue;
            if (bracket is '(' or '[' or '{') open.Push(bracket);
            else if (bracket is ')' or ']' or '}' && (!open.TryPop(out var opened) || opened != Opening(bracket))) return true;
        }
        return false;
    }

    static char Opening(char closing) => closing switch { ')' => '(', ']' => '[', _ => '{' };
}
