namespace Backprop.Teaching.Tests.Notations;

public class NotationTests
{
    static readonly Example Net = Examples.TwoOutputs;
    static readonly BackpropTrace Trace = Backpropagation.Run(Net);

    [Fact]
    public void Every_symbol_of_every_notation_leads_back_to_its_quantity()
    {
        Example[] examples = [Examples.Mazur, Examples.TwoOutputsFourSamples, Examples.FiveLayers, Examples.SoftmaxCrossEntropy, Examples.Chain, Examples.ReluRegression];
        foreach (var example in examples)
            foreach (var notation in Notation.All)
            {
                var context = NotationContext.Of(example);
                // what TryParse looks up, made once
                var names = NotationNames.Of(notation, example);
                foreach (var id in NotationNames.Ids(example))
                {
                    var symbol = notation.Symbol(SymbolRequest.Of(id, context));
                    foreach (var written in (string[])[LatexWriter.Write(symbol), FormulaTextWriter.WriteLine(symbol)])
                    {
                        Assert.True(names.TryGetValue(SymbolText.Normalize(written), out var back), $"{notation}, {example.Name}, {id}: {written} is not read");
                        Assert.True(id == back, $"{notation}, {example.Name}: {written} is {id} but read as {back}");
                    }
                }
            }
    }

    // the rows of the translation table, each for one quantity of the 3-4-2 net with one sample
    [Theory]
    [InlineData("bias-unit", "W[2][1,2]", "w^{(2)}_{23}")]
    [InlineData("bias-unit", "b[2][1]", "w^{(2)}_{20}")]
    [InlineData("bias-unit", "z[1][0]", "z^{(2)}_{1}")]
    [InlineData("bias-unit", "a[2][1]", "a^{(3)}_{2}")]
    [InlineData("bias-unit", "fprime[1][0]", @"g'\left(z^{(2)}_{1}\right)")]
    [InlineData("bias-unit", "y[1]", "y_{12}")]
    [InlineData("bias-unit", "loss", "J_{1}")]
    [InlineData("bias-unit", "delta[2][0]", @"\delta^{(3)}_{1}")]
    [InlineData("bias-unit", "dW[1][0,2]", @"\frac{\partial J_{1}}{\partial w^{(1)}_{13}}")]
    [InlineData("bias-unit", "sumdW[1][0,2]", @"\Delta^{(1)}_{13}")]
    [InlineData("bias-unit", "meandW[1][0,2]", "D^{(1)}_{13}")]
    [InlineData("rows", "W[2][1,2]", @"\texttt{w[1][2,1]}")]
    [InlineData("rows", "b[2][1]", @"\texttt{b[1][1]}")]
    [InlineData("rows", "z[1]", @"\texttt{z[0]}")]
    [InlineData("rows", "a[2]", @"\texttt{a[2]}")]
    [InlineData("rows", "x", @"\texttt{a[0]}")]
    [InlineData("rows", "delta[2]", @"\texttt{d[1]}")]
    [InlineData("rows", "dA[2]", @"\texttt{dE/da[2]}")]
    [InlineData("rows", "meandW[1]", @"\texttt{dw[0]}")]
    [InlineData("partials", "W[2][1,2]", "w^{(2)}_{12}")]
    [InlineData("partials", "b[2][1]", "b^{(2)}_{1}")]
    [InlineData("partials", "b[2]", "B^{(2)}")]
    [InlineData("partials", "z[1][3]", "z^{(1)}_{03}")]
    [InlineData("partials", "fprime[1][3]", @"\sigma'\left(z^{(1)}_{03}\right)")]
    [InlineData("partials", "y[1]", "y_{01}")]
    [InlineData("partials", "loss", "L_{0}")]
    [InlineData("partials", "dA[1][2]", @"\frac{\partial L_{0}}{\partial a^{(1)}_{02}}")]
    [InlineData("partials", "delta[1][2]", @"\frac{\partial L_{0}}{\partial z^{(1)}_{02}}")]
    [InlineData("partials", "meandW[2]", @"{\nabla W}^{(2)}")]
    [InlineData("sensitivity", "W[2][1,2]", "w^{(2)}_{23}")]
    [InlineData("sensitivity", "b[2][1]", "b^{(2)}_{2}")]
    [InlineData("sensitivity", "z[1][0]", "z^{(2)}_{1}")]
    [InlineData("sensitivity", "delta[1][0]", @"\delta^{(2)}_{1}")]
    [InlineData("sensitivity", "fprime[1][0]", @"f'\left(z^{(2)}_{1}\right)")]
    [InlineData("sensitivity", "loss", "J(w,b;x,y)")]
    [InlineData("sensitivity", "J", "J(w,b)")]
    [InlineData("capitals", "W[2]", "W^{[2]}")]
    [InlineData("capitals", "b[2]", "b^{[2]}")]
    [InlineData("capitals", "z[1]", "Z^{[1]}")]
    [InlineData("capitals", "a[2]", "A^{[2]}")]
    [InlineData("capitals", "x", "X")]
    [InlineData("capitals", "fprime[1]", @"g^{[1]\prime}\left(Z^{[1]}\right)")]
    [InlineData("capitals", "dA[1]", "dA^{[1]}")]
    [InlineData("capitals", "delta[1]", "dZ^{[1]}")]
    [InlineData("capitals", "dW[1]", "dW^{[1]}")]
    public void Each_text_writes_a_quantity_as_it_does(string notation, string name, string latex)
    {
        var found = Notation.Find(notation)!;
        Assert.Equal(latex, Trace[name].Explain(notation: found).Steps[0].Symbol);
        Assert.True(found.TryParse(latex, Net, out var id));
        Assert.Equal(Trace[name].Id, id);
    }

