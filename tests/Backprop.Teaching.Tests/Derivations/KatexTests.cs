using System.Text.Json;

namespace Backprop.Teaching.Tests.Derivations;

public class KatexTests
{
    [NodeFact]
    public void Katex_parses_every_formula_of_every_notation()
    {
        var formulas = new HashSet<string>();
        Example[] examples = [Examples.Mazur, Examples.TwoOutputsFourSamples, Examples.FiveLayers, Examples.SoftmaxCrossEntropy, Examples.ReluRegression, Examples.RowBatch];
        foreach (var example in examples)
        {
            var trace = Backpropagation.Run(example);
            foreach (var notation in Notation.All)
            {
                foreach (var step in trace.Sample(example.SampleCount - 1).Explain(notation).Steps) formulas.Add(step.ToLatex());
                foreach (var step in trace.Explain("newW[1][0,0]", DerivationDepth.Full, notation).Steps) formulas.Add(step.ToLatex());
                formulas.Add(trace.Explain("J", DerivationDepth.Full, notation).ToLatex());
                formulas.Add(trace.Explain("gradb[1]", DerivationDepth.Full, notation).ToLatex());
            }
        }
        formulas.UnionWith(ErrataCatalogue.All.SelectMany(erratum => new[] { erratum.Printed, erratum.Right }));
        Assert.True(formulas.Count > 500, $"{formulas.Count} formulas");
        Assert.Equal("[]", Run([.. formulas]));
    }

    [NodeFact]
    public void Katex_refuses_a_broken_formula() => Assert.NotEqual("[]", Run([@"\frac{1"]));

    static string Run(string[] formulas) => NodeScript.Run("katex.mjs", JsonSerializer.Serialize(formulas));
}
