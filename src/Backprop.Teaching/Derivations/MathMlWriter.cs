using System.Net;

namespace Backprop.Teaching;

/// <summary>Writes a formula as MathML, which browsers show and screen readers read without a script.</summary>
static class MathMlWriter
{
    // Chromium lays a cell of MathML out to the right only by its own word; others read the first
    const string RightAligned = "text-align:right;text-align:-webkit-right";

    /// <summary>A whole formula on a line of its own.</summary>
    public static string WriteBlock(MathNode node) => $"<math xmlns=\"http://www.w3.org/1998/Math/MathML\" display=\"block\" style=\"width:fit-content\">{Write(node)}</math>";

    /// <summary>A formula inside a line of text.</summary>
    public static string WriteInline(MathNode node) => $"<math xmlns=\"http://www.w3.org/1998/Math/MathML\">{Write(node)}</math>";

    public static string Write(MathNode node) => node switch
    {
        // indices are numbers, not letters
        MathSymbol { Text: [>= '0' and <= '9' or '(' or '[' or '@', ..] } index => $"<mn>{Escape(index.Text)}</mn>",
        MathSymbol symbol => symbol.Text.Length == 1 ? $"<mi>{Escape(symbol.Text)}</mi>" : $"<mi mathvariant=\"{Variant(symbol.Text)}\">{Escape(symbol.Text)}</mi>",
        MathNumber number => Number(number.Digits),
        MathOperator op => $"<mo>{Escape(op.Text)}</mo>",
        MathScripts { Below: { } below, Above: { } above } scripts => $"<msubsup>{Group(scripts.Base)}{Group(below)}{Group(above)}</msubsup>",
        MathScripts { Below: { } below } scripts => $"<msub>{Group(scripts.Base)}{Group(below)}</msub>",
        MathScripts { Above: { } above } scripts => $"<msup>{Group(scripts.Base)}{Group(above)}</msup>",
        MathScripts scripts => Write(scripts.Base),
        MathFraction fraction => $"<mfrac>{Group(fraction.Numerator)}{Group(fraction.Denominator)}</mfrac>",
        MathRow row => $"<mrow>{string.Concat(row.Nodes.Select(Write))}</mrow>",
        MathFence fence => $"<mrow><mo>(</mo>{Write(fence.Inner)}<mo>)</mo></mrow>",
        MathMatrix matrix => "<mrow><mo>[</mo><mtable>" + string.Concat(matrix.Rows.Select(cells => "<mtr>" + string.Concat(cells.Select(cell => $"<mtd style=\"{RightAligned}\">{Write(cell)}</mtd>")) + "</mtr>")) + "</mtable><mo>]</mo></mrow>",
        MathWords words => $"<mtext>{Escape(words.Text)}</mtext>",
        MathCode code => $"<mtext style=\"font-family:monospace\">{Escape(code.Text)}</mtext>",
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, "not a math node"),
    };

    // the elements of a script or fraction count their children
    static string Group(MathNode node) => node is MathRow or MathFence or MathMatrix ? Write(node) : $"<mrow>{Write(node)}</mrow>";

    // a name of several letters stands upright, a letter with a prime does not
    static string Variant(string text) => text.EndsWith('′') ? "italic" : "normal";

    static string Number(string digits)
    {
        var negative = digits.StartsWith('-');
        var unsigned = negative ? digits[1..] : digits;
        var mark = unsigned.IndexOf('e', StringComparison.Ordinal);
        var body = mark < 0
            ? $"<mn>{unsigned}</mn>"
            : $"<mn>{unsigned[..mark]}</mn><mo>·</mo><msup><mn>10</mn><mrow>{Signed(unsigned[(mark + 1)..])}</mrow></msup>";
        return negative ? $"<mrow><mo>−</mo>{body}</mrow>" : mark < 0 ? body : $"<mrow>{body}</mrow>";
    }

    static string Signed(string exponent) => exponent.StartsWith('-') ? $"<mo>−</mo><mn>{exponent[1..]}</mn>" : $"<mn>{exponent}</mn>";

    static string Escape(string text) => WebUtility.HtmlEncode(text);
}
