namespace Backprop.Teaching;

/// <summary>Short words in which notations write their symbols.</summary>
static class Symbols
{
    public static readonly MathNode Delta = new MathSymbol(@"\delta", "δ");
    public static readonly MathNode Partial = new MathSymbol(@"\partial", "∂");

    public static MathNode Index(IndexTerm index) => new MathSymbol(index.ToString(), index.ToString().Replace('-', '−'));

    /// <summary>An index written in parentheses above, as in z⁽²⁾.</summary>
    public static MathNode InParentheses(IndexTerm index) => new MathSymbol($"({index})", $"({index})".Replace('-', '−'));

    /// <summary>An index written in brackets above, as in Z^{[2]}.</summary>
    public static MathNode InBrackets(IndexTerm index) => new MathSymbol($"[{index}]", $"[{index}]".Replace('-', '−'));

    /// <summary>Indices side by side, with a comma where one has more than one figure.</summary>
    public static MathNode? Indices(params ReadOnlySpan<IndexTerm?> indices)
    {
        var written = new List<string>();
        foreach (var index in indices)
            if (index is { } term) written.Add(term.ToString());
        if (written.Count == 0) return null;
        var text = string.Join(written.Any(each => each.Length > 1) ? "," : "", written);
        return new MathSymbol(text, text.Replace('-', '−'));
    }

    public static MathNode Derivative(MathNode of, MathNode by) => new MathFraction(MathRow.Of(Partial, of), MathRow.Of(Partial, by));

    public static MathNode Of(MathNode function, MathNode operand) => MathRow.Of(function, new MathFence(operand));
}
