using System.Globalization;
using Backprop.Teaching.Tests.Golden;

namespace Backprop.Teaching.Tests.Worksheets;

public class AuditTests
{
    static readonly Audit Mazur = Audit.Run(Examples.Mazur, PublishedClaims.Mazur);

    [Fact]
    public void Every_number_of_Mazur_up_to_the_new_weights_follows_and_the_loss_after_the_step_does_not()
    {
        Assert.Equal(28, Mazur.Lines.Length);
        Assert.All(Mazur.Lines.Take(24), line => Assert.Equal(AuditVerdict.Right, line.Verdict));
        Assert.Same(Mazur.Lines[24], Mazur.First);
        Assert.Equal(("0.291027924", AuditVerdict.Mistake), (Mazur.First!.Claim.Text, Mazur.First.Verdict));
    }

    [Fact]
    public void The_claims_are_the_published_numbers_of_the_golden_file()
    {
        var published = GoldenCase.Of("g1").Extras.GetProperty("published").EnumerateObject().Select(number => number.Value.GetDouble()).ToList();
        Assert.Equal(published.Order(), Mazur.Lines.Select(line => line.Claim.Number.Value).Order());
    }

    [Fact]
    public void The_loss_after_the_step_is_that_of_overwritten_output_weights_and_the_printed_weights_are_not()
    {
        var extras = GoldenCase.Of("g1").Extras;
        var reason = Assert.Single(Mazur.First!.Reasons);
        Assert.StartsWith("P8", reason.Rule, StringComparison.Ordinal);
        Close.Assert(extras.GetProperty("sequentialOverwrite").GetProperty("lossAfterSteps").GetProperty("1").GetDouble(), reason.Value, "P8");
        Close.Assert(extras.GetProperty("computed").GetProperty("E_total_after_1").GetDouble(), Mazur.First.Value, "computed");
        Assert.Equal(["dE_total/dout_h1", "dE_total/dw1", "w1+", "w2+", "w3+", "w4+"], reason.Against.Select(claim => claim.Label));
    }

    [Fact]
    public void The_numbers_after_ten_thousand_steps_come_from_the_same_mistake_and_one_is_misprinted()
    {
        var outputs = GoldenCase.Of("g1").Extras.GetProperty("sequentialOverwrite").GetProperty("outAfter10000");
        for (var n = 0; n < 2; n++)
        {
            var line = Mazur.Lines[26 + n];
            Assert.Equal(AuditVerdict.Mistake, line.Verdict);
            Close.Assert(1, Assert.Single(line.Reasons).Value / outputs[n].GetDouble(), line.Claim.Label, 1e-9);
        }
        var loss = Mazur.Lines[25];
        Assert.Equal(AuditVerdict.Misprint, loss.Verdict);
        Assert.Contains(loss.Reasons, reason => reason.Rule.StartsWith("P8", StringComparison.Ordinal) && reason.Words == "a digit 1 too many");
    }

