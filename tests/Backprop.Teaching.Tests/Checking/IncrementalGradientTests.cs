namespace Backprop.Teaching.Tests.Checking;

/// <summary>All weights into a unit at once, beside one parameter and two whole forward passes at a time.</summary>
public class IncrementalGradientTests
{
    [Fact]
    public void Both_ways_agree_to_1e_9_on_generated_nets_with_the_same_kinks() => GeneratedNets.ForEach(example =>
    {
        AssertLikeOneByOne<Lanes512>(example);
        AssertLikeOneByOne<OneLane>(example);
    }, 150);

    [Fact]
    public void Both_ways_agree_on_a_net_of_several_chunks()
    {
        AssertLikeOneByOne<Lanes512>(WiderNets.Of(2, ActivationFunction.Sigmoid, 130, 3, 4));
        AssertLikeOneByOne<Lanes256>(WiderNets.Of(2, ActivationFunction.ReLU, 127, 3, 4, 2));
    }

    [Fact]
    public void A_net_of_more_than_1000_parameters_passes_its_check()
    {
        var report = GradientCheck.Run(WiderNets.Of(3, ActivationFunction.Tanh, 60, 20, 5));
        Assert.True(report.Passed);
        Assert.Equal((60 * 20) + 20 + (20 * 5) + 5, report.Parameters.Length);
    }

    static void AssertLikeOneByOne<V>(Example example)
        where V : struct, ILanes<V>
    {
        var all = IncrementalGradient.All<V>(example, NumericGradient.DefaultStep).ToList();
        Assert.Equal(Parameters.Of(example.Network), all.Select(each => each.Quantity));
        foreach (var each in all)
        {
            var alone = NumericGradient.Of(example, each.Quantity, NumericGradient.DefaultStep);
            Assert.Equal(alone.Kinks, each.Kinks);
            Assert.Equal(alone.At, each.At);
            Assert.True(Math.Abs(alone.Value - each.Value) <= 1e-9, FormattableString.Invariant($"{each.Quantity}: found {each.Value:R}, expected {alone.Value:R}"));
        }
    }
}
