using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backprop.Teaching.Notebooks;

/// <summary>The word that ends at the cursor, and what stands before it.</summary>
sealed class CursorContext
{
    CursorContext(SemanticModel model, int start, int end, string word, SyntaxToken before)
    {
        Model = model;
        Start = start;
        End = end;
        Word = word;
        Before = before;
    }

    public SemanticModel Model { get; }

    /// <summary>Where the word starts; the cursor, if there is none.</summary>
    public int Start { get; }

    /// <summary>The cursor.</summary>
    public int End { get; }

    /// <summary>The word as far as the cursor.</summary>
    public string Word { get; }

    /// <summary>The last token before the word.</summary>
    public SyntaxToken Before { get; }

    /// <summary>Null inside text, numbers and comments.</summary>
    public static CursorContext? At(CellCompiler compiler, string code, int cursor)
    {
        var start = cursor;
        while (start > 0 && SyntaxFacts.IsIdentifierPartCharacter(code[start - 1])) start--;
        var model = compiler.Understand(code);
        var root = model.SyntaxTree.GetRoot();
        if (InText(root, cursor) || (start < cursor && char.IsDigit(code[start]))) return null;
        var before = start == 0 ? default : root.FindToken(start - 1);
        // white space belongs to the token after it
        if (before.SpanStart >= start) before = before.GetPreviousToken();
        return new(model, start, cursor, code[start..cursor], before);
    }

    /// <summary>What stands before the dot, if a dot stands before the word.</summary>
    public ExpressionSyntax? Receiver() => !Before.IsKind(SyntaxKind.DotToken) ? null : Before.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression,
        QualifiedNameSyntax name => name.Left,
        MemberBindingExpressionSyntax binding => binding.Ancestors().OfType<ConditionalAccessExpressionSyntax>().FirstOrDefault()?.Expression,
        _ => null,
    };

    static bool InText(SyntaxNode root, int cursor)
    {
        if (cursor == 0) return false;
        var trivia = root.FindTrivia(cursor - 1);
        if (trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.DisabledTextTrivia or SyntaxKind.ReferenceDirectiveTrivia or SyntaxKind.LoadDirectiveTrivia) return true;
        var token = root.FindToken(cursor - 1);
        if (token.SpanStart >= cursor) return false;
        return token.Kind() switch
        {
            SyntaxKind.InterpolatedStringTextToken => true,
            SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.Utf8StringLiteralToken =>
                cursor < token.Span.End || token.ContainsDiagnostics,
            _ => false,
        };
    }
}
