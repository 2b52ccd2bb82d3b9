using Xunit.Sdk;

namespace Backprop.Teaching.Tests.Derivations;

/// <summary>Whoever types a printed line into a calculator gets the printed result.</summary>
public class PrintedEqualityTests
{
    const int Steps = 10_000;

    [Fact]
    public void Ten_thousand_printed_lines_give_their_printed_results()
    {
        int seen = 0, elided = 0, inexact = 0;
        for (var seed = 0; seen < Steps; seed++)
        {
            var example = GeneratedNets.FromSeed(seed);
            var trace = Backpropagation.Run(example);
            var digits = 2 + (seed % 7);
            var ids = NotationNames.Ids(example).Where(id => id.IsScalar && (!id.Info.BelongsToStep || example.LearningRate is not null));
            foreach (var id in ids)
            {
                var step = trace[id].Explain(digits: digits).Steps[0];
                if (step.SubstitutedText is null) continue;
                seen++;
                CheckText(step, digits, seed);
                if (step.IsEquality) CheckLine(step, digits, seed);
                else if (step.ToText().Contains('⋯', StringComparison.Ordinal)) elided++;
                else inexact++;
            }
        }
        // ≈ stands where a sum was too wide, and otherwise almost never
        Assert.True(elided > 0, "no sum was elided");
        Assert.True(inexact <= Steps / 1000, $"{inexact} lines of {seen} have ≈ without an elision");
    }

    static void CheckText(DerivationStep step, int digits, int seed)
    {
        var value = ((ScalarQuantity)step.Quantity).Value;
        var found = Calculator.Evaluate(step.SubstitutedText!);
        var isElided = step.ToText().Contains('⋯', StringComparison.Ordinal);
        if ((step.IsEquality || isElided) && !PrintsAlike(found, value, digits))
            throw new XunitException($"seed {seed}, {step.Quantity.Name}, {digits} digits: {step.SubstitutedText} gives {found}, printed {value}");
    }

    static void CheckLine(DerivationStep step, int digits, int seed)
    {
        var line = step.ToText();
        Assert.DoesNotContain('≈', line);
        // without the case of ReLU and the symbols, which no calculator knows
        var parts = line.Split(", because ")[0].Split(" = ");
        var result = parts[^1];
        var printed = Calculator.Evaluate(result);
        Assert.Equal(NumberFormat.Exact(((ScalarQuantity)step.Quantity).Value, digits), NumberFormat.Exact(printed, digits));
        if (parts.Length < 4 && step.Parts.IsPlain) return;
        var put = parts[^2];
        var found = Calculator.Evaluate(put);
        if (!PrintsAlike(found, printed, digits)) throw new XunitException($"seed {seed}, {digits} digits: {line}\n  {put} gives {found}");
    }

    static bool PrintsAlike(double left, double right, int digits) => NumberFormat.Exact(left, digits) == NumberFormat.Exact(right, digits);

    [Theory]
    [InlineData("0.4 * 0.138499 + 0.5 * (-0.0380982)", (0.4 * 0.138499) + (0.5 * -0.0380982))]
    [InlineData("1/(1 + e^{−0.5})", 0.62245933120185459)]
    [InlineData("e⁻¹/(e⁻¹ + e²)", 0.047425873177566781)]
    [InlineData("3.5·10⁻⁵ · 2", 7e-5)]
    [InlineData("4.4e-5 / 2", 2.2e-5)]
    [InlineData("−(1 · ln(0.5) + 0 · ln(0.25))", 0.69314718055994529)]
    [InlineData("1/2 · ((0.75 − 0.01)² + (0.77 − 0.99)²)", 0.298)]
    [InlineData("max(0, −3) + tanh(0)", 0)]
    public void The_calculator_of_these_tests_calculates(string text, double value) => Assert.Equal(value, Calculator.Evaluate(text), 1e-12);

    [Fact]
    public void Where_digits_cancel_more_are_put_in()
    {
        var network = Network.Of(Layer.Identity(w: [[1.00001, -1]], b: [0]));
        var trace = Backpropagation.Run(Example.Of(network, x: [0.123456789, 0.123457], y: [0]));
        var step = trace.Explain("z[1][0]").Steps[0];
        Assert.True(step.IsEquality);
        Assert.Equal("z⁽¹⁾₀ = W⁽¹⁾₀₀ · x₀ + W⁽¹⁾₀₁ · x₁ + b⁽¹⁾₀ = 1.00001 · 0.123456789 + (−1) · 0.123457 + 0 = 1.024·10⁻⁶", step.ToText());
    }

    [Fact]
    public void A_sum_too_wide_is_elided_and_its_sign_is_about()
    {
        var random = new Random(7);
        var weights = Enumerable.Range(0, 20).Select(_ => Math.Round(random.NextDouble(), 3)).ToArray();
        var trace = Backpropagation.Run(Example.Of(Network.Of(Layer.Identity(w: [weights])), x: weights, y: [0]));
        var step = trace.Explain("z[1][0]").Steps[0];
        Assert.False(step.IsEquality);
        Assert.Contains("⋯", step.ToText(), StringComparison.Ordinal);
        Assert.Contains("≈", step.ToText(), StringComparison.Ordinal);
        // the text for machines has every term
        Assert.Equal(20, step.SubstitutedText!.Split(" + ").Length);
    }
}