    [Theory]
    [InlineData("bias-unit", "w^(2)_23", "W[2][1,2]")]
    [InlineData("bias-unit", "δ⁽³⁾₁", "delta[2][0]@0")]
    [InlineData("bias-unit", "delta_1^(3)", "delta[2][0]@0")]
    [InlineData("partials", "w_{12}^{(2)}", "W[2][1,2]")]
    [InlineData("rows", "w[1][2,1]", "W[2][1,2]")]
    [InlineData("rows", " d[1][0, 1] ", "delta[2][1]@0")]
    [InlineData("capitals", "dZ[2][0]", "delta[2][0]@0")]
    [InlineData("capitals", "dW[1][0,2]", "dW[1][0,2]@0")]
    [InlineData("canonical", "delta[1][2]", "delta[1][2]@0")]
    [InlineData("canonical", "δ⁽¹⁾₂", "delta[1][2]@0")]
    public void A_name_typed_by_hand_is_read(string notation, string text, string name)
    {
        Assert.True(Notation.Find(notation)!.TryParse(text, Net, out var id), text);
        Assert.Equal(name, id.ToString());
    }

    [Theory]
    [InlineData("000", "bias-unit")]
    [InlineData("001", "rows")]
    [InlineData("002", "partials")]
    [InlineData("003", "sensitivity")]
    [InlineData("004", "capitals")]
    [InlineData("canonical", "canonical")]
    public void A_notation_is_found_by_the_number_of_its_text(string alias, string name) => Assert.Equal(name, Notation.Find(alias)!.Name);

    [Fact]
    public void The_same_derivation_in_each_notation_reads_as_approved() => Expectation.Matches(
        "Notations.txt",
        string.Join("\n\n", Notation.All.Select(notation =>
            $"{notation.Name}: {notation.Description}\n" + string.Join('\n', ((string[])["z[1][2]", "delta[1][2]", "delta[1]", "dW[1]", "dW[1][2,0]", "db[2]", "meandW[1][2,0]", "newW[2][1,2]", "loss"]).Select(name => Trace.Explain(name, notation: notation).Steps[0].ToText())))));

