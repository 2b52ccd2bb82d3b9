namespace Backprop.Teaching.Tests.Golden;

/// <summary>Each mistake of the documents' readers, made on purpose, is noticed by the golden cases, and by exactly those that can notice it.</summary>
public class MutationTests
{
    const double Tolerance = 1e-9;
    const string All = "a0 a1 a2 b1 b2 c1 c2 c3 d1 e1 e2 e3 f1 g1";
    const string MoreThanOneSample = "a2 b2 c2 c3 d1 e1 e2 e3 f1";

    [Theory]
    [InlineData(Mistake.None, "")]
    [InlineData(Mistake.BiasDroppedInZ, "a0 a1 a2 b1 b2 c2 c3 d1 e1 e2 e3 f1 g1")]
    [InlineData(Mistake.TargetOfAnotherOutput, "b1 b2 c1 c2 d1 e1 e2 e3 g1")]
    [InlineData(Mistake.MinusSignMissing, All)]
    [InlineData(Mistake.SoftmaxDerivativeTakenElementwise, "e2 e3")]
    [InlineData(Mistake.SoftmaxDeltaTimesDerivative, "e2")]
    [InlineData(Mistake.DerivativeAtAInsteadOfZ, "a0 a1 a2 b1 b2 c1 c2 c3 d1 e1 e2 e3 g1")]
    [InlineData(Mistake.DerivativeTwiceAtTheOutput, "a0 a1 a2 b1 b2 c1 c2 c3 e1 g1")]
    [InlineData(Mistake.DerivativeOmittedInHiddenLayers, "a1 a2 b1 b2 c1 c2 c3 d1 e1 e2 e3 f1 g1")]
    [InlineData(Mistake.MeanForgotten, MoreThanOneSample)]
    [InlineData(Mistake.MeanTakenAtEveryLayer, MoreThanOneSample)]
    [InlineData(Mistake.LastLayersGradientSummedEverywhere, "a1 a2 c1 c2 g1")]
    [InlineData(Mistake.SampleZeroSkipped, All)]
    [InlineData(Mistake.OutputWeightsOverwrittenFirst, "a1 a2 b1 b2 c1 c2 c3 d1 e1 e2 e3 f1 g1")]
    [InlineData(Mistake.TransposeMissing, "c1 c2 g1")]
    [InlineData(Mistake.SumOverNextLayerMissing, "b1 b2 c1 c2 d1 e1 e2 e3 f1 g1")]
    [InlineData(Mistake.DecayDividedBySamples, "e1")]
    [InlineData(Mistake.DecayDoubled, "e1")]
    [InlineData(Mistake.DecayOmitted, "e1")]
    [InlineData(Mistake.DecayOnBiases, "e1")]
    [InlineData(Mistake.FrozenBiasesTrained, "c1 g1")]
    public void A_mistake_is_noticed_by_exactly_the_cases_that_can_notice_it(Mistake mistake, string cases) =>
        Assert.Equal(cases, string.Join(' ', GoldenCase.All.Where(golden => Notices(golden, mistake)).Select(golden => golden.ShortName)));

    [Fact]
    public void Every_mistake_is_tried()
    {
        var tried = typeof(MutationTests).GetMethod(nameof(A_mistake_is_noticed_by_exactly_the_cases_that_can_notice_it))!
            .GetCustomAttributes(typeof(InlineDataAttribute), false).Cast<InlineDataAttribute>().Select(data => (Mistake)data.GetData(null!).Single()[0]);
        Assert.Equal(Enum.GetValues<Mistake>(), tried);
    }

    [Fact]
    public void The_pass_without_a_mistake_has_every_golden_number_to_the_golden_tolerance() =>
        Assert.All(GoldenCase.All, golden =>
        {
            var numbers = MistakenPass.Run(golden.Example, Mistake.None);
            Assert.Equal(golden.Numbers.Keys.Order(), numbers.Keys.Order());
            foreach (var (name, number) in golden.Numbers) Close.Assert(number, numbers[name], $"{golden.ShortName} {name}");
        });

    static bool Notices(GoldenCase golden, Mistake mistake)
    {
        var numbers = MistakenPass.Run(golden.Example, mistake);
        return golden.Numbers.Any(pair => !Close.Are(numbers[pair.Key], pair.Value, Tolerance));
    }
}
