using System.Text;

namespace Backprop.Teaching;

/// <summary>Writes a formula as LaTeX, in the part of it that KaTeX reads.</summary>
static class LatexWriter
{
    public static string Write(MathNode node) => node switch
    {
        MathSymbol symbol => symbol.Latex,
        MathNumber number => Number(number.Digits),
        MathOperator op => op.Latex,
        MathScripts scripts => Scripts(scripts),
        MathFraction fraction => $@"\frac{{{Write(fraction.Numerator)}}}{{{Write(fraction.Denominator)}}}",
        MathRow row => Row(row),
        MathFence fence => $@"\left({Write(fence.Inner)}\right)",
        MathMatrix matrix => @"\begin{bmatrix}" + string.Join(@" \\ ", matrix.Rows.Select(cells => string.Join(" & ", cells.Select(Write)))) + @"\end{bmatrix}",
        MathWords words => $@"\text{{{Escape(words.Text)}}}",
        MathCode code => $@"\texttt{{{Escape(code.Text)}}}",
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, "not a math node"),
    };

    static string Row(MathRow row)
    {
        var latex = new StringBuilder();
        foreach (var node in row.Nodes)
        {
            var next = Write(node);
            if (node is MathOperator) latex.Append(' ').Append(next).Append(' ');
            // a command must not run into a letter behind it
            else if (latex.Length > 0 && char.IsAsciiLetter(latex[^1]) && next.Length > 0 && (char.IsAsciiLetter(next[0]) || next[0] == '\\')) latex.Append(' ').Append(next);
            else latex.Append(next);
        }
        return latex.ToString().Trim();
    }

    static string Scripts(MathScripts scripts)
    {
        var inner = Write(scripts.Base);
        // a base that has a script of its own, or several parts, is one group
        if (scripts.Base is MathScripts or MathFraction or MathRow) inner = "{" + inner + "}";
        return inner + (scripts.Above is null ? "" : "^{" + Write(scripts.Above) + "}") + (scripts.Below is null ? "" : "_{" + Write(scripts.Below) + "}");
    }

    static string Number(string digits)
    {
        var mark = digits.IndexOf('e', StringComparison.Ordinal);
        return mark < 0 ? digits : digits[..mark] + @" \cdot 10^{" + digits[(mark + 1)..] + "}";
    }

    static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (var c in text)
            escaped.Append(c switch
            {
                '\\' => @"\textbackslash{}",
                '^' => @"\textasciicircum{}",
                '~' => @"\textasciitilde{}",
                '{' or '}' or '_' or '&' or '%' or '$' or '#' => @"\" + c,
                _ => c.ToString(),
            });
        return escaped.ToString();
    }
}
