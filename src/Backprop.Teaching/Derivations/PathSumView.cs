using System.Globalization;

namespace Backprop.Teaching;

/// <summary>How a sum over paths is shown: a line for each path, the sum, and the collapse into δ.</summary>
static class PathSumView
{
    const int MostLines = 32;

    public static DisplayNode Of(PathSum sum)
    {
        var nodes = new List<DisplayNode> { new HeadingNode($"{sum.Quantity.Name} as a sum over {Count(sum.Count)} {(sum.Count == 1 ? "path" : "paths")}") };
        nodes.AddRange(sum.Paths.Take(MostLines).Select(Line));
        if (sum.Paths.Length > MostLines)
            nodes.Add(new TextNode(sum.IsComplete ? $"… {sum.Paths.Length - MostLines} more paths: .Paths holds all of them." : $"… these are the largest; .Paths holds the {sum.Paths.Length} largest of {Count(sum.Count)}."));
        nodes.Add(new LabelledNode("their sum", sum.Quantity.ValueNode()));
        foreach (var stage in sum.Stages)
        {
            nodes.Add(new HeadingNode(stage.Terms.Length == 1 ? $"with δ of layer {stage.Layer}: one product is left" : $"with δ of layer {stage.Layer}: {stage.Terms.Length} terms are left"));
            nodes.AddRange(stage.Terms.Take(MostLines).Select(Line));
            if (stage.Terms.Length > MostLines) nodes.Add(new TextNode($"… {stage.Terms.Length - MostLines} more terms."));
        }
        nodes.Add(new TextNode($"Multiplications: {Count(sum.WithSharing)} when each δ is computed once, {Count(sum.WithoutSharing)} path by path."));
        return new StackNode(nodes);
    }

    static WrittenNode Line(LossPath path)
    {
        var formula = Joined(path.Factors.Select(factor => Notation.Canonical.Symbol(SymbolRequest.Of(factor.Quantity.Id, NotationContext.Of(factor.Quantity.Trace)))));
        // enough digits that the printed product is the product of the printed factors
        var digits = PrintedNumbers.DigitsFor(4, [path.Product], put => [path.Factors.Aggregate(1.0, (product, factor) => product * PrintedNumbers.Read(factor.Value, put))]);
        var format = new NumberFormat(digits ?? 17);
        var numbers = Joined(path.Factors.Select(factor => Number(format.Format(factor.Value))));
        var value = new MathNumber(NumberFormat.Default.Format(path.Product));
        // equalities, between which a narrow page may break the line
        MathNode[][] parts = path.Factors.Length == 1
            ? [[formula], [MathOperator.Is, value]]
            : [[formula], [MathOperator.Is, numbers], [digits is null ? MathOperator.IsAbout : MathOperator.Is, value]];
        var share = path.Share is { } portion ? $"{(100 * portion).ToString("0.#", CultureInfo.InvariantCulture)} %" : "";
        return new(
            FormulaTextWriter.Write(MathRow.Of([.. parts.SelectMany(part => part)])) + (share.Length == 0 ? "" : "   " + share),
            $"<div style=\"margin:.4em 0\">{string.Join(' ', parts.Select(part => MathMlWriter.WriteInline(MathRow.Of(part))))} &ensp;<span style=\"opacity:.75\">{share}</span></div>");
    }

    static MathNode Number(string digits) => digits.StartsWith('-') ? new MathFence(new MathNumber(digits)) : new MathNumber(digits);

    static MathRow Joined(IEnumerable<MathNode> factors)
    {
        var nodes = new List<MathNode>();
        foreach (var factor in factors)
        {
            if (nodes.Count > 0) nodes.Add(MathOperator.Dot);
            nodes.Add(factor);
        }
        return new([.. nodes]);
    }

    static string Count(double count) => count.ToString(count < 1e15 ? "N0" : "0.###e0", CultureInfo.InvariantCulture);
}
