using System.Text;
using System.Text.RegularExpressions;

namespace Backprop.Teaching;

/// <summary>Brings a symbol written in LaTeX, Unicode or ASCII to one form, so that names can be compared.</summary>
static class SymbolText
{
    static readonly (string From, string To)[] Names =
    [
        (@"\operatorname", ""), (@"\texttt", ""), (@"\textstyle", ""), (@"\text", ""), (@"\left", ""), (@"\right", ""), (@"\,", ""), (@"\cdot", "·"),
        (@"\delta", "δ"), (@"\Delta", "Δ"), (@"\partial", "d"), (@"\nabla", "∇"), (@"\sigma", "σ"), (@"\sum", "Σ"), (@"\lambda", "λ"), (@"\eta", "η"), (@"\alpha", "α"), (@"\_", "_"),
        ("delta", "δ"), ("Delta", "Δ"), ("nabla", "∇"), ("sigma", "σ"), ("sum", "Σ"), ("∂", "d"), ("′", "'"), ("−", "-"),
    ];

    const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ᵀ";
    const string RaisedPlain = "0123456789+-()T";
    const string Lowered = "₀₁₂₃₄₅₆₇₈₉₊₋₍₎";
    const string LoweredPlain = "0123456789+-()";

    public static string Normalize(string symbol)
    {
        var text = Fractions(symbol);
        foreach (var (from, to) in Names) text = text.Replace(from, to, StringComparison.Ordinal);
        text = Flatten(Flatten(text, Raised, RaisedPlain, '^'), Lowered, LoweredPlain, '_');
        text = string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not '{' and not '}' and not '\\'));
        return CommaBetweenFigures.Replace(Bracketed(AboveBeforeBelow(text).Replace("^[", "[", StringComparison.Ordinal)), "$1$2");
    }

    // indices of one figure each may have a comma between them or none
    static readonly Regex CommaBetweenFigures = new(@"(?<!\d)(\d),(\d)(?!\d)", RegexOptions.CultureInvariant);

    // dZ[2][0] and dZ^{[2]}_0 are the same
    static string Bracketed(string text)
    {
        var start = text.IndexOf("][", StringComparison.Ordinal);
        var end = start < 0 ? -1 : text.IndexOf(']', start + 2);
        return end < 0 ? text : Bracketed(text[..(start + 1)] + "_" + text[(start + 2)..end] + text[(end + 1)..]);
    }

    // \frac{A}{B} is A/B
    static string Fractions(string text)
    {
        var start = text.IndexOf(@"\frac{", StringComparison.Ordinal);
        if (start < 0) return text;
        var middle = Closing(text, start + 5);
        var end = middle < 0 || middle + 1 >= text.Length ? -1 : Closing(text, middle + 1);
        if (end < 0) return text;
        return Fractions(text[..start] + text[(start + 6)..middle] + "/" + text[(middle + 2)..end] + text[(end + 1)..]);
    }

    static int Closing(string text, int open)
    {
        var depth = 0;
        for (var n = open; n < text.Length; n++)
        {
            if (text[n] == '{') depth++;
            if (text[n] == '}' && --depth == 0) return n;
        }
        return -1;
    }

    static string Flatten(string text, string alphabet, string plain, char mark)
    {
        var flat = new StringBuilder();
        var inside = false;
        foreach (var c in text)
        {
            var index = alphabet.IndexOf(c, StringComparison.Ordinal);
            if (index >= 0 && !inside) flat.Append(mark);
            // a comma or @ between lowered figures belongs to them
            inside = index >= 0 || (inside && c is ',' or '@' or '[' or ']');
            flat.Append(index >= 0 ? plain[index] : c);
        }
        return flat.ToString();
    }

    // z_0^(1) and z^(1)_0 are the same
    static string AboveBeforeBelow(string text)
    {
        for (var n = 0; n < text.Length; n++)
        {
            if (text[n] != '_') continue;
            var end = n + 1;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is ',' or '@' or ':' or '·')) end++;
            if (end >= text.Length || text[end] != '^') continue;
            var stop = end + 1;
            if (stop < text.Length && text[stop] is '(' or '[')
                while (stop < text.Length && text[stop] is not ')' and not ']') stop++;
            stop = Math.Min(text.Length, stop + 1);
            text = text[..n] + text[end..stop] + text[n..end] + text[stop..];
            n = stop - 1;
        }
        return text;
    }
}
