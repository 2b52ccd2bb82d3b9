using System.Text;

namespace Backprop.Teaching;

/// <summary>Writes a formula as Unicode text; a matrix takes several lines, everything else one.</summary>
static class FormulaTextWriter
{
    const string Digits = "0123456789+-−=()[],@ijklmn";
    const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾[],@ⁱʲᵏˡᵐⁿ";
    const string Lowered = "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎[],@ᵢⱼₖₗₘₙ";

    public static string Write(MathNode node) => Box(node).ToString();

    /// <summary>A formula without matrices, on one line.</summary>
    public static string WriteLine(MathNode node) => node switch
    {
        MathSymbol symbol => symbol.Text,
        MathNumber number => Number(number.Digits),
        MathOperator op => " " + op.Text + " ",
        MathScripts scripts => Scripts(scripts),
        MathFraction fraction => Part(fraction.Numerator) + "/" + Part(fraction.Denominator),
        MathRow row => Row(row),
        MathFence fence => "(" + WriteLine(fence.Inner).Trim() + ")",
        MathWords words => words.Text,
        MathCode code => code.Text,
        MathMatrix matrix => "[" + string.Join("; ", matrix.Rows.Select(cells => string.Join(" ", cells.Select(WriteLine)))) + "]",
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, "not a math node"),
    };

    static string Row(MathRow row)
    {
        var line = new StringBuilder();
        for (var n = 0; n < row.Nodes.Length; n++)
        {
            var node = row.Nodes[n];
            // a sign before the first term belongs to it
            if (n == 0 && node is MathOperator sign) line.Append(sign.Text);
            // a fraction that runs into what follows reads as one only in parentheses
            else if (node is MathFraction && n + 1 < row.Nodes.Length && row.Nodes[n + 1] is not MathOperator) line.Append('(').Append(WriteLine(node)).Append(") ");
            else line.Append(WriteLine(node));
            if (node is MathScripts { Base: MathSymbol { Text: "Σ" } }) line.Append(' ');
        }
        return line.ToString().Replace("  ", " ", StringComparison.Ordinal);
    }

    static TextBox Box(MathNode node) => node switch
    {
        MathRow row when !HasMatrix(row) => TextBox.Of(WriteLine(row)),
        MathRow row => TextBox.Beside(row.Nodes.Select((part, n) => n == 0 && part is MathOperator sign ? TextBox.Of(sign.Text) : Box(part))),
        MathMatrix matrix => TextBox.Matrix([.. matrix.Rows.Select(cells => cells.Select(WriteLine).ToArray())]),
        MathFence { Inner: var inner } when HasMatrix(inner) => TextBox.Beside([TextBox.Of("("), Box(inner), TextBox.Of(")")]),
        MathScripts { Base: var inner, Above: { } above, Below: null } when HasMatrix(inner) => TextBox.Beside([Box(inner), TextBox.Of(WriteScript(above, Raised) ?? "^" + WriteLine(above))]),
        MathFraction fraction when HasMatrix(fraction) => TextBox.Beside([Box(fraction.Numerator), TextBox.Of(" / "), Box(fraction.Denominator)]),
        _ => TextBox.Of(WriteLine(node)),
    };

    static bool HasMatrix(MathNode node) => node switch
    {
        MathMatrix => true,
        MathRow row => row.Nodes.Any(HasMatrix),
        MathFence fence => HasMatrix(fence.Inner),
        MathScripts scripts => HasMatrix(scripts.Base),
        MathFraction fraction => HasMatrix(fraction.Numerator) || HasMatrix(fraction.Denominator),
        _ => false,
    };

    // a numerator or denominator of several parts stands in parentheses
    static string Part(MathNode node) => node is MathRow { Nodes.Length: > 1 } row && row.Nodes.Any(part => part is MathOperator or MathFraction) || node is MathFraction || node is MathNumber { Digits: var digits } && digits.Contains('e', StringComparison.Ordinal)
        ? "(" + WriteLine(node).Trim() + ")"
        : WriteLine(node);

    static string Scripts(MathScripts scripts)
    {
        var inner = WriteLine(scripts.Base);
        var above = scripts.Above is null ? "" : WriteScript(scripts.Above, Raised) ?? "^" + Braced(scripts.Above);
        var below = scripts.Below is null ? "" : WriteScript(scripts.Below, Lowered) ?? "_" + Braced(scripts.Below);
        return inner + above + below;
    }

    static string Braced(MathNode node) => WriteLine(node) is { Length: 1 } one ? one : "{" + WriteLine(node) + "}";

    // null where Unicode has no such raised or lowered letters
    static string? WriteScript(MathNode node, string alphabet)
    {
        if (alphabet == Raised && node is MathSymbol { Text: "T" }) return "ᵀ";
        // Z[1] reads better than half-raised brackets
        if (alphabet == Raised && node is MathSymbol { Text: ['[', ..] } bracketed) return bracketed.Text;
        var written = new StringBuilder();
        foreach (var c in WriteLine(node).Where(c => c != ' '))
        {
            var index = Digits.IndexOf(c, StringComparison.Ordinal);
            if (index < 0) return null;
            written.Append(alphabet[index]);
        }
        return written.ToString();
    }

    static string Number(string digits)
    {
        var text = digits.Replace('-', '−');
        var mark = text.IndexOf('e', StringComparison.Ordinal);
        return mark < 0 ? text : text[..mark] + "·10" + string.Concat(text[(mark + 1)..].Select(c => Raised[Digits.IndexOf(c, StringComparison.Ordinal)]));
    }
}
