using System.Collections.Immutable;

namespace Backprop.Teaching;

/// <summary>The one tree that formulas are made of; three writers read it: text, LaTeX and MathML.</summary>
abstract record MathNode
{
    public static implicit operator MathNode(string letters) => new MathSymbol(letters, letters);
}

/// <summary>A letter or name, in LaTeX and in Unicode.</summary>
sealed record MathSymbol(string Latex, string Text) : MathNode;

/// <summary>A number as it is printed, for example <c>0.1385</c> or <c>4.386e-5</c>.</summary>
sealed record MathNumber(string Digits) : MathNode;

/// <summary>An operator between two nodes.</summary>
sealed record MathOperator(string Latex, string Text) : MathNode
{
    public static readonly MathOperator Is = new("=", "=");
    public static readonly MathOperator IsAbout = new(@"\approx", "≈");
    public static readonly MathOperator Plus = new("+", "+");
    public static readonly MathOperator Minus = new("-", "−");
    public static readonly MathOperator Dot = new(@"\cdot", "·");
}

/// <summary>A base with what stands below and above to its right.</summary>
sealed record MathScripts(MathNode Base, MathNode? Below, MathNode? Above) : MathNode;

/// <summary>A fraction.</summary>
sealed record MathFraction(MathNode Numerator, MathNode Denominator) : MathNode;

/// <summary>Nodes side by side.</summary>
sealed record MathRow(ImmutableArray<MathNode> Nodes) : MathNode
{
    public static MathRow Of(params ReadOnlySpan<MathNode> nodes) => new([.. nodes]);
}

/// <summary>A node in parentheses.</summary>
sealed record MathFence(MathNode Inner) : MathNode;

/// <summary>A matrix in brackets.</summary>
sealed record MathMatrix(ImmutableArray<ImmutableArray<MathNode>> Rows) : MathNode;

/// <summary>Words inside a formula.</summary>
sealed record MathWords(string Text) : MathNode;

/// <summary>A name of a program inside a formula, for example <c>a[0]</c>.</summary>
sealed record MathCode(string Text) : MathNode;
