using System.Net;
using System.Text;

namespace Backprop.Teaching;

/// <summary>One quantity in every notation: name = formula, without numbers. Immutable.</summary>
public sealed class Translation : Displayable
{
    internal Translation(Quantity quantity) => Quantity = quantity;

    /// <summary>What is translated.</summary>
    public Quantity Quantity { get; }

    internal override DisplayNode View()
    {
        var lines = Notation.All.Select(notation => (Head: Head(notation), Step: Quantity.Explain(notation: notation).Steps[^1])).ToList();
        var width = lines.Max(line => line.Head.Length);
        var caption = $"{Quantity.Name}: {Quantity.Id.Words}";
        var text = new StringBuilder(caption);
        foreach (var (head, step) in lines) text.Append('\n').Append(head.PadRight(width)).Append("  ").Append(step.ToTextWithoutNumbers());
        var html = new StringBuilder($"<table><caption style=\"text-align:left\">{WebUtility.HtmlEncode(caption)}</caption><tr><th style=\"text-align:left\">notation</th><th style=\"text-align:left\">written</th></tr>");
        foreach (var (head, step) in lines)
            html.Append("<tr><th scope=\"row\" style=\"text-align:left;font-weight:normal\">").Append(WebUtility.HtmlEncode(head)).Append("</th><td style=\"text-align:left\">").Append(step.ToMathMlWithoutNumbers()).Append("</td></tr>");
        return new WrittenNode(text.ToString(), html.Append("</table>").ToString());
    }

    static string Head(Notation notation) => notation.Alias is null ? notation.Name : $"{notation.Name} ({notation.Alias})";
}
