using System.Globalization;
using System.Text;

namespace Backprop.Teaching;

/// <summary>Writes an answer sheet to fill in: the givens and the numbers asked for as blanks, each with its meaning as a comment.</summary>
static class BlankSheet
{
    public static string Of(SheetNet net, int samples)
    {
        var text = new StringBuilder();
        Line(text, "# An answer sheet: put a number in place of each ?, then run: backprop check FILE");
        Line(text, "# Units and samples are counted from 0, layers from 1. 'count from: 1' changes that.");
        Line(text, "# A line may be left out or left blank. Keep 4 significant digits at each step.");
        Line(text, "");
        Line(text, $"net: {net}");
        var loss = net.Activations[^1] == ActivationFunction.Softmax ? LossFunction.CrossEntropy : LossFunction.SquaredError;
        Line(text, "loss: " + SheetObjective.WordsOf(loss), "or " + string.Join(", ", LossFunction.All.Where(other => other != loss).Select(SheetObjective.WordsOf)));
        Line(text, "rate: 0.5", "η, the learning rate");
        Line(text, "lambda: 0", "λ of the weight decay");
        Line(text, "");
        for (var l = 1; l <= net.LayerCount; l++)
        {
            var row = Blanks(net.Sizes[l - 1]);
            Line(text, $"W[{l}] = {string.Join("; ", Enumerable.Repeat(row, net.Sizes[l]))}", $"weights into layer {l}: a row for each of its {Units(net.Sizes[l])}, a number in it for each {(l == 1 ? "input" : $"unit of layer {l - 1}")}");
            Line(text, $"b[{l}] = {Blanks(net.Sizes[l])}", $"biases of layer {l}; 'none' for a layer without");
        }
        for (var i = 0; i < samples; i++)
        {
            var at = samples == 1 ? "" : $"@{i}";
            Line(text, $"x{at} = {Blanks(net.Sizes[0])}", "inputs" + (samples == 1 ? "" : $" of sample {i}"));
            Line(text, $"y{at} = {Blanks(net.Sizes[^1])}", "targets" + (samples == 1 ? "" : $" of sample {i}"));
        }
        Line(text, "");
        Line(text, "answers:");
        foreach (var id in Asked(net, samples))
            Line(text, $"{id} = {string.Join("; ", Enumerable.Repeat(Blanks(Columns(id, net)), Rows(id, net)))}", Meaning(id));
        return text.ToString();
    }

    // forward, the loss, backward, the batch: what a person computes on paper
    static IEnumerable<QuantityId> Asked(SheetNet net, int samples)
    {
        for (var i = 0; i < samples; i++)
        {
            // of one sample nobody needs to say which
            int? sample = samples == 1 ? null : i;
            for (var l = 1; l <= net.LayerCount; l++)
            {
                yield return new(QuantityKind.PreActivation, l, Sample: sample);
                yield return new(QuantityKind.Activation, l, Sample: sample);
            }
            yield return new(QuantityKind.SampleLoss, Sample: sample);
            for (var l = net.LayerCount; l >= 1; l--) yield return new(QuantityKind.Delta, l, Sample: sample);
        }
        yield return new(QuantityKind.Loss);
        for (var l = net.LayerCount; l >= 1; l--)
        {
            yield return new(QuantityKind.TotalWeightGradient, l);
            yield return new(QuantityKind.TotalBiasGradient, l);
        }
        for (var l = net.LayerCount; l >= 1; l--)
        {
            yield return new(QuantityKind.WeightsAfter, l);
            yield return new(QuantityKind.BiasesAfter, l);
        }
    }

    static int Rows(QuantityId id, SheetNet net) => id.Info.Indices == 2 ? net.Sizes[id.Layer!.Value] : 1;

    static int Columns(QuantityId id, SheetNet net) => id.Info.Indices switch { 0 => 1, 1 => net.Sizes[id.Layer!.Value], _ => net.Sizes[id.Layer!.Value - 1] };

    static string Meaning(QuantityId id) => id.Kind switch
    {
        QuantityKind.PreActivation => "pre-activation z = W a + b",
        QuantityKind.Activation => "activation a = f(z)",
        QuantityKind.Loss => "loss J of all samples, with the decay term",
        _ => id.Words,
    } + (id.Layer is { } l ? $", layer {l}" : "");

    static string Blanks(int count) => string.Join(' ', Enumerable.Repeat("?", count));

    static string Units(int count) => count == 1 ? "unit" : $"{count} units";

    static void Line(StringBuilder text, string line, string? comment = null) =>
        text.Append(comment is null ? line : string.Create(CultureInfo.InvariantCulture, $"{line,-28} # {comment}")).Append('\n');
}
