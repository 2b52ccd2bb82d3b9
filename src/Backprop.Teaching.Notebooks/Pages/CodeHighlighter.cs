using System.Net;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Backprop.Teaching.Notebooks;

/// <summary>C# as HTML in which keywords, types, calls, texts, numbers and comments have a class each; what is read is the text, unchanged.</summary>
static class CodeHighlighter
{
    static readonly CSharpParseOptions Options = CSharpParseOptions.Default.WithKind(SourceCodeKind.Script);

    public static string Write(string source)
    {
        var html = new StringBuilder();
        var end = 0;
        foreach (var (span, style) in Marks(CSharpSyntaxTree.ParseText(source, Options).GetRoot()).Where(mark => mark.Span.Length > 0).OrderBy(mark => mark.Span.Start))
        {
            if (span.Start < end) continue;
            html.Append(Escape(source[end..span.Start])).Append("<span class=\"").Append(style).Append("\">").Append(Escape(source[span.Start..span.End])).Append("</span>");
            end = span.End;
        }
        return html.Append(Escape(source[end..])).ToString();
    }

    static IEnumerable<(TextSpan Span, string Style)> Marks(SyntaxNode root)
    {
        foreach (var trivia in root.DescendantTrivia())
        {
            if (trivia.IsDirective) yield return (Trimmed(trivia), "d");
            else if (trivia.ToString().StartsWith('/')) yield return (trivia.Span, "c");
        }
        foreach (var token in root.DescendantTokens())
            if (StyleOf(token) is { } style) yield return (token.Span, style);
    }

    // the line end belongs to the directive and not to what is marked
    static TextSpan Trimmed(SyntaxTrivia trivia) => new(trivia.SpanStart, trivia.ToFullString().TrimEnd().Length - (trivia.SpanStart - trivia.FullSpan.Start));

    static string? StyleOf(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.NumericLiteralToken => "n",
        SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
            or SyntaxKind.InterpolatedStringStartToken or SyntaxKind.InterpolatedStringTextToken or SyntaxKind.InterpolatedStringEndToken or SyntaxKind.InterpolatedVerbatimStringStartToken
            or SyntaxKind.InterpolatedSingleLineRawStringStartToken or SyntaxKind.InterpolatedMultiLineRawStringStartToken or SyntaxKind.InterpolatedRawStringEndToken => "s",
        SyntaxKind.IdentifierToken => StyleOfName(token),
        var kind when SyntaxFacts.IsKeywordKind(kind) => "k",
        _ => null,
    };

    static string? StyleOfName(SyntaxToken name) => name.Parent switch
    {
        IdentifierNameSyntax { IsVar: true } => "k",
        IdentifierNameSyntax { Parent: InvocationExpressionSyntax } or IdentifierNameSyntax { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } } and { Parent: MemberAccessExpressionSyntax { Name: { } } } =>
            IsLast(name) ? "m" : null,
        MethodDeclarationSyntax or LocalFunctionStatementSyntax => "m",
        BaseTypeDeclarationSyntax or GenericNameSyntax { Parent: not (InvocationExpressionSyntax or MemberAccessExpressionSyntax) } => "t",
        GenericNameSyntax => "m",
        SimpleNameSyntax { Parent: VariableDeclarationSyntax or ParameterSyntax or ObjectCreationExpressionSyntax or TypeArgumentListSyntax or ArrayTypeSyntax or NullableTypeSyntax or CastExpressionSyntax or DeclarationPatternSyntax } type
            when type.Parent is not ParameterSyntax { Type: null } => "t",
        _ => null,
    };

    // in a.b.Run() only Run is called
    static bool IsLast(SyntaxToken name) => name.Parent!.Parent is not MemberAccessExpressionSyntax access || access.Name == name.Parent;

    static string Escape(string text) => WebUtility.HtmlEncode(text);
}