    [Fact]
    public void Every_golden_case_is_written_in_every_notation_with_the_same_values()
    {
        foreach (var file in Repository.GoldenFiles)
        {
            var trace = Backpropagation.Run(Example.Read(file));
            foreach (var notation in Notation.All)
                foreach (var step in trace.Sample(0).Explain(notation).Steps)
                    Assert.True(step.IsEquality, $"{Path.GetFileName(file)}, {notation}, {step.Quantity.Name}: {step.ToText()}");
        }
    }

    [Fact]
    public void A_trace_in_a_notation_shows_four_samples_and_says_how_to_see_the_rest()
    {
        double[][] x = [.. Enumerable.Range(0, 6).Select(i => new[] { 0.1 * i, 0.2, -0.3 })];
        var trace = Backpropagation.Run(Example.Of(Net.Network, x, [.. x.Select(_ => new[] { 1.0, 0 })]));
        var text = trace.In(Notation.Capitals).ToText();
        Assert.Contains("Forward and backward pass of sample 3", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Forward and backward pass of sample 4", text, StringComparison.Ordinal);
        Assert.EndsWith("… 2 more samples: trace.Sample(i).Explain(notation) shows any of them.", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DecayScaling.HalfLambda, @"\lambda \cdot w^{(1)}_{11}", null)]
    [InlineData(DecayScaling.HalfLambdaPerSample, @"\frac{\lambda}{m} \cdot w^{(1)}_{11}", "Text 003 has (λ/2) Σ w² and so λ w; this example has another factor.")]
    [InlineData(DecayScaling.Lambda, @"2 \cdot \lambda \cdot w^{(1)}_{11}", "Text 003 has (λ/2) Σ w² and so λ w; this example has another factor.")]
    public void The_decay_term_is_the_derivative_of_the_decay_loss_in_every_convention(DecayScaling decay, string formula, string? remark)
    {
        var example = Net with { Objective = Net.Objective with { WeightDecay = 0.1, Decay = decay } };
        var step = Backpropagation.Run(example).Explain("regW[1][0,0]", notation: Notation.Sensitivity).Steps[0];
        Assert.Equal(@"\frac{\partial J(w,b)_{\text{decay}}}{\partial w^{(1)}_{11}}", step.Symbol);
        Assert.Equal(formula, step.Formula);
        Assert.Equal(remark, step.Remark);
    }

    [Fact]
    public void Where_the_loss_is_a_sum_the_mean_is_not_called_its_gradient()
    {
        var example = Examples.TwoOutputsFourSamples;
        var sum = example with { Objective = example.Objective with { OverSamples = Reduction.Sum } };
        string Symbol(Example of) => Backpropagation.Run(of).Explain("meandW[1]", notation: Notation.Partials).Steps[0].Symbol;
        Assert.Equal("{\\nabla W}^{(1)}", Symbol(example));
        Assert.Equal(@"\frac{1}{n}\textstyle\sum_{i}\frac{\partial L_{i}}{\partial W^{(1)}}", Symbol(sum));
    }

    [Fact]
    public void One_number_is_shown_as_another_text_writes_it()
    {
        var text = Trace["delta[1][2]@0"].In(Notation.Partials).ToText();
        Assert.Contains("∂Lᵢ/∂z", text, StringComparison.Ordinal);
        Assert.Equal(Trace.In(Notation.Partials).Explain("delta[1][2]").ToText(), text);
    }

    [Fact]
    public void A_text_without_a_symbol_says_so() =>
        Assert.Equal("Text 002 has no symbol for δ: it is ∂Lᵢ/∂z, the same number as ∂Lᵢ/∂b.", Trace.In(Notation.Partials).Explain("delta[1][2]").Steps[0].Remark);

    [Fact]
    public void A_name_of_no_notation_is_refused() => Assert.Equal(
        "Q[1]: found no such quantity, expected an ASCII name such as delta[1][0] or a name of this example in the notation capitals.",
        Assert.Throws<UnknownQuantityException>(() => Trace.In(Notation.Capitals).Explain("Q[1]")).Message);
}
