using System.Xml;

namespace Backprop.Teaching.Tests.Derivations;

public class DerivationTests
{
    static readonly BackpropTrace Mazur = Backpropagation.Run(Examples.Mazur);

    [Fact]
    public void A_step_of_each_form_reads_as_approved()
    {
        var softmax = Backpropagation.Run(Examples.SoftmaxCrossEntropy);
        var relu = Backpropagation.Run(Examples.ReluRegression);
        Derivation[] all =
        [
            Mazur.Explain("delta[1][0]"), Mazur.Explain("delta[1]"), Mazur.Explain("dW[2]"), Mazur.Explain("newW[1][0,0]", DerivationDepth.Full),
            softmax.Explain("a[2][1]@1"), softmax.Explain("jacobian[2]@1"), softmax.Explain("gradW[1]"), softmax.Explain("J"), relu.Explain("fprime[1][1]@1"), relu.Explain("fprime[1]@1"),
        ];
        Expectation.Matches("Derivations.txt", string.Join("\n\n", all.Select(each => each.ToText())));
        Expectation.Matches("Derivations.tex", string.Join("\n\n", all.Select(each => each.ToLatex())));
        Expectation.Matches("Derivations.mathml", string.Join("\n\n", all.Select(each => each.ToMathMl())));
    }

    [Fact]
    public void A_full_derivation_names_each_quantity_once_and_after_those_that_it_uses() => GeneratedNets.ForEach(example =>
    {
        var trace = Backpropagation.Run(example);
        foreach (var id in NotationNames.Ids(example).Where(id => id.Kind is QuantityKind.TotalWeightGradient or QuantityKind.Loss or QuantityKind.InputGradient && id.IsScalar).Take(3))
        {
            var known = new HashSet<QuantityId>();
            foreach (var step in trace[id].Explain(DerivationDepth.Full).Steps)
            {
                Assert.All(step.Uses, used => Assert.Contains(used, known));
                Assert.True(known.Add(step.Quantity.Id), $"{step.Quantity.Name} twice");
                if (step.Rule == DerivationRule.Given) Assert.Empty(step.Uses);
            }
            Assert.Equal(trace[id].Id, known.Last());
        }
    }, 40);

    [Fact]
    public void Every_writer_writes_every_quantity_in_every_notation() => GeneratedNets.ForEach(example =>
    {
        var trace = Backpropagation.Run(example);
        foreach (var notation in Notation.All)
            foreach (var step in trace.Sample(0).Explain(notation).Steps)
            {
                var reader = XmlReader.Create(new StringReader(step.ToMathMl()), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
                while (reader.Read()) { }
                Assert.Equal(0, step.ToLatex().Count(c => c == '{') - step.ToLatex().Count(c => c == '}'));
                Assert.DoesNotContain("NaN", step.ToText(), StringComparison.Ordinal);
            }
    }, 30);

    [Fact]
    public void Explaining_each_quantity_that_a_step_uses_ends_at_what_is_given()
    {
        var open = new Stack<QuantityId>([QuantityId.Parse("gradW[1][0,0]")]);
        var given = new HashSet<QuantityKind>();
        while (open.TryPop(out var id))
        {
            var step = Mazur[id].Explain().Steps[0];
            if (step.Uses.Count == 0) given.Add(id.Kind);
            foreach (var used in step.Uses) open.Push(used);
        }
        Assert.Equal([QuantityKind.Input, QuantityKind.Target, QuantityKind.Weights, QuantityKind.Biases], given.Order());
    }

    [Fact]
    public void A_derivation_carries_its_names_its_latex_and_the_script_free_lines()
    {
        var derivation = Mazur.Explain("delta[1]", DerivationDepth.Full);
        var html = derivation.ToHtml();
        Assert.Contains("<code>trace.Layer(1).Delta</code>", html, StringComparison.Ordinal);
        Assert.Contains("<code>delta[1]@0</code>", html, StringComparison.Ordinal);
        Assert.Contains("<details><summary>LaTeX</summary>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        var reveal = derivation.Reveal().ToHtml();
        Assert.Contains("tabindex=\"0\"", reveal, StringComparison.Ordinal);
        Assert.All(derivation.Steps, step => Assert.Contains(step.ToMathMl(), reveal, StringComparison.Ordinal));
        Assert.DoesNotContain("http", reveal.Replace("http://www.w3.org/1998/Math/MathML", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void The_step_with_another_rate_is_derived_with_that_rate()
    {
        var step = Mazur.Step(0.1).Layer(2).WeightsAfter[0, 0].Explain().Steps[0];
        Assert.Equal("new W⁽²⁾₀₀ = W⁽²⁾₀₀ − η · ∂J/∂W⁽²⁾₀₀ = 0.4 − 0.1 · 0.0821670 = 0.3918", step.ToText());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    public void Digits_outside_1_to_15_are_refused(int digits) => Assert.Throws<ArgumentOutOfRangeException>(() => Mazur.Explain("J", digits: digits));
}
