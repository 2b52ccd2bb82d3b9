using Xunit.Sdk;

namespace Backprop.Teaching.Tests.Worksheets;

public class WorksheetTests
{
    // each is made once for all tests
    static readonly System.Collections.Concurrent.ConcurrentDictionary<(string Net, int Seed), Worksheet> Made = [];

    // every activation, loss and size that a class may want, in turn
    public static TheoryData<string> Nets => ["2-4-2", "2-3-3-2 tanh sigmoid", "3-4-2 relu identity", "3-4-3 sigmoid softmax", "2-2-2", "1-1-1", "4-3", "2-3-3-2", "2-4-3 tanh", "3-3-3 relu softmax"];

    [Theory]
    [MemberData(nameof(Nets))]
    public void Every_number_obeys(string net) => ForEach(net, worksheet =>
    {
        var example = worksheet.Example;
        var network = example.Network;
        var given = Enumerable.Range(1, network.LayerCount).SelectMany(l => Enumerable.Range(0, network.Layer(l).Units)
            .SelectMany(j => Enumerable.Range(0, network.Layer(l).Inputs).Select(k => network.Layer(l).Weight(j, k)).Append(network.Layer(l).Bias(j)))).ToList();
        var inputs = Enumerable.Range(0, example.SampleCount).SelectMany(i => example.Input(i)).ToList();
        Assert.All(given.Concat(inputs), number =>
        {
            Assert.DoesNotContain(Math.Abs(number), (double[])[0, 0.5, 1]);
            Assert.InRange(NumberFormat.RoundTrip(Math.Abs(number)).Length, 1, 3);
        });
        Assert.Equal(inputs.Count, inputs.Select(Math.Abs).Distinct().Count() + Math.Max(0, inputs.Count - 14));
        Assert.Contains(given, number => number < 0);
        Assert.Contains(given, number => number > 0);
        for (var i = 0; i < example.SampleCount; i++)
        {
            for (var l = 1; l <= network.LayerCount; l++)
                for (var j = 0; j < network.Layer(l).Units; j++) Assert.InRange(Math.Abs(worksheet.Trace.Sample(i).Layer(l).PreActivation[j].Value), 0.3, 2);
            var outputs = worksheet.Trace.Sample(i).Layer(network.LayerCount).Activation;
            for (var j = 0; j < outputs.Count; j++) Assert.True(Math.Abs(outputs[j] - example.Target(i)[j]) >= 0.1);
        }
    });

    [Theory]
    [MemberData(nameof(Nets))]
    public void The_sheet_is_read_back_as_the_same_example_and_every_asked_number_is_a_blank(string net) => ForEach(net, worksheet =>
    {
        var sheet = AnswerSheet.Parse(worksheet.ToSheet());
        Assert.Equal(worksheet.Example, sheet.Givens);
        Assert.Equal(worksheet.AskedEntries, sheet.Answers.Select(answer => answer.Quantity));
        Assert.All(sheet.Answers, answer => Assert.True(answer.IsBlank));
        Assert.Equal(4, sheet.DigitsKept);
    });

    [Theory]
    [MemberData(nameof(Nets))]
    public void Every_number_of_the_key_is_right_to_its_four_digits(string net) => ForEach(net, worksheet =>
    {
        var sheet = AnswerSheet.Parse(worksheet.ToKey());
        Assert.Equal(worksheet.AskedEntries, sheet.Answers.Select(answer => answer.Quantity));
        var plain = PlainBackpropagation.Run(worksheet.Example, 0);
        Assert.All(sheet.Answers, answer => Assert.True(answer.Number!.Value.IsRightFor(worksheet.Trace.Value(answer.Quantity.ToString())), answer.Label));
        // the plain loops, which the trace does not use, say the same of δ
        Assert.All(sheet.Answers.Where(answer => answer.Quantity.Kind == QuantityKind.Delta), answer =>
            Assert.True(answer.Number!.Value.IsRightFor(plain.Delta[answer.Quantity.Layer!.Value][answer.Quantity.Row!.Value]), answer.Label));
    });

