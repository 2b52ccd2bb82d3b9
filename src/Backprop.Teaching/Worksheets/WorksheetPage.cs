using System.Globalization;
using System.Text;

namespace Backprop.Teaching;

/// <summary>Writes a worksheet to print: the givens, then a box for each number, empty or with the number.</summary>
static class WorksheetPage
{
    public static string Blank(Worksheet worksheet) => TeachingPage.Write(Title(worksheet), Body(worksheet, false));

    public static string Key(Worksheet worksheet) => TeachingPage.Write("Key: " + Title(worksheet), Body(worksheet, true));

    /// <summary>What stands between the tags of a body, so that a class has several on one page.</summary>
    public static string Body(Worksheet worksheet, bool withNumbers)
    {
        var html = new StringBuilder();
        Head(html, worksheet, withNumbers);
        Givens(html, worksheet);
        Answers(html, worksheet, withNumbers);
        if (!withNumbers) Working(html, worksheet);
        return html.ToString();
    }

    static string Title(Worksheet worksheet) => string.Create(CultureInfo.InvariantCulture, $"Worksheet {worksheet.Plan.Shape}, seed {worksheet.Plan.Seed}");

    static void Head(StringBuilder html, Worksheet worksheet, bool withNumbers)
    {
        html.Append(CultureInfo.InvariantCulture, $"<header><div><h1>{(withNumbers ? "Key: backpropagation" : "Backpropagation")} by hand, {worksheet.Plan.Shape}</h1><p class=\"quiet\">{Escape(Title(worksheet))}</p></div>");
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"name\">Name <span>{Escape(worksheet.Plan.Student ?? "\u00a0")}</span></p></header>\n");
        if (withNumbers) return;
        html.Append(CultureInfo.InvariantCulture, $"<p>Keep <strong>{Worksheet.DigitsKept} significant digits</strong> at each step (0.001234 has four), not four decimals. Units and samples are counted from 0, layers from 1; W⁽ˡ⁾ⱼₖ leads to unit j of layer l from unit k of layer l − 1.");
        html.Append(" What you typed into the text sheet is judged by <code>backprop check FILE</code>.</p>\n");
    }

    static void Givens(StringBuilder html, Worksheet worksheet)
    {
        var (example, plan) = (worksheet.Example, worksheet.Plan);
        var network = example.Network;
        html.Append("<h2>Given</h2>\n");
        html.Append(CultureInfo.InvariantCulture, $"<p>z⁽ˡ⁾ = W⁽ˡ⁾ a⁽ˡ⁻¹⁾ + b⁽ˡ⁾, a⁽ˡ⁾ = f(z⁽ˡ⁾), a⁽⁰⁾ = x; {Escape(Activations(network))}; {Escape(worksheet.LossFormula)}; η = {NumberFormat.RoundTrip(plan.LearningRate)}.</p>\n");
        for (var l = 1; l <= network.LayerCount; l++)
        {
            var layer = network.Layer(l);
            html.Append("<div class=\"row\">");
            Labelled(html, QuantitySymbol.Of(new(QuantityKind.Weights, l)), layer.Units, layer.Inputs, layer.Weight);
            Labelled(html, QuantitySymbol.Of(new(QuantityKind.Biases, l)), layer.Units, 1, (j, _) => layer.Bias(j));
            html.Append("</div>\n");
        }
        html.Append("<table class=\"list\"><thead><tr><th scope=\"col\">sample</th><th scope=\"col\">x</th><th scope=\"col\">y</th></tr></thead><tbody>");
        for (var i = 0; i < example.SampleCount; i++)
            html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{i}</th><td>{Row(example.Input(i))}</td><td>{Row(example.Target(i))}</td></tr>");
        html.Append("</tbody></table>\n");
    }

    static void Answers(StringBuilder html, Worksheet worksheet, bool withNumbers)
    {
        foreach (var section in worksheet.Asked.GroupBy(line => Section(line, worksheet)))
        {
            html.Append(CultureInfo.InvariantCulture, $"<h2>{section.Key}</h2>\n");
            // what is one number of its own says what it is
            if (section.All(line => line.IsScalar)) Boxes(html, worksheet, section, withNumbers);
            else
                foreach (var line in section)
                {
                    html.Append(CultureInfo.InvariantCulture, $"<div class=\"group\"><p class=\"quiet\">{Escape(worksheet.Meaning(line))}</p>");
                    Boxes(html, worksheet, [line], withNumbers);
                    html.Append("</div>\n");
                }
        }
    }

    static void Boxes(StringBuilder html, Worksheet worksheet, IEnumerable<QuantityId> lines, bool withNumbers)
    {
        html.Append("<div class=\"boxes\">");
        foreach (var id in lines.SelectMany(line => AskedNumbers.Entries(line, worksheet.Example.Network)))
        {
            var number = withNumbers ? Minus(NumberFormat.Exact(worksheet.Value(id), Worksheet.DigitsKept)) : "";
            html.Append(CultureInfo.InvariantCulture, $"<span class=\"answer\"><b>{Escape(Symbol(id))} =</b><span class=\"box\"{(withNumbers ? "" : $" role=\"img\" aria-label=\"box for {Escape(id.ToString())}\"")}>{number}</span></span>");
        }
        html.Append("</div>\n");
    }

    // the other samples are needed for the gradients and not asked for: a table to work them in
    static void Working(StringBuilder html, Worksheet worksheet)
    {
        var example = worksheet.Example;
        html.Append("<h2>Working, not marked</h2>\n");
        if (example.SampleCount == 1)
        {
            html.Append("<div class=\"space\" role=\"img\" aria-label=\"space for your working\"></div>\n");
            return;
        }
        html.Append("<table class=\"grid\"><thead><tr><th scope=\"col\">number</th>");
        for (var i = 1; i < example.SampleCount; i++) html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\">sample {i}</th>");
        html.Append("</tr></thead><tbody>");
        foreach (var id in worksheet.AskedEntries.Where(id => id.Sample is not null && id.Kind != QuantityKind.SampleLoss))
            html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{Escape(QuantitySymbol.Of(id))}</th>{string.Concat(Enumerable.Repeat("<td></td>", example.SampleCount - 1))}</tr>");
        html.Append("</tbody></table>\n");
    }

    static string Section(QuantityId line, Worksheet worksheet) => line.Kind switch
    {
        QuantityKind.PreActivation or QuantityKind.Activation or QuantityKind.SampleLoss => "Forward" + Sample(worksheet),
        QuantityKind.Delta => "Backward" + Sample(worksheet),
        QuantityKind.WeightsAfter or QuantityKind.BiasesAfter => $"After one step with η = {NumberFormat.RoundTrip(worksheet.Plan.LearningRate)} (⁺)",
        _ when worksheet.Example.SampleCount > 1 => $"The gradients of all {worksheet.Example.SampleCount} samples",
        _ => "The gradients",
    };

    // the group says that it is after the step
    static string Symbol(QuantityId id) => QuantitySymbol.Of(id).Replace(" after the step", "⁺", StringComparison.Ordinal);

    static string Sample(Worksheet worksheet) => worksheet.Example.SampleCount == 1 ? "" : $", sample {AskedNumbers.Sample}";

    static string Activations(Network network)
    {
        var names = network.Layers.Select(layer => layer.Activation.Name).Distinct().ToList();
        return names.Count == 1 ? $"f is {names[0]} in every layer" : string.Join(", ", Enumerable.Range(1, network.LayerCount).Select(l => $"f is {network.Layer(l).Activation.Name} in layer {l}"));
    }

    static void Labelled(StringBuilder html, string symbol, int rows, int columns, Func<int, int, double> entry)
    {
        html.Append(CultureInfo.InvariantCulture, $"<span class=\"labelled\">{Escape(symbol)} = <table class=\"matrix\"><tbody>");
        for (var j = 0; j < rows; j++)
            html.Append("<tr>").AppendJoin("", Enumerable.Range(0, columns).Select(k => $"<td>{Minus(NumberFormat.RoundTrip(entry(j, k)))}</td>")).Append("</tr>");
        html.Append("</tbody></table></span>");
    }

    static string Row(IEnumerable<double> numbers) => "(" + string.Join(", ", numbers.Select(number => Minus(NumberFormat.RoundTrip(number)))) + ")";

    // as it stands on paper
    static string Minus(string number) => number.Replace('-', '−');

    static string Escape(string text) => TeachingPage.Escape(text);
}