    [Fact]
    public void What_a_reader_sees_first_names_the_line_the_mistake_and_what_speaks_against_it()
    {
        var text = Mazur.ToText();
        Assert.StartsWith("Audit of mazur-2-2-2: 28 numbers, 24 follow\n", text, StringComparison.Ordinal);
        Assert.Contains("The first number that does not follow: line 25, E_total after the step = 0.291027924. Computed: 0.29102777369.", text, StringComparison.Ordinal);
        Assert.Contains("(P8@1): 0.29102792391.", text, StringComparison.Ordinal);
        Assert.Contains("w1+, w2+ and 2 more are printed as without this mistake", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_number_is_blamed_once_and_what_follows_from_it_follows()
    {
        var claims = Changed("out_h1", "0.493269992");
        var audit = Audit.Run(Examples.Mazur, claims);
        Assert.Equal("out_h1", audit.First!.Claim.Label);
        // the digit is one that no known mistake and no slip of the pen gives
        Assert.Equal(AuditVerdict.Unexplained, audit.First.Verdict);

        var trace = Backpropagation.Run(Examples.Mazur);
        var carried = Read("a[1][0]", "0.493269992", "z[2][0]", Digits(trace.Value("z[2][0]") - (0.4 * (trace.Value("a[1][0]") - 0.493269992))));
        Assert.Equal([AuditVerdict.Unexplained, AuditVerdict.FollowsFromPrinted], Audit.Run(Examples.Mazur, carried).Lines.Select(line => line.Verdict));
    }

    [Theory]
    [InlineData("delta[2][0]", "0.741365070", "D1")]
    [InlineData("delta[2][0]", "-0.138498562", "y − a")]
    [InlineData("delta[2][0]", "0.138495862", "swapped")]
    [InlineData("delta[2][0]", "1.38498562", "decimal point")]
    [InlineData("delta[2][0]", "0.276997123", "without the ½")]
    [InlineData("newJ", "0.280471447", "the biases are trained too")]
    public void Each_kind_of_number_that_does_not_follow_is_explained(string quantity, string text, string words)
    {
        var line = Assert.Single(Audit.Run(Examples.Mazur, Read(quantity, text)).Lines);
        Assert.False(line.Follows);
        Assert.Contains(line.Reasons, reason => reason.Rule.StartsWith(words, StringComparison.Ordinal) || reason.Words.Contains(words, StringComparison.Ordinal));
        Assert.Contains(words, AuditView.Explain(line), StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_that_rounding_at_each_step_leads_to_is_rounded_early_and_follows()
    {
        // 0.1385 · 0.4 with four digits at each step, where the exact product rounds to 0.05540
        var lines = Audit.Run(Examples.Mazur, Read("dA[2][0]", "0.7414", "fprime[2][0]", "0.1868", "delta[2][0]", "0.1385", "dW[1][0,0]", "0.0004387")).Lines;
        Assert.All(lines, line => Assert.True(line.Follows, AuditView.Explain(line)));
        Assert.Equal(AuditVerdict.Right, lines[2].Verdict);
        Assert.NotEqual(AuditVerdict.Right, lines[3].Verdict);
    }

    [Fact]
    public void An_answer_sheet_is_audited_in_its_own_order()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("paper.txt", "net: 2-2-2 sigmoid\nloss: half squared error\nrate: 0.5\nW[1] = 0.15 0.20; 0.25 0.30\nb[1] = 0.35 0.35\nW[2] = 0.40 0.45; 0.50 0.55\nb[2] = 0.60 0.60\nx = 0.05 0.10\ny = 0.01 0.99\nanswers:\ndelta[2][0] = 0.1385\nz[1][0] = 0.3775\ndelta[2][1] = 0.5\n");
        var audit = Audit.Read(path);
        Assert.Equal([11, 12, 13], audit.Lines.Select(line => line.Claim.Place));
        Assert.Equal(13, audit.First!.Claim.Place);
    }

    [Theory]
    [InlineData("""{"label": "q", "quantity": "delta[9][0]", "value": "1"}""", "claims[0].quantity: found \"delta[9][0]\"")]
    [InlineData("""{"label": "q", "quantity": "delta[2]", "value": "1"}""", "claims[0].quantity: found \"delta[2]\"")]
    [InlineData("""{"label": "q", "quantity": "0.5", "value": "1"}""", "claims[0].quantity: found \"0.5\"")]
    [InlineData("""{"label": "q", "quantity": "J", "value": "about 1"}""", "claims[0].value: found the text \"about 1\", expected the number as it is printed")]
    [InlineData("""{"label": "q", "quantity": "J"}""", "claims[0].value: found no such field")]
    [InlineData("""{"label": "q", "quantity": "J", "value": "1", "steps": 1.5}""", "claims[0].steps: found 1.5, expected a whole number from 0")]
    [InlineData("""{"label": "q", "quantity": "J", "value": "1", "stepps": 1}""", "claims[0].stepps: found the field \"stepps\", expected one of the fields")]
    public void A_claim_that_cannot_be_read_is_named_with_its_line(string claim, string message)
    {
        using var folder = new TemporaryFolder();
        var json = Examples.Mazur.ToJson().TrimEnd()[..^1].TrimEnd() + ",\n\"claims\": [\n" + claim + "]\n}\n";
        var path = folder.Write("claims.json", json);
        var error = Assert.Throws<InvalidInputException>(() => Audit.Read(path));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.StartsWith($"{path}: line {json.Split('\n').Length - 2},", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_example_without_claims_is_no_audit()
    {
        var error = Assert.Throws<InvalidInputException>(() => Audit.Read(Repository.At("data/examples/xor-2-2-1.json")));
        Assert.Contains("claims: found no such field, expected a list of claims", error.Message, StringComparison.Ordinal);
    }

    static System.Collections.Immutable.ImmutableArray<Claim> Changed(string label, string text) =>
        [.. PublishedClaims.Mazur.Select(claim => claim.Label == label ? new Claim(label, claim.Of, text, Number(text), claim.Steps, claim.Place) : claim)];

    static System.Collections.Immutable.ImmutableArray<Claim> Read(params string[] pairs)
    {
        var trace = Backpropagation.Run(Examples.Mazur);
        return [.. pairs.Chunk(2).Select((pair, n) => new Claim(pair[0], ClaimedQuantity.Parse(pair[0], trace), pair[1], Number(pair[1]), 0, n + 1))];
    }

    static WrittenNumber Number(string text) => WrittenNumber.TryParse(text, out var number) ? number : throw new ArgumentException(text);

    static string Digits(double value) => value.ToString("0.000000000", CultureInfo.InvariantCulture);
}
