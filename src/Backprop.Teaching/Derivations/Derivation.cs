using System.Net;
using System.Text;

namespace Backprop.Teaching;

/// <summary>How a quantity of a trace comes about: ordered lines of symbols = numbers put in = value. Immutable.</summary>
public sealed class Derivation : Displayable
{
    readonly IReadOnlyList<QuantityId> order;
    readonly Lazy<IReadOnlyList<DerivationStep>> steps;

    internal Derivation(BackpropTrace trace, double? learningRate, string caption, IReadOnlyList<QuantityId> order, Notation notation, int digits)
    {
        Trace = trace;
        LearningRate = learningRate;
        Caption = caption;
        this.order = order;
        Notation = notation;
        Digits = digits;
        steps = new(() =>
        {
            var builder = new StepBuilder(trace, new(trace, learningRate), notation, digits);
            return [.. order.Select(builder.Build)];
        });
    }

    /// <summary>The trace whose numbers are put in.</summary>
    public BackpropTrace Trace { get; }

    /// <summary>What is derived, in a sentence.</summary>
    public string Caption { get; }

    /// <summary>The notation in which it is written.</summary>
    public Notation Notation { get; }

    /// <summary>The significant digits of the results; the numbers put in have as many more as it takes.</summary>
    public int Digits { get; }

    /// <summary>The lines; each quantity stands after those that it uses.</summary>
    public IReadOnlyList<DerivationStep> Steps => steps.Value;

    double? LearningRate { get; }

    /// <summary>The same derivation in another notation.</summary>
    /// <param name="notation">The notation.</param>
    /// <returns>A new derivation.</returns>
    public Derivation In(Notation notation)
    {
        ArgumentNullException.ThrowIfNull(notation);
        return new(Trace, LearningRate, Caption, order, notation, Digits);
    }

    /// <summary>The same derivation with another number of significant digits.</summary>
    /// <param name="digits">1 to 15.</param>
    /// <returns>A new derivation.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="digits"/> is not in 1…15.</exception>
    public Derivation WithDigits(int digits) => new(Trace, LearningRate, Caption, order, Notation, Explanations.CheckedDigits(digits));

    /// <summary>The same derivation, uncovered line by line with a click or a key; without a script all lines are there.</summary>
    /// <returns>A displayable.</returns>
    public Reveal Reveal() => new(this);

    /// <summary>All lines as one LaTeX block, to paste into slides and exams.</summary>
    /// <returns>An <c>aligned</c> environment without delimiters.</returns>
    public string ToLatex() => @"\begin{aligned}" + "\n" + string.Join(@" \\" + "\n", Steps.Select(step => "& " + step.ToLatex())) + "\n" + @"\end{aligned}";

    /// <summary>All lines as MathML, one <c>math</c> element each.</summary>
    /// <returns>MathML.</returns>
    public string ToMathMl() => string.Join('\n', Steps.Select(step => step.ToMathMl()));

    internal override DisplayNode View() => new WrittenNode(WriteText(), WriteHtml());

    internal string WriteHtml()
    {
        var html = new StringBuilder();
        html.Append("<div style=\"font-weight:600;margin:.4em 0\">").Append(WebUtility.HtmlEncode(Caption)).Append("</div>");
        foreach (var group in Grouped()) html.Append(group.Count > 1 ? GivenOf(group) : LineOf(group[0]));
        html.Append("<details><summary>LaTeX</summary><pre style=\"white-space:pre-wrap\">").Append(WebUtility.HtmlEncode(ToLatex())).Append("</pre></details>");
        return html.ToString();
    }

    static string LineOf(DerivationStep step)
    {
        var names = $"<code>{WebUtility.HtmlEncode(step.Quantity.CodeName)}</code> &ensp;<code>{WebUtility.HtmlEncode(step.Quantity.Name)}</code>";
        var remark = step.Remark is null ? "" : $"<div style=\"opacity:.75;font-size:.85em\">{WebUtility.HtmlEncode(step.Remark)}</div>";
        return $"<div class=\"backprop-line\" style=\"margin:.3em 0;padding-bottom:.25em;overflow-x:auto\">{step.ToMathMl()}<div style=\"opacity:.75;font-size:.85em\">{names} &ensp;{WebUtility.HtmlEncode(step.Reason)}</div>{remark}</div>";
    }

    static string GivenOf(List<DerivationStep> steps) =>
        $"<div class=\"backprop-line\" style=\"margin:.3em 0;padding-bottom:.25em;overflow-x:auto\">given: {string.Join(", ", steps.Select(step => step.ToMathMl(inline: true)))}</div>";

    // numbers that are given stand together on one line; each other step on its own
    List<List<DerivationStep>> Grouped()
    {
        var groups = new List<List<DerivationStep>>();
        foreach (var step in Steps)
        {
            var given = step.Rule == DerivationRule.Given && step.Quantity is ScalarQuantity;
            if (given && groups.Count > 0 && groups[^1][0] is { Rule: DerivationRule.Given, Quantity: ScalarQuantity } first && first.Quantity.Id.Kind == step.Quantity.Id.Kind && first.Quantity.Id.Layer == step.Quantity.Id.Layer)
                groups[^1].Add(step);
            else groups.Add([step]);
        }
        return groups;
    }

    string WriteText()
    {
        var text = new StringBuilder(Caption);
        foreach (var group in Grouped())
        {
            if (group.Count > 1)
            {
                text.Append("\ngiven: ").AppendJoin(", ", group.Select(given => given.ToText()));
                continue;
            }
            var step = group[0];
            text.Append('\n').Append(step.ToText());
            text.Append("\n    ").Append(step.Quantity.CodeName).Append("  ").Append(step.Quantity.Name).Append("  ").Append(step.Reason);
            if (step.Remark is not null) text.Append("\n    ").Append(step.Remark);
        }
        return text.ToString();
    }
}
