using System.Globalization;

namespace Backprop.Teaching.Tests.Worksheets;

public class CertificateTests
{
    public static TheoryData<string, int, double> Plans => new()
    {
        { "2-4-2", 3, 0.1 }, { "2-3-3-2 tanh sigmoid", 3, 0 }, { "3-4-2 relu identity", 1, 0 }, { "3-4-3 sigmoid softmax", 3, 0.1 }, { "3-3-3", 3, 0.1 },
    };

    [Theory]
    [MemberData(nameof(Plans))]
    public void Every_mistake_is_told_apart_shared_or_hidden(string net, int samples, double decay)
    {
        var certificate = Of(net, samples, decay).Certificate;
        var shared = certificate.Twins.SelectMany(group => group.Rules).Distinct().ToList();
        Assert.Equal(certificate.MistakeCount, certificate.Alone.Union(shared).Union(certificate.Hidden).Count());
        Assert.Empty(certificate.Alone.Intersect(certificate.Hidden));
        Assert.Empty(shared.Intersect(certificate.Hidden));
        Assert.True(certificate.Alone.Length > certificate.MistakeCount / 2, $"{certificate.Alone.Length} of {certificate.MistakeCount}");
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void A_student_who_makes_a_mistake_that_is_told_apart_is_told_so_alone(string net, int samples, double decay)
    {
        var worksheet = Of(net, samples, decay);
        var doctor = Doctor.For(worksheet.Example);
        var rounded = PassProgram.Of(worksheet.Example).Run(worksheet.Example, 4);
        var asked = worksheet.AskedEntries.ToList();
        for (var n = 0; n < worksheet.Numbers.Rules.Length; n++)
        {
            var rule = worksheet.Numbers.Rules[n];
            if (!worksheet.Certificate.Alone.Contains(rule.Label)) continue;
            var given = asked.Select(id => new GivenNumber(id, Written(worksheet.Numbers.With(n, id)))).ToList();
            var named = doctor.Examine(given, 4).Explanations.Select(explanation => string.Join(" ", explanation.Rules)).Distinct().ToList();
            // one form of a mistake may move the numbers less than rounding does
            if (named.Count == 0) Assert.All(given, number => Assert.True(rounded[number.Id].Accepts(number.Number), $"{net}: {rule.Label} at {number.Id}"));
            else Assert.True(named is [var only] && only == rule.Label, $"{net}: {rule.Label} is named {string.Join(", ", named)}");
        }
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void Who_works_with_four_digits_stays_within_what_the_certificate_says(string net, int samples, double decay)
    {
        var worksheet = Of(net, samples, decay);
        var program = PassProgram.Of(worksheet.Example);
        var rounded = program.Run(worksheet.Example, 4);
        foreach (var id in worksheet.AskedEntries)
        {
            var value = worksheet.Value(id);
            if (value == 0) continue;
            var unit = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) - 2);
            Assert.True(rounded[id].Radius / unit <= worksheet.Certificate.WorstRounding + 1e-9, id.ToString());
        }
        Assert.True(worksheet.Certificate.IsSafe, $"{worksheet.Certificate.Rounding}");
        Assert.InRange(worksheet.Certificate.Rounding, 0, Math.Min(0.5, worksheet.Certificate.WorstRounding));
    }

    [Fact]
    public void Of_two_outputs_half_an_error_and_the_mean_over_outputs_are_twins_in_every_number()
    {
        var group = Assert.Single(Of("2-4-2", 3, 0.1).Certificate.Twins, group => group.Rules.Any(rule => rule.StartsWith("E3", StringComparison.Ordinal)));
        Assert.Contains(group.Rules, rule => rule.StartsWith("E4", StringComparison.Ordinal));
    }

    [Fact]
    public void The_table_of_a_number_has_every_wrong_value_once_in_ascending_order_and_none_is_right()
    {
        var worksheet = Of("2-4-2", 3, 0.1);
        foreach (var table in worksheet.Mistakes())
        {
            Assert.Equal(table.Rows.Select(row => row.Value).Distinct().Order(), table.Rows.Select(row => row.Value));
            Assert.DoesNotContain(MistakeNumbers.Written(table.Value), table.Rows.Select(row => row.Text));
            Assert.Equal(worksheet.Numbers.Rules.Select(rule => rule.Label).Distinct().Order(StringComparer.Ordinal), table.Rows.SelectMany(row => row.Rules).Concat(table.Unseen).Distinct().Order(StringComparer.Ordinal));
            Assert.Empty(table.Unseen.Intersect(table.Rows.SelectMany(row => row.Rules)));
        }
    }

    [Fact]
    public void The_table_of_a_number_of_any_net_says_what_forgetting_the_derivative_gives()
    {
        var trace = Backpropagation.Run(Examples.Mazur);
        var table = trace["delta[2][0]"].Mistakes();
        // a − y without f′
        var row = Assert.Single(table.Rows, row => row.Text == (trace.Value("a[2][0]") - 0.01).ToString("0.000", CultureInfo.InvariantCulture));
        Assert.Contains("D1@2", row.Rules);
        Assert.Throws<ArgumentException>(() => trace["delta[2]"].Mistakes());
    }

    static readonly System.Collections.Concurrent.ConcurrentDictionary<(string, int, double), Worksheet> Made = [];

    static Worksheet Of(string net, int samples, double decay) => Made.GetOrAdd(
        (net, samples, decay), _ => Worksheet.Create(WorksheetPlan.Of(net) with { Samples = samples, WeightDecay = decay, Seed = 11 }));

    // with the four digits that a sheet asks for
    static WrittenNumber Written(double value) => WrittenNumber.TryParse(NumberFormat.Exact(value, 4), out var number) ? number : throw new ArgumentException($"{value}");
}