    [Fact]
    public void The_same_plan_gives_the_same_bytes_and_another_seed_other_numbers()
    {
        var plan = WorksheetPlan.Of("2-4-2") with { Seed = 5, WeightDecay = 0.1 };
        var (one, other) = (WorksheetFiles.Of(Worksheet.Create(plan)), WorksheetFiles.Of(Worksheet.Create(plan)));
        Assert.Equal(one, other);
        Assert.NotEqual(one[0].Text, WorksheetFiles.Of(Worksheet.Create(plan with { Seed = 6 }))[0].Text);
    }

    [Fact]
    public void A_page_is_whole_needs_nothing_and_has_a_named_box_for_each_number()
    {
        var worksheet = Worksheet.Create(WorksheetPlan.Of("3-4-3 sigmoid softmax") with { Student = "<b>Ann & Bob</b>" });
        foreach (var page in (string[])[worksheet.ToPage(), worksheet.ToKeyPage(), worksheet.ToMistakePage()])
        {
            Assert.StartsWith("<!DOCTYPE html>", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
            Assert.DoesNotContain("http", page, StringComparison.Ordinal);
            Assert.DoesNotContain("src=", page, StringComparison.Ordinal);
            Assert.Contains("&lt;b&gt;Ann &amp; Bob&lt;/b&gt;", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<b>Ann", page, StringComparison.Ordinal);
        }
        Assert.All(worksheet.AskedEntries, id => Assert.Contains($"aria-label=\"box for {id}\"", worksheet.ToPage(), StringComparison.Ordinal));
        // no answer stands on what a student gets
        Assert.All(worksheet.AskedEntries, id => Assert.DoesNotContain(NumberFormat.Exact(worksheet.Value(id), 4).Replace('-', '−'), worksheet.ToPage(), StringComparison.Ordinal));
        Assert.All(worksheet.AskedEntries, id => Assert.Contains(NumberFormat.Exact(worksheet.Value(id), 4).Replace('-', '−'), worksheet.ToKeyPage(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("9-2", "net: found a layer of 9, expected 1 to 8 units")]
    [InlineData("2", "net: found \"2\"")]
    [InlineData("2-2-2-2-2-2", "expected 1 to 4 layers")]
    [InlineData("8-8-8-8-8", "expected at most 600, as much as is worked by hand")]
    [InlineData("2-2-1 softmax", "softmax")]
    [InlineData("2-2-1 sigmoid softmax", "net: found softmax with one output, expected 2 outputs or more")]
    [InlineData("2-2-2 sigmod", "expected sigmoid")]
    public void A_plan_that_cannot_be_is_refused_with_what_was_expected(string net, string message) =>
        Assert.Contains(message, Assert.Throws<InvalidInputException>(() => Worksheet.Create(WorksheetPlan.Of(net))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_loss_that_does_not_suit_the_outputs_is_refused()
    {
        var error = Assert.Throws<InvalidInputException>(() => Worksheet.Create(WorksheetPlan.Of("2-2-2 tanh") with { Loss = LossFunction.CrossEntropy }));
        Assert.Equal("loss: found cross_entropy with tanh outputs, expected softmax outputs, or binary_cross_entropy with sigmoid outputs", error.Message);
    }

    [Fact]
    public void The_worksheets_of_the_repository_are_those_that_the_command_writes()
    {
        foreach (var (name, plan) in WorksheetSamples.All)
            foreach (var (path, text) in WorksheetFiles.Of(Worksheet.Create(plan))) WorksheetSamples.Matches($"{name}/{path}", text);
        foreach (var (path, text) in WorksheetSamples.HandedIn()) WorksheetSamples.Matches($"handed-in/{path}", text);
    }

    static void ForEach(string net, Action<Worksheet> check)
    {
        for (var seed = 1; seed <= 3; seed++)
        {
            try
            {
                check(Made.GetOrAdd((net, seed), key => Worksheet.Create(WorksheetPlan.Of(key.Net) with { Seed = key.Seed, Samples = key.Seed == 2 ? 1 : 3, WeightDecay = key.Seed == 3 ? 0.1 : 0 })));
            }
            catch (Exception error)
            {
                throw new XunitException($"{net}, seed {seed}: {error.Message}", error);
            }
        }
    }
}
