using System.Globalization;
using System.Text;

namespace Backprop.Teaching;

/// <summary>Writes a worksheet as an answer sheet in plain text, with blanks or with the numbers; <see cref="AnswerSheet"/> reads both.</summary>
static class WorksheetText
{
    const int Column = 34;

    public static string Blank(Worksheet worksheet) => Write(worksheet, "Put a number in place of each ?, then run: backprop check FILE", (_, _) => "?");

    public static string Key(Worksheet worksheet) => Write(worksheet, "The key: every number exact, then rounded to four digits.", (_, value) => NumberFormat.Exact(value, Worksheet.DigitsKept));

    static string Write(Worksheet worksheet, string heading, Func<QuantityId, double, string> answer)
    {
        var (example, plan) = (worksheet.Example, worksheet.Plan);
        var network = example.Network;
        var text = new StringBuilder();
        Line(text, $"# Worksheet {plan.Shape}, seed {plan.Seed.ToString(CultureInfo.InvariantCulture)}. {heading}");
        Line(text, $"# Keep {Worksheet.DigitsKept} significant digits at each step. Units and samples are counted from 0, layers from 1.");
        Line(text, "");
        if (plan.Student is { } student) Line(text, "student: " + WithoutComment(student));
        Line(text, "name: " + example.Name);
        Line(text, "net: " + plan.NetWords);
        Line(text, "loss: " + plan.Loss.Name.Replace('_', ' '), worksheet.LossFormula);
        if (plan.WeightDecay > 0) Line(text, "lambda: " + NumberFormat.RoundTrip(plan.WeightDecay), "λ of the weight decay (λ/2) Σ W²");
        Line(text, "rate: " + NumberFormat.RoundTrip(plan.LearningRate), "η, the learning rate");
        Line(text, $"digits kept: {Worksheet.DigitsKept}");
        Line(text, "");
        for (var l = 1; l <= network.LayerCount; l++)
        {
            var layer = network.Layer(l);
            if (l == 1) Line(text, "# W[1]: a row for each unit of layer 1, in it a number for each input");
            Line(text, $"W[{l}] = {string.Join("; ", Enumerable.Range(0, layer.Units).Select(j => Row(layer.Inputs, k => layer.Weight(j, k))))}");
            Line(text, $"b[{l}] = {Row(layer.Units, layer.Bias)}");
        }
        for (var i = 0; i < example.SampleCount; i++)
        {
            var (x, y) = (example.Input(i), example.Target(i));
            Line(text, $"x{worksheet.At(i)} = {Row(x.Count, k => x[k])}");
            Line(text, $"y{worksheet.At(i)} = {Row(y.Count, j => y[j])}");
        }
        Line(text, "");
        Line(text, "answers:");
        foreach (var line in worksheet.Asked)
            Line(text, $"{line} = {string.Join(' ', AskedNumbers.Entries(line, network).Select(id => answer(id, worksheet.Value(id))))}", worksheet.Meaning(line));
        return text.ToString();
    }

    // what stands behind a # is a comment
    static string WithoutComment(string text) => text.Replace('#', '＃');

    static string Row(int count, Func<int, double> number) => string.Join(' ', Enumerable.Range(0, count).Select(k => NumberFormat.RoundTrip(number(k))));

    static void Line(StringBuilder text, string line, string? comment = null) =>
        text.Append(comment is null ? line : $"{line.PadRight(Column)} # {comment}").Append('\n');
}
